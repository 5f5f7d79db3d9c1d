import type { Context } from '../../contract/context.js';
import type { SessionRow, SessionTokenRow } from '../../store/rows/sessions.js';
import { expireAt } from '../expiry.js';
import { tokenHash } from '../secrets/token-hash.js';

const MINUTE = 60_000;
/** Minutes that a session token is good (facts: authn). */
const TOKEN_MINUTES = 5;

/** Who proved to be whom, and how long the session may last that comes of it. */
export type Proven = Pick<
  SessionTokenRow,
  'userId' | 'amr' | 'lastPasswordVerification' | 'lastFactorVerification' | 'idleMinutes' | 'lifetimeMinutes'
>;

/**
 * Makes a one-time token. Only its hash is kept.
 * @param existing the session whose cookie it stands for; without it a session begins with the token's use
 * @returns the token, when it ends in milliseconds since 1970, and the id of the session
 */
export function issueSessionToken(ctx: Context, proven: Proven, existing?: string) {
  const token = `201${ctx.ids.secret(52)}`;
  const expires = ctx.clock.now() + TOKEN_MINUTES * MINUTE;
  const sessionId = existing ?? `102${ctx.ids.secret(22)}`;
  const { userId, amr, lastPasswordVerification, lastFactorVerification, idleMinutes, lifetimeMinutes } = proven;
  const row = ctx.store.sessionTokens.insert({
    id: tokenHash(token),
    ...{ userId, amr, lastPasswordVerification, lastFactorVerification, idleMinutes, lifetimeMinutes },
    ...(existing === undefined ? { begins: sessionId } : { sessionId }),
    created: ctx.now(),
    expires,
  });
  expireAt(ctx, 'sessionTokens', row.id, expires);
  return { token, expires, sessionId };
}

/** When a session ends that is used now, in milliseconds since 1970. */
function endOf(ctx: Pick<Context, 'clock'>, begun: number, idleMinutes: number, lifetimeMinutes: number): number {
  const idle = ctx.clock.now() + idleMinutes * MINUTE;
  return lifetimeMinutes > 0 ? Math.min(idle, begun + lifetimeMinutes * MINUTE) : idle;
}

function beginSession(ctx: Context, row: SessionTokenRow): SessionRow {
  const { userId, amr, lastPasswordVerification, lastFactorVerification, idleMinutes, lifetimeMinutes } = row;
  const session = ctx.store.sessions.insert({
    // Tokens of earlier versions name no session.
    id: row.begins ?? `102${ctx.ids.secret(22)}`,
    ...{ userId, amr, lastPasswordVerification, lastFactorVerification, idleMinutes, lifetimeMinutes },
    created: ctx.now(),
    expires: endOf(ctx, ctx.clock.now(), idleMinutes, lifetimeMinutes),
  });
  expireAt(ctx, 'sessions', session.id, session.expires);
  return session;
}

/** The session that a token stands for, which is used up by that; undefined for a token that is none, or has ended. */
export function redeemSessionToken(ctx: Context, token: string): SessionRow | undefined {
  const row = ctx.store.sessionTokens.get(tokenHash(token));
  if (!row || row.expires <= ctx.clock.now()) return undefined;
  ctx.store.sessionTokens.remove(row.id);
  return row.sessionId === undefined ? beginSession(ctx, row) : ctx.store.sessions.get(row.sessionId);
}

/** Uses a session: it lasts its time again from now. */
export function prolong(ctx: Context, { id, created, idleMinutes, lifetimeMinutes }: SessionRow): SessionRow {
  const expires = endOf(ctx, Date.parse(created), idleMinutes, lifetimeMinutes);
  expireAt(ctx, 'sessions', id, expires);
  return ctx.store.sessions.update(id, { expires });
}
