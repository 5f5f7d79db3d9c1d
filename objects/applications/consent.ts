import type { Links } from '../../contract/links.js';
import type { Schemas } from '../../contract/routes.js';
import type { ShownAs } from '../../contract/shapes.js';
import type { AppRow } from '../../store/rows/applications.js';
import type { OAuthGrantRow } from '../../store/rows/oauth-tokens.js';
import { clientIdOf } from '../oauth/clients.js';

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
