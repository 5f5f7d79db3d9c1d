import type { Context } from '../../contract/context.js';
import { OktaError, unreadable } from '../../contract/errors.js';
import { objectOf, textOf } from '../../contract/given.js';
import type { HandlersOf } from '../../contract/operations.js';
import { reply } from '../../contract/reply.js';
import { userTarget } from '../../objects/logs/targets.js';
import { endSession } from '../../objects/sessions/end.js';
import { issueSessionToken, prolong, redeemSessionToken } from '../../objects/sessions/tokens.js';
import { findSession, sessionView } from '../../objects/sessions/view.js';
import type { SessionRow } from '../../store/rows/sessions.js';

/** What a client asks for besides the session: a token that becomes the cookie, an address that sets it. */
function additionalFields(ctx: Context, row: SessionRow): object {
  const asked = new URLSearchParams(ctx.request.url.split('?')[1]).get('additionalFields')?.split(',') ?? [];
  const withToken = asked.includes('cookieToken');
  const withUrl = asked.includes('cookieTokenUrl');
  if (!withToken && !withUrl) return {};
  const { token: cookieToken } = issueSessionToken(ctx, row, row.id);
  const cookieTokenUrl = `${ctx.links.base}/login/sessionCookie?token=${cookieToken}`;
  return { ...(withToken ? { cookieToken } : {}), ...(withUrl ? { cookieTokenUrl } : {}) };
}

/** Sessions of people (facts: sessions). */
export const sessions = {
  createSession({ body }, ctx) {
    const token = textOf(objectOf(body)?.sessionToken);
    if (token === undefined) throw unreadable();
    const row = redeemSessionToken(ctx, token);
    if (!row) throw new OktaError('E0000004');
    const actor = userTarget(ctx.store.users.require(row.userId));
    ctx.log('user.session.start', [], { actor, sessionId: row.id });
    return { ...sessionView(ctx, row, 'me'), ...additionalFields(ctx, row) };
  },

  getSession({ params }, ctx) {
    const { row, form } = findSession(ctx, params.sessionId);
    return sessionView(ctx, row, form);
  },

  endSession({ params }, ctx) {
    const { row } = findSession(ctx, params.sessionId);
    const user = ctx.store.users.require(row.userId);
    endSession(ctx, row.id);
    ctx.log('user.session.end', [userTarget(user)]);
  },

  refreshSession({ params }, ctx) {
    const { row, form } = findSession(ctx, params.sessionId);
    const shown = sessionView(ctx, prolong(ctx, row), form);
    if (!/\breturn=minimal\b/.test(ctx.request.header('prefer') ?? '')) return shown;
    return reply(shown, { status: 204, headers: { 'Preference-Applied': 'return=minimal' } });
  },
} satisfies HandlersOf<'Session'>;
