import type { Context } from '../../contract/context.js';
import { forbidden, invalid } from '../../contract/errors.js';
import type { Call, HandlersOf } from '../../contract/operations.js';
import { byLastId, pageReply, pageRequest } from '../../contract/paging.js';
import { show } from '../../contract/reply.js';
import { serverOf } from '../../objects/authorization-servers/find.js';
import { keyIn, nameKey } from '../../objects/authorization-servers/keys.js';
import { inMode, scheduleRotation } from '../../objects/authorization-servers/rotation.js';
import { addServer } from '../../objects/authorization-servers/system.js';
import { serverTarget } from '../../objects/authorization-servers/targets.js';
import { serverView } from '../../objects/authorization-servers/view.js';
import { issuerOf } from '../../objects/domains/issuers.js';
import { cancel, ROTATE_KEYS } from '../../objects/due.js';
import { removeWithReferences } from '../../objects/removal.js';
import type { AuthorizationServerRow } from '../../store/rows/authorization-servers.js';
import { foldKey } from '../../store/rows/spec.js';
import { type GivenServer, readServer } from './given.js';

const LIMITS = { limit: 200, max: 200 };

/** A text that the name or an audience holds (facts: authorization-server). */
function holding(q: string | undefined): ((row: AuthorizationServerRow) => boolean) | undefined {
  if (!q) return undefined;
  const wanted = foldKey(q);
  return ({ name, audiences }) => [name, ...audiences].some((text) => foldKey(text).includes(wanted));
}

/**
 * What a server's issuer is to be.
 * @throws OktaError 400 E0000001 where the org has no domain of its own for it
 */
function issuer(ctx: Context, given: GivenServer, before?: AuthorizationServerRow) {
  const found = issuerOf(ctx, given.issuerMode, before);
  if (!found) throw invalid('issuerMode', 'issuerMode: CUSTOM_URL takes a custom domain, and the org has none.');
  return found;
}

function turn(ctx: Context, ref: string, status: AuthorizationServerRow['status']): void {
  const before = serverOf(ctx, ref);
  if (before.status === status) return;
  const server = ctx.store.authorizationServers.update(before.id, { status, lastUpdated: ctx.now() });
  ctx.log(status === 'ACTIVE' ? 'oauth2.as.activated' : 'oauth2.as.deactivated', [serverTarget(server)]);
}

function update({ params, body }: Call<'updateAuthorizationServer'>, ctx: Context) {
  const before = serverOf(ctx, params.authServerId);
  const { rotationMode, ...given } = readServer(body);
  const now = ctx.now();
  const server = ctx.store.authorizationServers.update(before.id, {
    ...given,
    ...issuer(ctx, { ...given, rotationMode }, before),
    signing: inMode(before.signing, rotationMode ?? before.signing.rotationMode, now),
    lastUpdated: now,
  });
  // Who rotates by hand publishes the next key first.
  const { id, signing } = server;
  if (signing.rotationMode === 'MANUAL' && !keyIn(ctx.store, id, 'NEXT')) nameKey(ctx, id, 'NEXT');
  scheduleRotation(ctx, server);
  ctx.log('oauth2.as.updated', [serverTarget(server)]);
  return show(serverView, server);
}

/** What goes with a server beside its own parts, told before it goes. */
function logLapsed(ctx: Context, server: AuthorizationServerRow): void {
  const { oauthTokens, oauthGrants } = ctx.store;
  if (oauthTokens.count('server', server.id) > 0) {
    ctx.log('app.oauth2.token.revoke.implicit.as', [serverTarget(server)]);
  }
  if (oauthGrants.count('server', server.id) > 0) {
    ctx.log('app.oauth2.as.consent.revoke.implicit.as', [serverTarget(server)]);
  }
}

/** Authorization servers and their life cycle (facts: authorization-server). */
export const servers = {
  listAuthorizationServers({ query }, ctx) {
    const request = pageRequest(query, LIMITS, '', byLastId(ctx.store.authorizationServers, 'aus'));
    return pageReply(
      serverView,
      ctx.store.authorizationServers.page({ ...request, filter: holding(query.q) }),
      request,
    );
  },

  getAuthorizationServer: ({ params }, ctx) => show(serverView, serverOf(ctx, params.authServerId)),

  createAuthorizationServer({ body }, ctx) {
    const given = readServer(body);
    const server = addServer(ctx, {
      ...given,
      ...issuer(ctx, given),
      rotationMode: given.rotationMode ?? 'AUTO',
      status: 'ACTIVE',
      default: false,
    });
    ctx.log('oauth2.as.created', [serverTarget(server)]);
    return show(serverView, server);
  },

  updateAuthorizationServer: update,

  deleteAuthorizationServer({ params }, ctx) {
    const server = serverOf(ctx, params.authServerId);
    if (server.default) throw forbidden();
    ctx.log('oauth2.as.deleted', [serverTarget(server)]);
    logLapsed(ctx, server);
    cancel(ctx, { kind: ROTATE_KEYS, of: server.id });
    removeWithReferences(ctx, 'authorizationServers', server.id);
  },

  activateAuthorizationServer: ({ params }, ctx) => turn(ctx, params.authServerId, 'ACTIVE'),

  deactivateAuthorizationServer: ({ params }, ctx) => turn(ctx, params.authServerId, 'INACTIVE'),
} satisfies Partial<HandlersOf<'AuthorizationServer'>>;
