import type { Context, ReadContext } from '../../../server/context.js';
import type { Call, HandlersOf } from '../../../server/contract.js';
import { blank, forbidden, invalid, notFound, type OktaError, taken } from '../../../server/errors.js';
import { pageReply, pageRequest, pagingOf } from '../../../server/paging.js';
import { reply, show } from '../../../server/reply.js';
import { foldKey } from '../../../store/collections.js';
import type { GroupRuleRow } from '../../../store/rows/people.js';
import { beginJob } from '../../job.js';
import { defineLifecycle, transition } from '../../lifecycle.js';
import { ruleTarget } from '../../logs/targets.js';
import { compileExpression, ExpressionError } from '../expression/index.js';
import { adoptMembersSlice, applyRuleSlice, withdrawRuleSlice } from './slices.js';
import { ruleView } from './view.js';

type Status = GroupRuleRow['status'];
type Members = Readonly<Record<string, unknown>>;

const mustBeInactive = (what: string) => (): OktaError => invalid(what, 'The group rule must be inactive');

/** What can be done with a rule (facts: groups §3). An invalid one can be read and deleted only. */
export const ruleLifecycle = defineLifecycle<Status, GroupRuleRow>()({
  activate: {
    from: { INACTIVE: 'ACTIVE', ACTIVE: 'ACTIVE' },
    refuse: () => invalid('activateRule', 'An invalid group rule cannot be activated'),
  },
  deactivate: {
    from: { ACTIVE: 'INACTIVE', INACTIVE: 'INACTIVE' },
    refuse: () => invalid('deactivateRule', 'An invalid group rule cannot be deactivated'),
  },
  update: { from: { INACTIVE: 'INACTIVE' }, refuse: mustBeInactive('updateRule') },
  delete: { from: { INACTIVE: 'INACTIVE', INVALID: 'INVALID' }, refuse: mustBeInactive('deleteRule') },
});

const objectOf = (value: unknown): Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : {};
const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const keep = ({ id: _id, seq: _seq, ...rest }: GroupRuleRow): Omit<GroupRuleRow, 'id' | 'seq'> => rest;

/** What a request says of a rule. */
interface GivenRule {
  readonly name: string;
  readonly expression: string;
  readonly groupIds: readonly string[];
  readonly excludedUsers: readonly string[];
}

const EXPRESSION_TYPE = 'urn:okta:expression:1.0';

/** Reads a whole rule; missing parts are refused in the order of the form. */
function readRule(ctx: ReadContext, body: unknown): GivenRule {
  const rule = objectOf(body);
  const conditions = objectOf(rule.conditions);
  const expression = objectOf(conditions.expression);
  const { name, type } = rule;
  if (type !== 'group_rule') throw invalid('type', blank('type'));
  if (typeof name !== 'string' || name.trim() === '') throw invalid('name', blank('name'));
  if (name.length > 50) throw invalid('name', 'name: The field is too long');
  if (typeof expression.value !== 'string' || expression.value.trim() === '') {
    throw invalid('value', blank('conditions.expression.value'));
  }
  if (expression.type !== undefined && expression.type !== EXPRESSION_TYPE) {
    throw invalid('type', `conditions.expression.type: The expression type must be ${EXPRESSION_TYPE}`);
  }
  checkExpression(ctx, expression.value);
  const groupIds = [...new Set(textsOf(objectOf(objectOf(rule.actions).assignUserToGroups).groupIds))];
  if (groupIds.length === 0) throw invalid('groupIds', blank('actions.assignUserToGroups.groupIds'));
  for (const id of groupIds) {
    const group = ctx.store.groups.get(id);
    if (!group) throw notFound(id, 'UserGroup');
    if (group.type !== 'OKTA_GROUP') throw forbidden();
  }
  const excludedUsers = [...new Set(textsOf(objectOf(objectOf(conditions.people).users).exclude))];
  return { name, expression: expression.value, groupIds, excludedUsers };
}

/** @throws OktaError 400 E0000001 `validateRule` with the parser's cause */
function checkExpression(ctx: ReadContext, text: string): void {
  const schemas = ctx.store.schemas.where('of', 'user');
  const known = (name: string): boolean =>
    schemas.some(({ base, custom }) => Object.hasOwn(base, name) || Object.hasOwn(custom, name));
  try {
    compileExpression(text, known);
  } catch (error) {
    if (error instanceof ExpressionError) throw invalid('validateRule', error.message);
    throw error;
  }
}

function checkExclusions(ctx: ReadContext, ids: readonly string[]): void {
  for (const id of ids) {
    if (!ctx.store.users.get(id))
      throw invalid('exclude', `conditions.people.users.exclude: User ${id} does not exist`);
  }
}

function checkName(ctx: ReadContext, name: string, own?: string): void {
  const holder = ctx.store.groupRules.by('name', foldKey(name));
  if (holder && holder.id !== own) throw invalid('name', taken('name'));
}

function activate(ctx: Context, rule: GroupRuleRow): void {
  const status = transition(ruleLifecycle, 'activate', rule.status, rule);
  if (status === rule.status) return;
  const after = ctx.store.groupRules.replace(rule.id, { ...keep(rule), status, lastUpdated: ctx.now() });
  ctx.log('policy.rule.activate', [ruleTarget(after)]);
  ctx.log('group.user_membership.rule.trigger', [ruleTarget(after, 'Rule')], { job: true });
  beginJob(ctx, 'applyRule', applyRuleSlice, after.id);
}

const containing = (search: string) => (rule: GroupRuleRow) => rule.name.toLowerCase().includes(search.toLowerCase());

/** The rule with the names of their groups, where `expand` asks for them. */
const withNames = (ctx: ReadContext, rule: GroupRuleRow) => ({
  ...ruleView(rule, ctx.links),
  _embedded: {
    groupIdToGroupNameMap: Object.fromEntries(
      rule.groupIds.map((id) => [id, String(ctx.store.groups.get(id)?.profile.name ?? '')]),
    ),
  },
});

export const groupRules = {
  listGroupRules({ query }, ctx) {
    const request = pageRequest(query, { limit: 50, max: 300 });
    const { search, expand } = query as { search?: string; expand?: string };
    const page = ctx.store.groupRules.page({ ...request, filter: search ? containing(search) : undefined });
    if (expand !== 'groupIdToGroupNameMap') return pageReply(ruleView, page, request);
    return reply(
      page.rows.map((rule) => withNames(ctx, rule)),
      { paging: pagingOf(page, request) },
    );
  },

  getGroupRule({ params, query }, ctx) {
    const rule = ctx.store.groupRules.require(params.ruleId);
    const { expand } = query as { expand?: string };
    return expand === 'groupIdToGroupNameMap' ? withNames(ctx, rule) : show(ruleView, rule);
  },

  createGroupRule({ body }, ctx) {
    const given = readRule(ctx, body);
    checkExclusions(ctx, given.excludedUsers);
    checkName(ctx, given.name);
    const now = ctx.now();
    const rule = ctx.store.groupRules.insert({ status: 'INACTIVE', created: now, lastUpdated: now, ...given });
    ctx.log('policy.rule.add', [ruleTarget(rule)]);
    return show(ruleView, rule);
  },

  updateGroupRule({ params, body }: Call<'updateGroupRule'>, ctx) {
    const rule = ctx.store.groupRules.require(params.ruleId);
    transition(ruleLifecycle, 'update', rule.status, rule);
    const given = readRule(ctx, body);
    if (given.groupIds.join() !== rule.groupIds.join()) {
      throw invalid('actions', 'actions: The groups of a rule cannot be changed');
    }
    checkExclusions(ctx, given.excludedUsers);
    checkName(ctx, given.name, rule.id);
    const after = ctx.store.groupRules.replace(rule.id, { ...keep(rule), ...given, lastUpdated: ctx.now() });
    // What it had put into its groups was explained by the former expression; a later activation decides anew.
    ctx.log('policy.rule.update', [ruleTarget(after)]);
    return show(ruleView, after);
  },

  deleteGroupRule({ params, query }, ctx) {
    const rule = ctx.store.groupRules.require(params.ruleId);
    transition(ruleLifecycle, 'delete', rule.status, rule);
    ctx.log('policy.rule.delete', [ruleTarget(rule)]);
    ctx.store.groupRules.remove(rule.id);
    if (query.removeUsers === true) beginJob(ctx, 'withdrawRule', withdrawRuleSlice, rule.id);
    else beginJob(ctx, 'adoptMembers', adoptMembersSlice, rule.id);
    return reply({}, { status: 202 });
  },

  activateGroupRule: ({ params }, ctx) => activate(ctx, ctx.store.groupRules.require(params.ruleId)),

  deactivateGroupRule({ params }, ctx) {
    const rule = ctx.store.groupRules.require(params.ruleId);
    const status = transition(ruleLifecycle, 'deactivate', rule.status, rule);
    if (status === rule.status) return;
    const after = ctx.store.groupRules.replace(rule.id, { ...keep(rule), status, lastUpdated: ctx.now() });
    ctx.log('group.user_membership.rule.deactivated', [ruleTarget(after, 'Rule')], { job: true });
    ctx.log('policy.rule.deactivate', [ruleTarget(after)]);
  },
} satisfies Partial<HandlersOf<'Group'>>;
