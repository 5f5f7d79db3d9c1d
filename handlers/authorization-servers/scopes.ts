import type { Context } from '../../contract/context.js';
import { forbidden } from '../../contract/errors.js';
import type { Call, HandlersOf } from '../../contract/operations.js';
import { pageRequest, pagingOf } from '../../contract/paging.js';
import { list, show } from '../../contract/reply.js';
import { filterOf } from '../../languages/filter/fields.js';
import { scopeOf, serverOf } from '../../objects/authorization-servers/find.js';
import { scopeViewOf } from '../../objects/authorization-servers/parts.js';
import { scopeTargets } from '../../objects/authorization-servers/targets.js';
import { removeWithReferences } from '../../objects/removal.js';
import type { OAuth2ScopeRow } from '../../store/rows/authorization-servers.js';
import { foldKey } from '../../store/rows/spec.js';
import { scopeFilter } from './filters.js';
import { readScope } from './given-parts.js';

const LIMITS = { limit: 200, max: 200 };

type Test = ((row: OAuth2ScopeRow) => boolean) | undefined;

function both(a: Test, b: Test): Test {
  return a && b ? (row) => a(row) && b(row) : (a ?? b);
}

function holding(q: string | undefined): Test {
  if (!q) return undefined;
  const wanted = foldKey(q);
  return ({ name }) => foldKey(name).includes(wanted);
}

/** Custom scopes come before the system's, as recorded. Link headers only where somebody pages. */
function listScopes({ params, query }: Call<'listOAuth2Scopes'>, ctx: Context) {
  const server = serverOf(ctx, params.authServerId);
  const given: { readonly after?: string } = query;
  const after = given.after ?? query.cursor;
  const request = pageRequest({ ...query, ...(after === undefined ? {} : { after }) }, LIMITS, server.id);
  const page = ctx.store.oauth2Scopes.page({
    ...request,
    within: { index: 'server', key: server.id },
    filter: both(holding(query.q), filterOf(query.filter, scopeFilter).filter),
    sort: { by: (row) => Number(row.system), descending: false },
  });
  const isPaged = query.limit !== undefined || after !== undefined || page.next !== undefined;
  return list(scopeViewOf(server), page.rows, isPaged ? pagingOf(page, request) : undefined);
}

function updateScope({ params, body }: Call<'updateOAuth2Scope'>, ctx: Context) {
  const server = serverOf(ctx, params.authServerId);
  const before = scopeOf(ctx, server, params.scopeId);
  const given = readScope(body, before);
  const { system, name, default: isDefault, optional } = before;
  // Of a system scope its texts, its consent and whether it is published can be changed, and nothing else.
  if (system && (given.name !== name || given.default !== isDefault || given.optional !== optional)) throw forbidden();
  const scope = ctx.store.oauth2Scopes.update(before.id, given);
  ctx.log('oauth2.scope.updated', scopeTargets(scope, server));
  return show(scopeViewOf(server), scope);
}

/** Scopes of an authorization server. */
export const scopes = {
  listOAuth2Scopes: listScopes,

  getOAuth2Scope({ params }, ctx) {
    const server = serverOf(ctx, params.authServerId);
    return show(scopeViewOf(server), scopeOf(ctx, server, params.scopeId));
  },

  createOAuth2Scope({ params, body }, ctx) {
    const server = serverOf(ctx, params.authServerId);
    const scope = ctx.store.oauth2Scopes.insert({ ...readScope(body), serverId: server.id, system: false });
    ctx.log('oauth2.scope.created', scopeTargets(scope, server));
    return show(scopeViewOf(server), scope);
  },

  updateOAuth2Scope: updateScope,

  deleteOAuth2Scope({ params }, ctx) {
    const server = serverOf(ctx, params.authServerId);
    const scope = scopeOf(ctx, server, params.scopeId);
    if (scope.system) throw forbidden();
    ctx.log('oauth2.scope.deleted', scopeTargets(scope, server));
    if (ctx.store.oauthGrants.count('scope', scope.id) > 0) {
      ctx.log('app.oauth2.as.consent.revoke.implicit.scope', scopeTargets(scope, server));
    }
    removeWithReferences(ctx, 'oauth2Scopes', scope.id);
  },
} satisfies Partial<HandlersOf<'AuthorizationServer'>>;
