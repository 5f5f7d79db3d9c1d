import type { Context } from '../../contract/context.js';
import type { AppRow } from '../../store/rows/applications.js';
import type { LogTarget } from '../../store/rows/logs.js';
import type { OAuthGrantRow, OAuthTokenRow } from '../../store/rows/oauth-tokens.js';
import type { UserRow } from '../../store/rows/users.js';
import { appTarget } from '../applications/view.js';
import { userTarget } from '../logs/targets.js';

type Changes = Pick<Context, 'store' | 'log'>;

/** Whose a token or grant is, as events name it: the user, and the client's app. */
export const holderTargets = (user: UserRow, app: AppRow): LogTarget[] => [userTarget(user), appTarget(app)];

/** Takes tokens away; nothing is told. */
export function dropTokens({ store }: Pick<Context, 'store'>, rows: readonly OAuthTokenRow[]): void {
  for (const { id } of rows) store.oauthTokens.remove(id);
}

/** Takes grants away; nothing is told. */
export function dropGrants({ store }: Pick<Context, 'store'>, rows: readonly OAuthGrantRow[]): void {
  for (const { id } of rows) store.oauthGrants.remove(id);
}

/** Ends all that clients hold for a user: the tokens, which is told, and where the user ends, too, the consents. */
export function revokeUserTokens(ctx: Changes, user: UserRow, options: { readonly grants: boolean }): void {
  const tokens = ctx.store.oauthTokens.where('user', user.id);
  if (tokens.length > 0) ctx.log('app.oauth2.token.revoke.implicit.user', [userTarget(user)]);
  dropTokens(ctx, [...tokens]);
  if (options.grants) dropGrants(ctx, [...ctx.store.oauthGrants.where('user', user.id)]);
}
