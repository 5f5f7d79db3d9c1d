import type { Context, ReadContext } from '../../contract/context.js';
import type { Act } from '../../contract/operations.js';
import { pageRequest, pagingOf } from '../../contract/paging.js';
import { reply } from '../../contract/reply.js';
import { appTarget } from '../../objects/applications/view.js';
import { userTarget } from '../../objects/logs/targets.js';
import { dropTokens } from '../../objects/oauth/revoke.js';
import { isUsable, requireToken, tokenBody } from '../../objects/oauth/tokens.js';
import type { AppRow } from '../../store/rows/applications.js';
import type { OAuthTokenRow } from '../../store/rows/oauth-tokens.js';

const LIMITS = { limit: 20, max: 200 };

/** A token as the app's own paths show it. */
function shown(ctx: Pick<ReadContext, 'store' | 'links'>, app: AppRow, row: OAuthTokenRow, expand?: string) {
  const params = { appId: app.id, tokenId: row.id };
  return tokenBody(ctx, row, ctx.links.href('getOAuth2TokenForApplication', params), expand);
}

const listOAuth2TokensForApplication: Act<'listOAuth2TokensForApplication'> = ({ params, query }, ctx) => {
  const app = ctx.store.apps.require(params.appId);
  const request = pageRequest(query, LIMITS, app.id);
  const page = ctx.store.oauthTokens.page({
    ...request,
    within: { index: 'client', key: app.id },
    filter: (row) => isUsable(ctx, row),
  });
  return reply(
    page.rows.map((row) => shown(ctx, app, row, query.expand)),
    { paging: pagingOf(page, request) },
  );
};

const getOAuth2TokenForApplication: Act<'getOAuth2TokenForApplication'> = ({ params, query }, ctx) => {
  const app = ctx.store.apps.require(params.appId);
  return shown(ctx, app, requireToken(ctx, app, params.tokenId), query.expand);
};

function revoke(ctx: Context, app: AppRow, row: OAuthTokenRow): void {
  dropTokens(ctx, [row]);
  const user = ctx.store.users.get(row.userId);
  ctx.log('app.oauth2.as.token.revoke', [...(user ? [userTarget(user)] : []), appTarget(app)]);
}

const revokeOAuth2TokenForApplication: Act<'revokeOAuth2TokenForApplication'> = ({ params }, ctx) => {
  const app = ctx.store.apps.require(params.appId);
  revoke(ctx, app, requireToken(ctx, app, params.tokenId));
};

const revokeOAuth2TokensForApplication: Act<'revokeOAuth2TokensForApplication'> = ({ params }, ctx) => {
  const app = ctx.store.apps.require(params.appId);
  dropTokens(ctx, [...ctx.store.oauthTokens.where('client', app.id)]);
  ctx.log('app.oauth2.token.revoke.implicit.client', [appTarget(app)]);
};

/** The refresh tokens that an app's client holds (facts: apps §9). */
export const appTokens = {
  listOAuth2TokensForApplication,
  getOAuth2TokenForApplication,
  revokeOAuth2TokenForApplication,
  revokeOAuth2TokensForApplication,
};
