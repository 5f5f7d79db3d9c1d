import type { Context, ReadContext } from '../../contract/context.js';
import type { Call, HandlersOf } from '../../contract/operations.js';
import { pageRequest, pagingOf } from '../../contract/paging.js';
import { reply } from '../../contract/reply.js';
import { appTarget } from '../../objects/applications/view.js';
import { refOf, serverOf } from '../../objects/authorization-servers/find.js';
import { clientBody, clientIdOf, requireClient } from '../../objects/oauth/clients.js';
import { dropTokens, holderTargets } from '../../objects/oauth/revoke.js';
import { isUsable, requireToken, tokenBody } from '../../objects/oauth/tokens.js';
import type { AppRow } from '../../store/rows/applications.js';
import type { AuthorizationServerRow } from '../../store/rows/authorization-servers.js';
import type { OAuthTokenRow } from '../../store/rows/oauth-tokens.js';

const LIMITS = { limit: 20, max: 200 };

/** A client at a server: what the paths of tokens begin with. */
interface Place {
  readonly server: AuthorizationServerRow;
  readonly app: AppRow;
}

type Params = Call<'listRefreshTokensForAuthorizationServerAndClient'>['params'];

function placeOf(ctx: Pick<ReadContext, 'store'>, { authServerId, clientId }: Params): Place {
  const server = serverOf(ctx, authServerId);
  return { server, app: requireClient(ctx, clientId) };
}

const paramsOf = ({ server, app }: Place) => ({ authServerId: refOf(server), clientId: clientIdOf(app) });

const selfOf = (ctx: ReadContext, place: Place, tokenId: string): string =>
  ctx.links.href('getRefreshTokenForAuthorizationServerAndClient', { ...paramsOf(place), tokenId });

const keyOf = ({ server, app }: Place): string => `${server.id} ${app.id}`;

function listClients({ params }: Call<'listOAuth2ClientsForAuthorizationServer'>, ctx: Context) {
  const server = serverOf(ctx, params.authServerId);
  const tokens = ctx.store.oauthTokens.where('server', server.id).filter((row) => isUsable(ctx, row));
  const apps = [...new Set(tokens.map(({ clientId }) => clientId))].map((id) => ctx.store.apps.require(id));
  return apps.map((app) =>
    clientBody(app, {
      tokens: ctx.links.allow(
        'listRefreshTokensForAuthorizationServerAndClient',
        paramsOf({ server, app }),
        'GET',
        'DELETE',
      ),
    }),
  );
}

function listTokens({ params, query }: Call<'listRefreshTokensForAuthorizationServerAndClient'>, ctx: Context) {
  const place = placeOf(ctx, params);
  const key = keyOf(place);
  const request = pageRequest(query, LIMITS, key);
  const page = ctx.store.oauthTokens.page({
    ...request,
    within: { index: 'serverClient', key },
    filter: (row) => isUsable(ctx, row),
  });
  const bodies = page.rows.map((row) => tokenBody(ctx, row, selfOf(ctx, place, row.id), query.expand));
  return reply(bodies, { paging: pagingOf(page, request) });
}

const tokenAt = (ctx: ReadContext, { server, app }: Place, tokenId: string): OAuthTokenRow =>
  requireToken(ctx, app, tokenId, ({ authServerId }) => authServerId === server.id);

/** The clients that hold tokens of a server, and those tokens (facts: authorization-server). */
export const clients = {
  listOAuth2ClientsForAuthorizationServer: listClients,

  listRefreshTokensForAuthorizationServerAndClient: listTokens,

  getRefreshTokenForAuthorizationServerAndClient({ params, query }, ctx) {
    const place = placeOf(ctx, params);
    const token = tokenAt(ctx, place, params.tokenId);
    return tokenBody(ctx, token, selfOf(ctx, place, token.id), query.expand);
  },

  revokeRefreshTokensForAuthorizationServerAndClient({ params }, ctx) {
    const place = placeOf(ctx, params);
    const tokens = ctx.store.oauthTokens.where('serverClient', keyOf(place));
    if (tokens.length > 0) ctx.log('app.oauth2.token.revoke.implicit.client', [appTarget(place.app)]);
    dropTokens(ctx, [...tokens]);
  },

  revokeRefreshTokenForAuthorizationServerAndClient({ params }, ctx) {
    const place = placeOf(ctx, params);
    const token = tokenAt(ctx, place, params.tokenId);
    dropTokens(ctx, [token]);
    ctx.log('app.oauth2.as.token.revoke', holderTargets(ctx.store.users.require(token.userId), place.app));
  },
} satisfies Partial<HandlersOf<'AuthorizationServer'>>;
