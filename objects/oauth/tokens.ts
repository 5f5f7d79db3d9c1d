import type { ReadContext } from '../../contract/context.js';
import { notFound } from '../../contract/errors.js';
import type { Schemas } from '../../contract/routes.js';
import type { ShownAs } from '../../contract/shapes.js';
import type { AppRow } from '../../store/rows/applications.js';
import type { AuthorizationServerRow } from '../../store/rows/authorization-servers.js';
import type { OAuthTokenRow } from '../../store/rows/oauth-tokens.js';
import { issuerOf } from '../authorization-servers/view.js';
import { clientIdOf } from './clients.js';
import { holderLinks, scopeLink } from './links.js';

type Reads = Pick<ReadContext, 'store' | 'links'>;

/** Who issued something: a custom server, or the org's own. */
export function issuerOfHeld({ store, links }: Reads, authServerId: string | null): string {
  const server = authServerId === null ? undefined : store.authorizationServers.get(authServerId);
  return server ? issuerOf(server, links) : links.base;
}

/** Whether a token can still be used, on the org's clock. */
export const isUsable = ({ clock }: Pick<ReadContext, 'clock'>, { expires, status }: OAuthTokenRow): boolean =>
  status === 'ACTIVE' && Date.parse(expires) > clock.now();

function scopesOf({ store, links }: Reads, server: AuthorizationServerRow, row: OAuthTokenRow): object[] {
  return row.scopes.flatMap((name) => {
    const scope = store.oauth2Scopes.by('name', `${server.id} ${name}`);
    if (!scope) return [];
    const { id, displayName, description } = scope;
    const shown = displayName === null ? {} : { displayName };
    return [{ id, name, ...shown, description, _links: { scope: scopeLink(server, scope, links) } }];
  });
}

/** The scopes of the org's own server have no objects. */
function embeddedScopes(ctx: Reads, row: OAuthTokenRow): object[] {
  const server = row.authServerId === null ? undefined : ctx.store.authorizationServers.get(row.authServerId);
  return server ? scopesOf(ctx, server, row) : row.scopes.map((name) => ({ id: name, name }));
}

/**
 * A refresh token (facts: authorization-server, users §9).
 * @param self where it is read and revoked: by its server, its user or its app
 * @param expand `scope` tells of its scopes more than their names
 */
export function tokenBody(
  ctx: Reads,
  row: OAuthTokenRow,
  self: string,
  expand?: string,
): ShownAs<Schemas['OAuth2RefreshToken']> {
  const app = ctx.store.apps.get(row.clientId);
  return {
    id: row.id,
    status: row.status,
    created: row.created,
    lastUpdated: row.lastUpdated,
    expiresAt: row.expires,
    issuer: issuerOfHeld(ctx, row.authServerId),
    clientId: app ? clientIdOf(app) : row.clientId,
    userId: row.userId,
    scopes: row.scopes,
    ...(expand === 'scope' ? { _embedded: { scopes: embeddedScopes(ctx, row) } } : {}),
    _links: {
      ...holderLinks(ctx.store, row, ctx.links),
      self: { href: self },
      revoke: { href: self, hints: { allow: ['DELETE'] } },
    },
  };
}

/**
 * A token of a client that can still be used.
 * @param fits whether it is one that the path asks for
 * @throws OktaError 404 E0000007, which names client and token (facts: errors)
 */
export function requireToken(
  ctx: Pick<ReadContext, 'store' | 'clock'>,
  app: AppRow,
  tokenId: string,
  fits: (row: OAuthTokenRow) => boolean = () => true,
): OAuthTokenRow {
  const row = ctx.store.oauthTokens.get(tokenId);
  if (row?.clientId === app.id && fits(row) && isUsable(ctx, row)) return row;
  throw notFound(`${clientIdOf(app)}.${tokenId}`, 'OAuth2RefreshTokenTx');
}
