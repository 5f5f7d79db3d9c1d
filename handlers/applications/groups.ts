import type { Context, ReadContext } from '../../contract/context.js';
import { invalid, notFound } from '../../contract/errors.js';
import { type Fault, objectOf, refuseAll } from '../../contract/given.js';
import type { HandlersOf } from '../../contract/operations.js';
import { pageReply, pageRequest, pagingOf } from '../../contract/paging.js';
import { reply, show } from '../../contract/reply.js';
import { appSchema, propertyOf } from '../../objects/applications/app-schema.js';
import { appGroupView } from '../../objects/applications/group-view.js';
import { assignGroupJob, unassignGroupJob } from '../../objects/applications/jobs.js';
import { makeRoomJob } from '../../objects/applications/priorities.js';
import { profileFaults } from '../../objects/applications/profile-faults.js';
import { countIn, hasPart, partIn } from '../../objects/applications/reading/members.js';
import { appTarget } from '../../objects/applications/view.js';
import { groupView } from '../../objects/groups/view.js';
import { beginJob, sliceBudget } from '../../objects/job.js';
import { groupTarget } from '../../objects/logs/targets.js';
import type { AppGroupRow, AppRow } from '../../store/rows/applications.js';
import type { Json } from '../../store/rows/common.js';
import type { GroupRow } from '../../store/rows/groups.js';

const LIMITS = { limit: 20, max: 200 };
const MAX_PRIORITY = 100;

/** A group of an app, as a path names it. @throws OktaError 404 */
function assigned(ctx: ReadContext, appId: string, groupId: string): { app: AppRow; row: AppGroupRow } {
  const app = ctx.store.apps.require(appId);
  const row = ctx.store.appGroups.by('pair', `${app.id} ${groupId}`);
  if (!row) throw notFound(groupId, 'GroupAppAssignment');
  return { app, row };
}

/** What a request says of an assignment; what it does not say stays. @throws OktaError 400 */
function readAssignment(
  ctx: ReadContext,
  app: AppRow,
  body: unknown,
): Partial<Pick<AppGroupRow, 'priority' | 'profile'>> {
  const given = objectOf(body) ?? {};
  const priority = countIn(given, 'priority');
  const profile = hasPart(given, 'profile') ? (partIn(given, 'profile') as Record<string, Json>) : undefined;
  const schema = appSchema(ctx, app);
  const out: Fault = ['priority', `priority: The priority must be between 0 and ${MAX_PRIORITY}`];
  refuseAll(priority !== undefined && (priority < 0 || priority > MAX_PRIORITY) ? [out] : []);
  const names = Object.keys(profile ?? {});
  const unknown = names.filter((name) => name === 'userName' || !propertyOf(schema, name));
  if (unknown.length > 0) throw invalid('assignment', ...unknown.map((name) => `Property '${name}' not found`));
  const wrong = profileFaults(schema, profile ?? {});
  if (wrong.length > 0) throw invalid('assignment', ...wrong);
  return { ...(priority === undefined ? {} : { priority }), ...(profile ? { profile } : {}) };
}

/** One more than the last; from 0. */
const nextPriority = (ctx: ReadContext, app: AppRow): number =>
  ctx.store.appGroups.where('app', app.id).reduce((last, { priority }) => Math.max(last, priority + 1), 0);

function log(ctx: Context, what: 'add' | 'update' | 'remove', app: AppRow, group: GroupRow | undefined): void {
  if (group) ctx.log(`group.application_assignment.${what}`, [groupTarget(group), appTarget(app)]);
}

/** `q` of the list: what the group's name begins with. */
function byName(ctx: ReadContext, q: string | undefined): ((row: AppGroupRow) => boolean) | undefined {
  if (!q) return undefined;
  const prefix = q.toLowerCase();
  return ({ groupId }) =>
    String(ctx.store.groups.get(groupId)?.profile.name ?? '')
      .toLowerCase()
      .startsWith(prefix);
}

const expanded = (ctx: ReadContext, row: AppGroupRow) => ({
  ...appGroupView(row, ctx.links),
  _embedded: { group: groupView(ctx.store.groups.require(row.groupId), ctx.links) },
});

/** The groups of an app (facts: apps §7). */
export const appGroups = {
  listApplicationGroupAssignments({ params, query }, ctx) {
    const app = ctx.store.apps.require(params.appId);
    const request = pageRequest(query, LIMITS, app.id);
    const page = ctx.store.appGroups.page({
      ...request,
      filter: byName(ctx, query.q),
      within: { index: 'app', key: app.id },
      sort: { by: ({ priority }) => priority, descending: false },
    });
    if (query.expand !== 'group') return pageReply(appGroupView, page, request);
    return reply(
      page.rows.map((row) => expanded(ctx, row)),
      { paging: pagingOf(page, request) },
    );
  },

  getApplicationGroupAssignment({ params, query }, ctx) {
    const { row } = assigned(ctx, params.appId, params.groupId);
    return query.expand === 'group' ? expanded(ctx, row) : show(appGroupView, row);
  },

  createApplicationGroupAssignment({ params, body }, ctx) {
    const app = ctx.store.apps.require(params.appId);
    const group = ctx.store.groups.require(params.groupId);
    const given = readAssignment(ctx, app, body);
    const lastUpdated = ctx.now();
    const before = ctx.store.appGroups.by('pair', `${app.id} ${group.id}`);
    const row = before
      ? ctx.store.appGroups.update(before.id, { ...given, lastUpdated })
      : ctx.store.appGroups.insert({
          appId: app.id,
          groupId: group.id,
          priority: given.priority ?? nextPriority(ctx, app),
          profile: given.profile ?? {},
          lastUpdated,
        });
    log(ctx, before ? 'update' : 'add', app, group);
    const budget = sliceBudget();
    beginJob(ctx, makeRoomJob, `${app.id} ${group.id}`, budget);
    beginJob(ctx, assignGroupJob, `${app.id} ${group.id}`, budget);
    return show(appGroupView, row);
  },

  deleteApplicationGroupAssignment({ params }, ctx) {
    const { app, row } = assigned(ctx, params.appId, params.groupId);
    ctx.store.appGroups.remove(row.id);
    log(ctx, 'remove', app, ctx.store.groups.get(row.groupId));
    beginJob(ctx, unassignGroupJob, `${app.id} ${row.groupId}`);
  },
} satisfies Partial<HandlersOf<'Application'>>;
