import type { ReadContext } from '../../contract/context.js';
import type { Links } from '../../contract/links.js';
import type { Schemas } from '../../contract/routes.js';
import type { ShownAs } from '../../contract/shapes.js';
import type { AppRow } from '../../store/rows/applications.js';
import type { OAuthGrantRow, OAuthTokenRow } from '../../store/rows/oauth-tokens.js';

const clientIdOf = ({ id, credentials }: AppRow): string => credentials.oauthClient?.client_id ?? id;

/** Where the client of an app is found beside the API. */
const clientHref = (app: AppRow, { base }: Links): string =>
  `${base}/oauth2/v1/clients/${encodeURIComponent(clientIdOf(app))}`;

/**
 * An administrator's consent that an app may use a scope of the API (facts: apps §9).
 * @param embedded whether the scope is shown in it
 */
export function consentShown(
  { id, status, created, createdBy, lastUpdated, scopeId, source }: OAuthGrantRow,
  app: AppRow,
  links: Links,
  embedded: boolean,
): ShownAs<Schemas['OAuth2ScopeConsentGrant']> {
  const title = app.label;
  return {
    id,
    status,
    created,
    ...(createdBy === null ? {} : { createdBy: { id: createdBy, type: 'User' } }),
    lastUpdated,
    issuer: links.base,
    clientId: clientIdOf(app),
    scopeId,
    source,
    ...(embedded ? { _embedded: { scope: { id: scopeId } } } : {}),
    _links: {
      app: { ...links.to('getApplication', { appId: app.id }), title },
      self: links.allow('getScopeConsentGrant', { appId: app.id, grantId: id }, 'GET', 'DELETE'),
      client: { href: clientHref(app, links), title },
    },
  };
}

type Reads = Pick<ReadContext, 'store' | 'links'>;

/** The server that issued a token: the org's own, or one of its servers. */
function issuerOf({ store, links }: Reads, authServerId: string | null): { issuer: string; link?: object } {
  if (authServerId === null) return { issuer: links.base };
  const server = store.authorizationServers.get(authServerId);
  const link = { ...links.to('getAuthorizationServer', { authServerId }), title: server?.name ?? authServerId };
  return { issuer: `${links.base}/oauth2/${authServerId}`, link };
}

/** The scopes of a token as they are embedded; of the org's own server only their names are known. */
const scopesOf = ({ store, links }: Reads, { authServerId, scopes }: OAuthTokenRow): object[] =>
  scopes.map((name) => {
    const scope =
      authServerId === null
        ? undefined
        : store.oauth2Scopes.where('server', authServerId).find((each) => each.name === name);
    if (!scope || authServerId === null) return { id: name };
    const params = { authServerId, scopeId: scope.id };
    return {
      id: scope.id,
      displayName: scope.displayName,
      _links: { scope: { ...links.to('getOAuth2Scope', params), title: name } },
    };
  });

/** A refresh token of an app's client (facts: apps §9, users §9). */
export function appTokenShown(
  ctx: Reads,
  row: OAuthTokenRow,
  app: AppRow,
  embedded: boolean,
): ShownAs<Schemas['OAuth2Token']> {
  const { links, store } = ctx;
  const { id, status, created, lastUpdated, expires, userId, scopes } = row;
  const params = { appId: app.id, tokenId: id };
  const { issuer, link } = issuerOf(ctx, row.authServerId);
  const login = store.users.get(userId)?.profile.login;
  return {
    id,
    status,
    created,
    lastUpdated,
    expiresAt: expires,
    issuer,
    clientId: clientIdOf(app),
    userId,
    scopes,
    ...(embedded ? { _embedded: { scopes: scopesOf(ctx, row) } } : {}),
    _links: {
      app: { ...links.to('getApplication', { appId: app.id }), title: app.label },
      self: links.to('getOAuth2TokenForApplication', params),
      revoke: links.allow('revokeOAuth2TokenForApplication', params, 'DELETE'),
      client: { href: clientHref(app, links), title: app.label },
      user: { ...links.to('getUser', { userId }), title: typeof login === 'string' ? login : userId },
      ...(link ? { authorizationServer: link } : {}),
    },
  };
}
