import type { Context, ReadContext } from '../../contract/context.js';
import { invalid, notFound, taken } from '../../contract/errors.js';
import { missing, refuseAll, tooLong } from '../../contract/given.js';
import type { Act } from '../../contract/operations.js';
import { clientMethod } from '../../objects/applications/client-method.js';
import { consentShown } from '../../objects/applications/consent.js';
import { appTarget } from '../../objects/applications/view.js';
import { target } from '../../objects/logs/targets.js';
import type { AppRow } from '../../store/rows/applications.js';
import type { OAuthGrantRow } from '../../store/rows/oauth-tokens.js';

/** A scope of Okta's own API: what it is of, and what may be done to it (facts: apps §9). */
const API_SCOPE = /^okta(?:\.[A-Za-z]+)+\.(?:read|manage|self|register)$/;

/** Whether this may be an org's own URL: which of its names a client knows it by is not known here. */
const isOrgUrl = (url: string): boolean => URL.canParse(url) && /^https?:/.test(url) && new URL(url).pathname === '/';

/** @throws OktaError 404 E0000007 for a grant that is not the app's */
function requireGrant({ store }: Pick<ReadContext, 'store'>, app: AppRow, grantId: string): OAuthGrantRow {
  const row = store.oauthGrants.get(grantId);
  if (row?.clientId !== app.id || row.source !== 'ADMIN') throw notFound(grantId, 'OAuth2ScopeConsentGrant');
  return row;
}

function logGrant(ctx: Context, event: 'grant' | 'revoke', app: AppRow, { scopeId }: OAuthGrantRow): void {
  ctx.log(`app.oauth2.admin.consent.${event}`, [appTarget(app), target(scopeId, 'scope', scopeId, scopeId)]);
}

const listScopeConsentGrants: Act<'listScopeConsentGrants'> = ({ params, query }, ctx) => {
  const app = ctx.store.apps.require(params.appId);
  return ctx.store.oauthGrants
    .where('admin', app.id)
    .map((row) => consentShown(row, app, ctx.links, query.expand === 'scope'));
};

const getScopeConsentGrant: Act<'getScopeConsentGrant'> = ({ params, query }, ctx) => {
  const app = ctx.store.apps.require(params.appId);
  return consentShown(requireGrant(ctx, app, params.grantId), app, ctx.links, query.expand === 'scope');
};

const grantConsentToScope: Act<'grantConsentToScope'> = ({ params, body }, ctx) => {
  const app = ctx.store.apps.require(params.appId);
  const { issuer, scopeId } = body;
  refuseAll([...missing('issuer', issuer), ...missing('scopeId', scopeId), ...tooLong('scopeId', scopeId)]);
  const scope = String(scopeId);
  if (!clientMethod(app)) throw invalid('clientId', 'clientId: The application has no OAuth 2.0 client.');
  if (!isOrgUrl(String(issuer))) {
    throw invalid('issuer', "issuer: The issuer must be the org's own authorization server.");
  }
  if (!API_SCOPE.test(scope)) throw invalid('scopeId', `scopeId: '${scope}' is not a scope of the API.`);
  if (ctx.store.oauthGrants.by('consent', ` ${app.id} ${scope}`)) throw invalid('scopeId', taken('scopeId'));
  const now = ctx.now();
  const row = ctx.store.oauthGrants.insert({
    source: 'ADMIN',
    status: 'ACTIVE',
    userId: null,
    createdBy: ctx.caller.userId,
    clientId: app.id,
    authServerId: null,
    scopeId: scope,
    created: now,
    lastUpdated: now,
  });
  logGrant(ctx, 'grant', app, row);
  return consentShown(row, app, ctx.links, true);
};

const revokeScopeConsentGrant: Act<'revokeScopeConsentGrant'> = ({ params }, ctx) => {
  const app = ctx.store.apps.require(params.appId);
  const row = requireGrant(ctx, app, params.grantId);
  ctx.store.oauthGrants.remove(row.id);
  logGrant(ctx, 'revoke', app, row);
};

/** What administrators allow an app to do with the API (facts: apps §9). */
export const consentGrants = {
  listScopeConsentGrants,
  getScopeConsentGrant,
  grantConsentToScope,
  revokeScopeConsentGrant,
};
