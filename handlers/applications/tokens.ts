import type { ReadContext } from '../../contract/context.js';
import { notFound } from '../../contract/errors.js';
import type { Act } from '../../contract/operations.js';
import { pageRequest, pagingOf } from '../../contract/paging.js';
import { reply } from '../../contract/reply.js';
import { appTokenShown } from '../../objects/applications/consent.js';
import { appTarget } from '../../objects/applications/view.js';
import { userTarget } from '../../objects/logs/targets.js';
import { removeWithReferences } from '../../objects/removal.js';
import type { AppRow } from '../../store/rows/applications.js';
import type { OAuthTokenRow } from '../../store/rows/oauth-tokens.js';

const LIMITS = { limit: 20, max: 200 };

/** A refusal names the app and the token (facts: recorded errors). @throws OktaError 404 E0000007 */
function requireToken({ store }: Pick<ReadContext, 'store'>, app: AppRow, tokenId: string): OAuthTokenRow {
  const row = store.oauthTokens.get(tokenId);
  if (row?.clientId !== app.id) {
    throw notFound(`${app.credentials.oauthClient?.client_id ?? app.id}.${tokenId}`, 'OAuth2RefreshTokenTx');
  }
  return row;
}

const listOAuth2TokensForApplication: Act<'listOAuth2TokensForApplication'> = ({ params, query }, ctx) => {
  const app = ctx.store.apps.require(params.appId);
  const request = pageRequest(query, LIMITS, app.id);
  const page = ctx.store.oauthTokens.page({ ...request, within: { index: 'client', key: app.id } });
  const isWhole = query.expand === 'scope';
  return reply(
    page.rows.map((row) => appTokenShown(ctx, row, app, isWhole)),
    { paging: pagingOf(page, request) },
  );
};

const getOAuth2TokenForApplication: Act<'getOAuth2TokenForApplication'> = ({ params, query }, ctx) => {
  const app = ctx.store.apps.require(params.appId);
  return appTokenShown(ctx, requireToken(ctx, app, params.tokenId), app, query.expand === 'scope');
};

const revokeOAuth2TokenForApplication: Act<'revokeOAuth2TokenForApplication'> = ({ params }, ctx) => {
  const app = ctx.store.apps.require(params.appId);
  const row = requireToken(ctx, app, params.tokenId);
  removeWithReferences(ctx, 'oauthTokens', row.id);
  const user = ctx.store.users.get(row.userId);
  ctx.log('app.oauth2.as.token.revoke', [...(user ? [userTarget(user)] : []), appTarget(app)]);
};

const revokeOAuth2TokensForApplication: Act<'revokeOAuth2TokensForApplication'> = ({ params }, ctx) => {
  const app = ctx.store.apps.require(params.appId);
  for (const { id } of ctx.store.oauthTokens.where('client', app.id)) ctx.store.oauthTokens.remove(id);
  ctx.log('app.oauth2.token.revoke.implicit.client', [appTarget(app)]);
};

/** The refresh tokens that an app's client holds (facts: apps §9). */
export const appTokens = {
  listOAuth2TokensForApplication,
  getOAuth2TokenForApplication,
  revokeOAuth2TokenForApplication,
  revokeOAuth2TokensForApplication,
};
