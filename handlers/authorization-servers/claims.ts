import type { Context } from '../../contract/context.js';
import { forbidden } from '../../contract/errors.js';
import type { Call, HandlersOf } from '../../contract/operations.js';
import { list, show } from '../../contract/reply.js';
import { claimOf, serverOf } from '../../objects/authorization-servers/find.js';
import { claimViewOf } from '../../objects/authorization-servers/parts.js';
import { claimTargets } from '../../objects/authorization-servers/targets.js';
import { readClaim } from './given-parts.js';

function updateClaim({ params, body }: Call<'updateOAuth2Claim'>, ctx: Context) {
  const server = serverOf(ctx, params.authServerId);
  const before = claimOf(ctx, server, params.claimId);
  const given = readClaim(ctx.store, server.id, body, before);
  const { system, name, claimType, valueType } = before;
  // What a system claim is stays; when it is there, and what the subject is made from, can be changed.
  if (system && (given.name !== name || given.claimType !== claimType || given.valueType !== valueType)) {
    throw forbidden();
  }
  const claim = ctx.store.oauth2Claims.update(before.id, given);
  ctx.log('oauth2.claim.updated', claimTargets(claim, server));
  return show(claimViewOf(server), claim);
}

/** Claims of an authorization server. */
export const claims = {
  listOAuth2Claims({ params }, ctx) {
    const server = serverOf(ctx, params.authServerId);
    return list(claimViewOf(server), ctx.store.oauth2Claims.where('server', server.id));
  },

  getOAuth2Claim({ params }, ctx) {
    const server = serverOf(ctx, params.authServerId);
    return show(claimViewOf(server), claimOf(ctx, server, params.claimId));
  },

  createOAuth2Claim({ params, body }, ctx) {
    const server = serverOf(ctx, params.authServerId);
    const given = readClaim(ctx.store, server.id, body);
    const claim = ctx.store.oauth2Claims.insert({ ...given, serverId: server.id, system: false });
    ctx.log('oauth2.claim.created', claimTargets(claim, server));
    return show(claimViewOf(server), claim);
  },

  updateOAuth2Claim: updateClaim,

  deleteOAuth2Claim({ params }, ctx) {
    const server = serverOf(ctx, params.authServerId);
    const claim = claimOf(ctx, server, params.claimId);
    if (claim.system) throw forbidden();
    ctx.store.oauth2Claims.remove(claim.id);
    ctx.log('oauth2.claim.deleted', claimTargets(claim, server));
  },
} satisfies Partial<HandlersOf<'AuthorizationServer'>>;
