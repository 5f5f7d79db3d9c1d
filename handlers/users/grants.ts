import type { Context, ReadContext } from '../../contract/context.js';
import { notFound } from '../../contract/errors.js';
import type { Call, HandlersOf } from '../../contract/operations.js';
import { pageRequest, pagingOf } from '../../contract/paging.js';
import { reply } from '../../contract/reply.js';
import { userTarget } from '../../objects/logs/targets.js';
import { requireClient } from '../../objects/oauth/clients.js';
import { userGrantBody } from '../../objects/oauth/grants.js';
import { dropGrants, holderTargets } from '../../objects/oauth/revoke.js';
import { findUser } from '../../objects/users/find.js';
import type { OAuthGrantRow } from '../../store/rows/oauth-tokens.js';
import type { UserRow } from '../../store/rows/users.js';
import type { IndexOf } from '../../store/types.js';

const LIMITS = { limit: 20, max: 200 };

interface ListQuery {
  readonly after?: string;
  readonly limit?: number;
  readonly expand?: string;
}

/** A page of the grants with one key of an index. */
function grantPage(
  ctx: Context,
  query: ListQuery,
  within: { readonly index: IndexOf<'oauthGrants'>; readonly key: string },
  filter?: (row: OAuthGrantRow) => boolean,
) {
  const request = pageRequest(query, LIMITS, within.key);
  const page = ctx.store.oauthGrants.page({ ...request, within, filter });
  const bodies = page.rows.map((row) => userGrantBody(ctx, row, query.expand));
  return reply(bodies, { paging: pagingOf(page, request) });
}

function listUserGrants({ params, query }: Call<'listUserGrants'>, ctx: Context) {
  const user = findUser(ctx, params.userId);
  const { scopeId } = query;
  const wanted = scopeId ? (row: OAuthGrantRow): boolean => row.scopeId === scopeId : undefined;
  return grantPage(ctx, query, { index: 'user', key: user.id }, wanted);
}

function listForClient({ params, query }: Call<'listGrantsForUserAndClient'>, ctx: Context) {
  const user = findUser(ctx, params.userId);
  const app = requireClient(ctx, params.clientId);
  return grantPage(ctx, query, { index: 'userClient', key: `${user.id} ${app.id}` });
}

/** @throws OktaError 404 E0000007 for a grant of another user, too */
function grantOf({ store }: Pick<ReadContext, 'store'>, user: UserRow, grantId: string): OAuthGrantRow {
  const grant = store.oauthGrants.get(grantId);
  if (grant?.userId !== user.id) throw notFound(grantId, 'OAuth2ScopeConsentGrant');
  return grant;
}

/** What a user has consented to, for all clients and for one (facts: users §9). */
export const userGrants = {
  listUserGrants,

  listGrantsForUserAndClient: listForClient,

  getUserGrant: ({ params, query }, ctx) =>
    userGrantBody(ctx, grantOf(ctx, findUser(ctx, params.userId), params.grantId), query.expand),

  revokeUserGrants({ params }, ctx) {
    const user = findUser(ctx, params.userId);
    const grants = ctx.store.oauthGrants.where('user', user.id);
    if (grants.length > 0) ctx.log('app.oauth2.as.consent.revoke.user', [userTarget(user)]);
    dropGrants(ctx, [...grants]);
  },

  revokeUserGrant({ params }, ctx) {
    const user = findUser(ctx, params.userId);
    const grant = grantOf(ctx, user, params.grantId);
    dropGrants(ctx, [grant]);
    ctx.log('app.oauth2.as.consent.revoke', holderTargets(user, ctx.store.apps.require(grant.clientId)));
  },

  revokeGrantsForUserAndClient({ params }, ctx) {
    const user = findUser(ctx, params.userId);
    const app = requireClient(ctx, params.clientId);
    const grants = ctx.store.oauthGrants.where('userClient', `${user.id} ${app.id}`);
    if (grants.length > 0) ctx.log('app.oauth2.as.consent.revoke.user.client', holderTargets(user, app));
    dropGrants(ctx, [...grants]);
  },
} satisfies Partial<HandlersOf<'User'>>;
