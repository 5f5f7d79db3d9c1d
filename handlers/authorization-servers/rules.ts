import type { Context } from '../../contract/context.js';
import { forbidden, invalid } from '../../contract/errors.js';
import type { Call, HandlersOf } from '../../contract/operations.js';
import { list, show } from '../../contract/reply.js';
import { policyOf, ruleOf, serverOf } from '../../objects/authorization-servers/find.js';
import { ruleViewOf } from '../../objects/authorization-servers/parts.js';
import { ruleTargets } from '../../objects/authorization-servers/targets.js';
import { closeGap, inOrder, makeRoom, moveTo } from '../../objects/priorities.js';
import type { AuthorizationServerRow, ServerPolicyRow, ServerRuleRow } from '../../store/rows/authorization-servers.js';
import { readRule } from './given-policies.js';

/** What the path of a rule leads to on its way. */
interface Place {
  readonly server: AuthorizationServerRow;
  readonly policy: ServerPolicyRow;
}

function placeOf(ctx: Context, params: { readonly authServerId: string; readonly policyId: string }): Place {
  const server = serverOf(ctx, params.authServerId);
  return { server, policy: policyOf(ctx, server, params.policyId) };
}

const siblings = ({ store }: Context, { id }: ServerPolicyRow): readonly ServerRuleRow[] =>
  store.serverRules.where('policy', id);

/** @throws OktaError 400 E0000001 where another rule of the policy has the name */
function refuseTaken(ctx: Context, policy: ServerPolicyRow, name: string, id?: string): void {
  const other = siblings(ctx, policy).find((rule) => rule.name === name && rule.id !== id);
  if (other) throw invalid('name', 'name: Policy rule name already in use');
}

function create({ params, body }: Call<'createAuthorizationServerPolicyRule'>, ctx: Context) {
  const { server, policy } = placeOf(ctx, params);
  const { priority: wanted, ...given } = readRule(ctx.store, server.id, body);
  refuseTaken(ctx, policy, given.name);
  const now = ctx.now();
  const { serverRules } = ctx.store;
  const priority = makeRoom(serverRules, siblings(ctx, policy), now, wanted);
  const rule = serverRules.insert({
    ...given,
    policyId: policy.id,
    serverId: server.id,
    status: 'ACTIVE',
    priority,
    system: false,
    created: now,
    lastUpdated: now,
  });
  ctx.log('policy.rule.add', ruleTargets(rule, policy));
  return show(ruleViewOf(server), rule);
}

function update({ params, body }: Call<'updateAuthorizationServerPolicyRule'>, ctx: Context) {
  const { server, policy } = placeOf(ctx, params);
  const before = ruleOf(ctx, policy, params.ruleId);
  const { priority: wanted, ...given } = readRule(ctx.store, server.id, body, before);
  refuseTaken(ctx, policy, given.name, before.id);
  const { serverRules } = ctx.store;
  moveTo(serverRules, siblings(ctx, policy), before.id, ctx.now(), wanted);
  const rule = serverRules.update(before.id, { ...given, lastUpdated: ctx.now() });
  ctx.log('policy.rule.update', ruleTargets(rule, policy));
  return show(ruleViewOf(server), rule);
}

function turn(
  { params }: Pick<Call<'activateAuthorizationServerPolicyRule'>, 'params'>,
  ctx: Context,
  status: ServerRuleRow['status'],
): void {
  const { policy } = placeOf(ctx, params);
  const before = ruleOf(ctx, policy, params.ruleId);
  if (before.status === status) return;
  const rule = ctx.store.serverRules.update(before.id, { status, lastUpdated: ctx.now() });
  ctx.log(status === 'ACTIVE' ? 'policy.rule.activate' : 'policy.rule.deactivate', ruleTargets(rule, policy));
}

/** Rules of a policy of an authorization server, in the order in which they are tried. */
export const rules = {
  listAuthorizationServerPolicyRules({ params }, ctx) {
    const { server, policy } = placeOf(ctx, params);
    return list(ruleViewOf(server), inOrder(siblings(ctx, policy)));
  },

  getAuthorizationServerPolicyRule({ params }, ctx) {
    const { server, policy } = placeOf(ctx, params);
    return show(ruleViewOf(server), ruleOf(ctx, policy, params.ruleId));
  },

  createAuthorizationServerPolicyRule: create,

  updateAuthorizationServerPolicyRule: update,

  deleteAuthorizationServerPolicyRule({ params }, ctx) {
    const { policy } = placeOf(ctx, params);
    const rule = ruleOf(ctx, policy, params.ruleId);
    if (rule.system) throw forbidden();
    ctx.store.serverRules.remove(rule.id);
    closeGap(ctx.store.serverRules, siblings(ctx, policy), ctx.now());
    ctx.log('policy.rule.delete', ruleTargets(rule, policy));
  },

  activateAuthorizationServerPolicyRule: (call, ctx) => turn(call, ctx, 'ACTIVE'),

  deactivateAuthorizationServerPolicyRule: (call, ctx) => turn(call, ctx, 'INACTIVE'),
} satisfies Partial<HandlersOf<'AuthorizationServer'>>;
