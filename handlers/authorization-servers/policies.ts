import type { Context } from '../../contract/context.js';
import { forbidden, invalid } from '../../contract/errors.js';
import type { Call, HandlersOf } from '../../contract/operations.js';
import { list, show } from '../../contract/reply.js';
import { policyOf, serverOf } from '../../objects/authorization-servers/find.js';
import { policyViewOf } from '../../objects/authorization-servers/parts.js';
import { policyTarget } from '../../objects/authorization-servers/targets.js';
import { closeGap, inOrder, makeRoom, moveTo } from '../../objects/priorities.js';
import { removeWithReferences } from '../../objects/removal.js';
import type { ServerPolicyRow } from '../../store/rows/authorization-servers.js';
import { type GivenPolicy, readPolicy } from './given-policies.js';

const siblings = ({ store }: Context, serverId: string): readonly ServerPolicyRow[] =>
  store.serverPolicies.where('server', serverId);

/** @throws OktaError 400 E0000001 where another policy of the server has the name */
function refuseTaken(ctx: Context, serverId: string, { name }: GivenPolicy, id?: string): void {
  const other = siblings(ctx, serverId).find((policy) => policy.name === name && policy.id !== id);
  if (other) throw invalid('name', 'name: Policy name already in use');
}

function create({ params, body }: Call<'createAuthorizationServerPolicy'>, ctx: Context) {
  const server = serverOf(ctx, params.authServerId);
  const { priority: wanted, ...given } = readPolicy(ctx.store, body);
  refuseTaken(ctx, server.id, { ...given, priority: wanted });
  const now = ctx.now();
  const { serverPolicies } = ctx.store;
  const priority = makeRoom(serverPolicies, siblings(ctx, server.id), now, wanted);
  const policy = serverPolicies.insert({
    ...given,
    serverId: server.id,
    status: 'ACTIVE',
    priority,
    system: false,
    created: now,
    lastUpdated: now,
  });
  ctx.log('policy.lifecycle.create', [policyTarget(policy)]);
  return show(policyViewOf(server), policy);
}

function update({ params, body }: Call<'updateAuthorizationServerPolicy'>, ctx: Context) {
  const server = serverOf(ctx, params.authServerId);
  const before = policyOf(ctx, server, params.policyId);
  const { priority: wanted, ...given } = readPolicy(ctx.store, body);
  refuseTaken(ctx, server.id, { ...given, priority: wanted }, before.id);
  const { serverPolicies } = ctx.store;
  moveTo(serverPolicies, siblings(ctx, server.id), before.id, ctx.now(), wanted);
  const policy = serverPolicies.update(before.id, { ...given, lastUpdated: ctx.now() });
  ctx.log('policy.lifecycle.update', [policyTarget(policy)]);
  return show(policyViewOf(server), policy);
}

function turn(
  { params }: Pick<Call<'activateAuthorizationServerPolicy'>, 'params'>,
  ctx: Context,
  status: ServerPolicyRow['status'],
): void {
  const before = policyOf(ctx, serverOf(ctx, params.authServerId), params.policyId);
  if (before.status === status) return;
  const policy = ctx.store.serverPolicies.update(before.id, { status, lastUpdated: ctx.now() });
  ctx.log(status === 'ACTIVE' ? 'policy.lifecycle.activate' : 'policy.lifecycle.deactivate', [policyTarget(policy)]);
}

/** Policies of an authorization server, in the order in which they are tried. */
export const policies = {
  listAuthorizationServerPolicies({ params }, ctx) {
    const server = serverOf(ctx, params.authServerId);
    return list(policyViewOf(server), inOrder(siblings(ctx, server.id)));
  },

  getAuthorizationServerPolicy({ params }, ctx) {
    const server = serverOf(ctx, params.authServerId);
    return show(policyViewOf(server), policyOf(ctx, server, params.policyId));
  },

  createAuthorizationServerPolicy: create,

  updateAuthorizationServerPolicy: update,

  deleteAuthorizationServerPolicy({ params }, ctx) {
    const policy = policyOf(ctx, serverOf(ctx, params.authServerId), params.policyId);
    if (policy.system) throw forbidden();
    removeWithReferences(ctx, 'serverPolicies', policy.id);
    closeGap(ctx.store.serverPolicies, siblings(ctx, policy.serverId), ctx.now());
    ctx.log('policy.lifecycle.delete', [policyTarget(policy)]);
  },

  activateAuthorizationServerPolicy: (call, ctx) => turn(call, ctx, 'ACTIVE'),

  deactivateAuthorizationServerPolicy: (call, ctx) => turn(call, ctx, 'INACTIVE'),
} satisfies Partial<HandlersOf<'AuthorizationServer'>>;
