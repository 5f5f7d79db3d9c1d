import type { Context } from '../../contract/context.js';
import { OktaError } from '../../contract/errors.js';
import type { NeighbourCall } from '../../contract/neighbours.js';
import { raw } from '../../contract/reply.js';
import { userTarget } from '../../objects/logs/targets.js';
import { setSessionCookie } from '../../objects/sessions/cookie.js';
import { redeemSessionToken } from '../../objects/sessions/tokens.js';

/** A picture of one transparent point. */
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** The cookie that a one-time token stands for. @throws OktaError 401 E0000004 for a token that is none */
function cookieOf(ctx: Context, token: string | undefined): string {
  const session = token === undefined ? undefined : redeemSessionToken(ctx, token);
  if (!session) throw new OktaError('E0000004');
  const user = ctx.store.users.require(session.userId);
  ctx.log('user.session.start', [], { actor: userTarget(user), sessionId: session.id });
  return setSessionCookie(ctx, session.id);
}

/** An address to go on to. @throws OktaError 400 E0000001 for one that is none, or no page */
function pageOf(ctx: Context, given: string | undefined): string {
  const url = URL.canParse(given ?? '', ctx.links.base) ? new URL(given ?? '', ctx.links.base) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new OktaError('E0000001', { args: ['redirectUrl'], causes: ['redirectUrl: The URL is not valid'] });
  }
  return url.href;
}

/** Gives a browser its session and sends it on (facts: authn). */
export function redirectWithSession({ query }: NeighbourCall, ctx: Context): unknown {
  const location = pageOf(ctx, query.redirectUrl);
  const headers = { 'Set-Cookie': cookieOf(ctx, query.token), Location: location };
  return raw('', { mediaType: 'text/html', status: 302, headers });
}

/** The same for a page that shows a picture. */
export function pixelWithSession({ query }: NeighbourCall, ctx: Context): unknown {
  return raw(PIXEL, { mediaType: 'image/gif', headers: { 'Set-Cookie': cookieOf(ctx, query.token) } });
}
