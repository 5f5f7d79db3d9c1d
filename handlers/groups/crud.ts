import type { ReadContext } from '../../contract/context.js';
import { forbidden, OktaError } from '../../contract/errors.js';
import { profileOf } from '../../contract/given.js';
import type { Call, HandlersOf } from '../../contract/operations.js';
import { pageReply, pageRequest, pagingOf } from '../../contract/paging.js';
import { list, made, reply, show } from '../../contract/reply.js';
import type { Schemas } from '../../contract/routes.js';
import { filterOf, sortBy } from '../../languages/filter/fields.js';
import { appView } from '../../objects/applications/view.js';
import { rescheduleLockouts } from '../../objects/due.js';
import { invalidateRules } from '../../objects/groups/rules/invalidate.js';
import { applyGroupRulesJob } from '../../objects/groups/rules/slices.js';
import { statsOf } from '../../objects/groups/stats.js';
import { groupView } from '../../objects/groups/view.js';
import { beginJob, sliceBudget } from '../../objects/job.js';
import { groupTarget } from '../../objects/logs/targets.js';
import { followGroupRemoval } from '../../objects/membership-followers.js';
import { removeWithReferences } from '../../objects/removal.js';
import { unassignNarrowedTo } from '../../objects/roles/narrowed.js';
import { groupSchema, writeProfile } from '../../objects/schemas/profile.js';
import type { GroupRow } from '../../store/rows/groups.js';
import { foldKey } from '../../store/rows/spec.js';
import type { PageQuery } from '../../store/types.js';
import { groupFilter, groupSearch } from './filters.js';

type ListQuery = Call<'listGroups'>['query'];

/** @throws OktaError 403 E0000006 for groups that Okta or an application owns */
export function own(group: GroupRow): GroupRow {
  if (group.type !== 'OKTA_GROUP') throw forbidden();
  return group;
}

/** The group that a path names. @throws OktaError as `own` does */
export const ownGroup = (ctx: ReadContext, groupId: string): GroupRow => own(ctx.store.groups.require(groupId));

const BY_NAME = { name: 'name' } as const;

/** Groups whose name begins with the text, by name: one that is named exactly so is the first. */
function byName(ctx: ReadContext, text: string, limit: number, filter: (group: GroupRow) => boolean): GroupRow[] {
  const prefix = text.toLowerCase();
  const name = (group: GroupRow): string => String(group.profile.name).toLowerCase();
  const { rows } = ctx.store.groups.page({
    limit,
    filter: (group) => name(group).startsWith(prefix) && filter(group),
    order: { ...BY_NAME, from: foldKey(text), to: `${foldKey(text)}\uffff` },
  });
  return [...rows];
}

/** Groups come by name, whatever their age; what is searched for, by age (facts: reports). */
function walkOf({ filter, search, sortBy: path, sortOrder }: ListQuery): Partial<PageQuery<GroupRow, 'type', 'name'>> {
  if (search && filter) throw new OktaError('E0000033');
  const isPlain = !path && !search;
  const sort = isPlain ? { order: BY_NAME } : path ? { sort: sortBy(path, sortOrder, groupSearch) } : {};
  return { ...(search ? filterOf(search, groupSearch) : filterOf(filter, groupFilter)), ...sort };
}

/** What a group is asked for with. */
interface Asked {
  readonly expand?: string;
}

const asksFor = ({ expand }: Asked, what: 'stats' | 'app'): boolean =>
  expand?.split(',').some((name) => name.trim() === what) === true;

const isExpanded = (asked: Asked): boolean => asksFor(asked, 'stats') || asksFor(asked, 'app');

/** What `expand` asks for: numbers, and the application that an app group comes from. */
function embedded(ctx: ReadContext, group: GroupRow, asked: Asked): object {
  const app = asksFor(asked, 'app') ? ctx.store.apps.get(group.sourceAppId ?? '') : undefined;
  const shown = {
    ...(asksFor(asked, 'stats') ? { stats: statsOf(ctx, group) } : {}),
    ...(app ? { app: appView(app, ctx.links) } : {}),
  };
  return Object.keys(shown).length > 0 ? { _embedded: shown } : {};
}

/** The groups with what `expand` asks for: no kept bytes, since that is not the group's own. */
const expanded = (ctx: ReadContext, rows: readonly GroupRow[], asked: Asked) =>
  made<GroupRow, Schemas['Group']>(rows, (group) => ({
    ...groupView(group, ctx.links),
    ...embedded(ctx, group, asked),
  }));

const LIMITS = { limit: 10_000, max: 10_000 };

export const groupCrud = {
  listGroups({ query }, ctx) {
    if (query.q) {
      const { limit } = pageRequest(query, { limit: 300, max: 300 });
      const { filter = () => true } = walkOf(query);
      const rows = byName(ctx, query.q, limit, filter);
      return isExpanded(query) ? expanded(ctx, rows, query) : list(groupView, rows);
    }
    const request = pageRequest(query, LIMITS);
    const page = ctx.store.groups.page({ ...request, ...walkOf(query) });
    if (!isExpanded(query)) return pageReply(groupView, page, request);
    return reply(expanded(ctx, page.rows, query), { paging: pagingOf(page, request) });
  },

  getGroup({ params, query }, ctx) {
    const group = ctx.store.groups.require(params.groupId);
    if (!isExpanded(query)) return show(groupView, group);
    return { ...groupView(group, ctx.links), ...embedded(ctx, group, query) };
  },

  createGroup({ body }, ctx) {
    const profile = writeProfile(ctx, groupSchema(ctx), profileOf(body), {
      mode: 'create',
      object: 'New UserGroup',
    });
    const now = ctx.now();
    const group = ctx.store.groups.insert({
      type: 'OKTA_GROUP',
      objectClass: ['okta:user_group'],
      created: now,
      lastUpdated: now,
      lastMembershipUpdated: now,
      profile,
    });
    ctx.log('group.lifecycle.create', [groupTarget(group)]);
    return show(groupView, group);
  },

  updateGroup({ params, body }, ctx) {
    const before = ownGroup(ctx, params.groupId);
    const profile = writeProfile(ctx, groupSchema(ctx), profileOf(body), {
      previous: before.profile,
      mode: 'replace',
      object: 'updateGroup',
    });
    const group = ctx.store.groups.update(before.id, { profile, lastUpdated: ctx.now() });
    ctx.log('group.profile.update', [groupTarget(group)]);
    if (profile.name !== before.profile.name) beginJob(ctx, applyGroupRulesJob, null);
    return show(groupView, group);
  },

  deleteGroup({ params }, ctx) {
    const group = ctx.store.groups.require(params.groupId);
    if (group.type === 'BUILT_IN') throw forbidden();
    // In this order: rules that ask for groups are to see that nobody is in it any more.
    const budget = sliceBudget();
    unassignNarrowedTo(ctx, 'group', group.id, budget);
    const takeApps = followGroupRemoval(ctx, group.id, budget);
    removeWithReferences(ctx, 'groups', group.id, { budget });
    // Password policies may be for the group.
    rescheduleLockouts(ctx);
    ctx.log('group.lifecycle.delete', [groupTarget(group)]);
    takeApps();
    invalidateRules(ctx, group, budget);
    beginJob(ctx, applyGroupRulesJob, null, budget);
  },
} satisfies Partial<HandlersOf<'Group'>>;
