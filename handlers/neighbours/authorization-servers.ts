import type { Context, ReadContext } from '../../contract/context.js';
import { notFound } from '../../contract/errors.js';
import type { NeighbourCall, NeighbourHandler } from '../../contract/neighbours.js';
import { reply, show } from '../../contract/reply.js';
import { orgMetadata, serverMetadata } from '../../objects/authorization-servers/discovery.js';
import { findServer, serverOf } from '../../objects/authorization-servers/find.js';
import { type KeyOwner, keysOf, type MadeKeys, nameKey, publicJwk } from '../../objects/authorization-servers/keys.js';
import { fillKeys, makeMissing } from '../../objects/authorization-servers/making.js';
import type { MetadataName } from '../../objects/authorization-servers/names.js';
import { keyViewOf } from '../../objects/authorization-servers/view.js';
import type { AuthorizationServerRow } from '../../store/rows/authorization-servers.js';

/** A server that answers: none that was deactivated (facts: oauth-oidc). */
function activeServer({ store }: Pick<ReadContext, 'store'>, { params }: NeighbourCall): AuthorizationServerRow {
  const ref = params.authServerId ?? '';
  const server = findServer(store, ref);
  if (server?.status !== 'ACTIVE') throw notFound(ref, 'AuthorizationServer');
  return server;
}

/** Clients in a browser read the documents from anywhere. */
const PUBLIC = { 'Access-Control-Allow-Origin': '*' };

/** A metadata document of a server. */
export const getServerMetadata =
  (name: MetadataName): NeighbourHandler =>
  (call, ctx) =>
    reply(serverMetadata(ctx.store, activeServer(ctx, call), ctx.links, name), { headers: PUBLIC });

/** A metadata document of the org's own server. */
export const getOrgMetadata =
  (name: MetadataName): NeighbourHandler =>
  (_, { links }) =>
    reply(orgMetadata(links, name), { headers: PUBLIC });

const keySet = (ctx: Context, owner: KeyOwner, made: MadeKeys) =>
  reply({ keys: fillKeys(ctx, owner, made).map(publicJwk) }, { headers: PUBLIC });

/** The public keys of a server: what it signs with, what it will, what it did. */
export const getServerKeys: NeighbourHandler = {
  prepare: (call, ctx) => makeMissing(ctx, activeServer(ctx, call).id),
  act: (call, ctx, made) => keySet(ctx, activeServer(ctx, call).id, made as MadeKeys),
};

/** The public keys of the org's own server, which gets its first key when somebody asks. */
export const getOrgKeys: NeighbourHandler = {
  prepare: (_, ctx) => makeMissing(ctx, null, keysOf(ctx.store, null).length === 0 ? 1 : 0),
  act(_, ctx, made) {
    const keys = made as MadeKeys;
    if (keysOf(ctx.store, null).length === 0) nameKey(ctx, null, 'ACTIVE', keys);
    return keySet(ctx, null, keys);
  },
};

/** One key of a server, where its own link leads. */
export const getServerKey: NeighbourHandler = {
  prepare: ({ params }, ctx) => makeMissing(ctx, serverOf(ctx, params.authServerId ?? '').id),
  act({ params }, ctx, made) {
    const { authServerId = '', kid = '' } = params;
    const server = serverOf(ctx, authServerId);
    const key = fillKeys(ctx, server.id, made as MadeKeys).find((one) => one.kid === kid);
    if (!key) throw notFound(kid, 'JsonWebKey');
    return show(keyViewOf(server), key);
  },
};
