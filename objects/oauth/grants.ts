import type { ReadContext } from '../../contract/context.js';
import type { Schemas } from '../../contract/routes.js';
import type { ShownAs } from '../../contract/shapes.js';
import type { OAuthGrantRow } from '../../store/rows/oauth-tokens.js';
import { clientIdOf } from './clients.js';
import { holderLinks, scopeLink } from './links.js';
import { issuerOfHeld } from './tokens.js';

type Reads = Pick<ReadContext, 'store' | 'links'>;

/** A user's consent to a scope of a server (facts: users §9). @param expand `scope` tells of the scope */
export function userGrantBody(
  ctx: Reads,
  row: OAuthGrantRow,
  expand?: string,
): ShownAs<Schemas['OAuth2ScopeConsentGrant']> {
  const { store, links } = ctx;
  const app = store.apps.get(row.clientId);
  const server = row.authServerId === null ? undefined : store.authorizationServers.get(row.authServerId);
  const scope = server ? store.oauth2Scopes.get(row.scopeId) : undefined;
  const { id = row.scopeId, name = row.scopeId, displayName = null, description = null } = scope ?? {};
  const shown = displayName === null ? {} : { displayName };
  const self = links.allow('getUserGrant', { userId: row.userId ?? '', grantId: row.id }, 'GET', 'DELETE');
  return {
    id: row.id,
    status: row.status,
    created: row.created,
    lastUpdated: row.lastUpdated,
    issuer: issuerOfHeld(ctx, row.authServerId),
    clientId: app ? clientIdOf(app) : row.clientId,
    userId: row.userId,
    scopeId: row.scopeId,
    source: row.source,
    ...(expand === 'scope' ? { _embedded: { scope: { id, name, ...shown, description } } } : {}),
    _links: {
      ...holderLinks(store, row, links),
      ...(server && scope ? { scope: scopeLink(server, scope, links) } : {}),
      self,
    },
  };
}
