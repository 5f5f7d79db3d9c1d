import type { Context, ReadContext } from '../../contract/context.js';
import type { Call, HandlersOf } from '../../contract/operations.js';
import { pageRequest, pagingOf } from '../../contract/paging.js';
import { reply } from '../../contract/reply.js';
import { clientBody, clientIdOf, requireClient } from '../../objects/oauth/clients.js';
import { dropTokens, holderTargets } from '../../objects/oauth/revoke.js';
import { isUsable, requireToken, tokenBody } from '../../objects/oauth/tokens.js';
import { findUser } from '../../objects/users/find.js';
import type { AppRow } from '../../store/rows/applications.js';
import type { OAuthTokenRow } from '../../store/rows/oauth-tokens.js';
import type { UserRow } from '../../store/rows/users.js';

const LIMITS = { limit: 20, max: 200 };

/** A user's client: what the paths of tokens begin with. */
interface Holder {
  readonly user: UserRow;
  readonly app: AppRow;
}

type Params = Call<'listRefreshTokensForUserAndClient'>['params'];

function holderOf(ctx: ReadContext, { userId, clientId }: Params): Holder {
  const user = findUser(ctx, userId);
  return { user, app: requireClient(ctx, clientId) };
}

const paramsOf = ({ user, app }: Holder) => ({ userId: user.id, clientId: clientIdOf(app) });

const selfOf = (ctx: ReadContext, holder: Holder, tokenId: string): string =>
  ctx.links.href('getRefreshTokenForUserAndClient', { ...paramsOf(holder), tokenId });

function listClients({ params }: Call<'listUserClients'>, ctx: Context) {
  const user = findUser(ctx, params.userId);
  const { oauthTokens, oauthGrants, apps } = ctx.store;
  const tokens = oauthTokens.where('user', user.id).filter((row) => isUsable(ctx, row));
  const held = new Set([...tokens, ...oauthGrants.where('user', user.id)].map(({ clientId }) => clientId));
  return [...held].map((id) => {
    const app = apps.require(id);
    const at = paramsOf({ user, app });
    return clientBody(app, {
      grants: ctx.links.allow('listGrantsForUserAndClient', at, 'GET', 'DELETE'),
      tokens: ctx.links.allow('listRefreshTokensForUserAndClient', at, 'GET', 'DELETE'),
    });
  });
}

function listTokens({ params, query }: Call<'listRefreshTokensForUserAndClient'>, ctx: Context) {
  const holder = holderOf(ctx, params);
  const key = `${holder.user.id} ${holder.app.id}`;
  const request = pageRequest(query, LIMITS, key);
  const page = ctx.store.oauthTokens.page({
    ...request,
    within: { index: 'userClient', key },
    filter: (row) => isUsable(ctx, row),
  });
  const bodies = page.rows.map((row) => tokenBody(ctx, row, selfOf(ctx, holder, row.id), query.expand));
  return reply(bodies, { paging: pagingOf(page, request) });
}

const tokenAt = (ctx: ReadContext, { user, app }: Holder, tokenId: string): OAuthTokenRow =>
  requireToken(ctx, app, tokenId, ({ userId }) => userId === user.id);

/** The clients that hold something for a user, and their refresh tokens (facts: users §9). */
export const userTokens = {
  listUserClients: listClients,

  listRefreshTokensForUserAndClient: listTokens,

  getRefreshTokenForUserAndClient({ params, query }, ctx) {
    const holder = holderOf(ctx, params);
    const token = tokenAt(ctx, holder, params.tokenId);
    return tokenBody(ctx, token, selfOf(ctx, holder, token.id), query.expand);
  },

  revokeTokensForUserAndClient({ params }, ctx) {
    const { user, app } = holderOf(ctx, params);
    const tokens = ctx.store.oauthTokens.where('userClient', `${user.id} ${app.id}`);
    if (tokens.length > 0) ctx.log('app.oauth2.as.token.revoke', holderTargets(user, app));
    dropTokens(ctx, [...tokens]);
  },

  revokeTokenForUserAndClient({ params }, ctx) {
    const { user, app } = holderOf(ctx, params);
    dropTokens(ctx, [tokenAt(ctx, { user, app }, params.tokenId)]);
    ctx.log('app.oauth2.as.token.revoke', holderTargets(user, app));
  },
} satisfies Partial<HandlersOf<'User'>>;
