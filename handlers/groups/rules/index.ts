import type { Context, ReadContext } from '../../../contract/context.js';
import { invalid } from '../../../contract/errors.js';
import type { HandlersOf } from '../../../contract/operations.js';
import { pageReply, pageRequest, pagingOf } from '../../../contract/paging.js';
import { made, reply, show } from '../../../contract/reply.js';
import type { Schemas } from '../../../contract/routes.js';
import { ruleLifecycle } from '../../../objects/groups/rules/lifecycle.js';
import { adoptMembersJob, applyRuleJob, withdrawRuleJob } from '../../../objects/groups/rules/slices.js';
import { ruleView } from '../../../objects/groups/rules/view.js';
import { beginJob } from '../../../objects/job.js';
import { transition } from '../../../objects/lifecycle.js';
import { groupTarget, ruleTarget } from '../../../objects/logs/targets.js';
import type { GroupRow, GroupRuleRow } from '../../../store/rows/groups.js';
import { checkExclusions, readRule } from './given.js';

const groupsOf = (ctx: ReadContext, rule: GroupRuleRow): GroupRow[] =>
  rule.groupIds.flatMap((id) => ctx.store.groups.get(id) ?? []);

/** What the events of the `group.user_membership.rule` family name: the rule and the groups that it fills. */
const targets = (ctx: ReadContext, rule: GroupRuleRow) => [
  ...groupsOf(ctx, rule).map(groupTarget),
  ruleTarget(rule, 'Rule'),
];

function activate(ctx: Context, rule: GroupRuleRow): void {
  const status = transition(ruleLifecycle, 'activate', rule.status, rule);
  if (status === rule.status) return;
  const after = ctx.store.groupRules.update(rule.id, { status, lastUpdated: ctx.now() });
  ctx.log('policy.rule.activate', [ruleTarget(after)]);
  ctx.log('group.user_membership.rule.trigger', targets(ctx, after), { job: true });
  beginJob(ctx, applyRuleJob, after.id);
}

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id));

const containing = (search: string) => (rule: GroupRuleRow) => rule.name.toLowerCase().includes(search.toLowerCase());

/** The rule with the names of their groups, where `expand` asks for them. */
const withNames = (ctx: ReadContext, rule: GroupRuleRow) => ({
  ...ruleView(rule, ctx.links),
  _embedded: {
    groupIdToGroupNameMap: Object.fromEntries(groupsOf(ctx, rule).map(({ id, profile }) => [id, String(profile.name)])),
  },
});

export const groupRules = {
  listGroupRules({ query }, ctx) {
    const request = pageRequest(query, { limit: 50, max: 300 });
    const { search, expand } = query;
    const page = ctx.store.groupRules.page({
      ...request,
      filter: search ? containing(search) : undefined,
      // Rules come by name, whatever their age (facts: reports).
      order: { name: 'name' },
    });
    if (expand !== 'groupIdToGroupNameMap') return pageReply(ruleView, page, request);
    return reply(
      made<GroupRuleRow, Schemas['GroupRule']>(page.rows, (rule) => withNames(ctx, rule)),
      { paging: pagingOf(page, request) },
    );
  },

  getGroupRule({ params, query }, ctx) {
    const rule = ctx.store.groupRules.require(params.ruleId);
    return query.expand === 'groupIdToGroupNameMap' ? withNames(ctx, rule) : show(ruleView, rule);
  },

  createGroupRule({ body }, ctx) {
    const given = readRule(ctx, body);
    checkExclusions(ctx, given.excludedUsers);
    const now = ctx.now();
    const rule = ctx.store.groupRules.insert({ status: 'INACTIVE', created: now, lastUpdated: now, ...given });
    ctx.log('policy.rule.add', [ruleTarget(rule)]);
    return show(ruleView, rule);
  },

  updateGroupRule({ params, body }, ctx) {
    const rule = ctx.store.groupRules.require(params.ruleId);
    transition(ruleLifecycle, 'update', rule.status, rule);
    const given = readRule(ctx, body);
    // Clients keep the groups as a set: another order is no change.
    if (!sameSet(given.groupIds, rule.groupIds)) {
      throw invalid('actions', 'actions: The groups of a rule cannot be changed');
    }
    checkExclusions(ctx, given.excludedUsers);
    // A whole new row: that the former request had no people is not the new one's matter.
    const { status, created, groupIds } = rule;
    const next = { ...given, status, created, groupIds, lastUpdated: ctx.now() };
    const after = ctx.store.groupRules.replace(rule.id, next);
    // What it had put into its groups was explained by the former expression; a later activation decides anew.
    ctx.log('policy.rule.update', [ruleTarget(after)]);
    return show(ruleView, after);
  },

  deleteGroupRule({ params, query }, ctx) {
    const rule = ctx.store.groupRules.require(params.ruleId);
    transition(ruleLifecycle, 'delete', rule.status, rule);
    ctx.log('policy.rule.delete', [ruleTarget(rule)]);
    ctx.store.groupRules.remove(rule.id);
    if (query.removeUsers === true) beginJob(ctx, withdrawRuleJob, rule.id);
    else beginJob(ctx, adoptMembersJob, rule.id);
    return reply({}, { status: 202 });
  },

  activateGroupRule: ({ params }, ctx) => activate(ctx, ctx.store.groupRules.require(params.ruleId)),

  deactivateGroupRule({ params }, ctx) {
    const rule = ctx.store.groupRules.require(params.ruleId);
    const status = transition(ruleLifecycle, 'deactivate', rule.status, rule);
    if (status === rule.status) return;
    const after = ctx.store.groupRules.update(rule.id, { status, lastUpdated: ctx.now() });
    ctx.log('group.user_membership.rule.deactivated', targets(ctx, after), { job: true });
    ctx.log('policy.rule.deactivate', [ruleTarget(after)]);
  },
} satisfies Partial<HandlersOf<'Group'>>;
