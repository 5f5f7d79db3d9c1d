import type { Context } from '../../contract/context.js';
import type { OneTimeTokenRow, UserRow } from '../../store/rows/users.js';
import { tokenHash } from '../secrets/token-hash.js';

type Purpose = OneTimeTokenRow['purpose'];

const MINUTE = 60_000;
/** What recorded tokens of a purpose begin with. */
const PREFIXES: Readonly<Partial<Record<Purpose, string>>> = { PASSWORD_RESET: 'drp', RECOVERY: 'dfp' };
/** What a new token of a purpose ends: of two ways to a new password, the last one that was asked for leads there. */
const SUPERSEDED: Readonly<Record<Purpose, readonly Purpose[]>> = {
  ACTIVATION: ['ACTIVATION'],
  PASSWORD_RESET: ['PASSWORD_RESET', 'RECOVERY'],
  RECOVERY: ['PASSWORD_RESET', 'RECOVERY'],
  UNLOCK: ['UNLOCK'],
};
/** Minutes that an activation link holds: a week. */
export const ACTIVATION_MINUTES = 7 * 24 * 60;

/** Ends the user's open tokens, those of some purposes or all. */
export function endTokens(ctx: Context, userId: string, purposes?: readonly Purpose[]): void {
  for (const row of ctx.store.oneTimeTokens.where('user', userId)) {
    if (purposes === undefined || purposes.includes(row.purpose)) ctx.store.oneTimeTokens.remove(row.id);
  }
}

/** Makes the value of a token: 20 characters. */
export function newToken(ctx: Pick<Context, 'ids'>, purpose: Purpose): string {
  const prefix = PREFIXES[purpose];
  return prefix === undefined ? ctx.ids.secret(20) : ctx.ids.next(prefix);
}

/**
 * Makes a one-time token and ends those that it takes the place of. Only its hash is kept.
 * @param minutes how long it holds, on the org's clock
 */
export function issueToken(ctx: Context, user: UserRow, purpose: Purpose, minutes: number): string {
  endTokens(ctx, user.id, SUPERSEDED[purpose]);
  return issueFirstToken(ctx, user, purpose, minutes);
}

/** The same for a user who was just made, and has none yet. */
export function issueFirstToken(ctx: Context, user: UserRow, purpose: Purpose, minutes: number): string {
  const token = newToken(ctx, purpose);
  ctx.store.oneTimeTokens.insert({
    id: tokenHash(token),
    userId: user.id,
    purpose,
    created: ctx.now(),
    expires: ctx.clock.timestamp(ctx.clock.now() + minutes * MINUTE),
  });
  return token;
}

/** The user's token with this value, unless it has expired on the org's clock. */
export function findToken(
  ctx: Pick<Context, 'store' | 'clock'>,
  token: string,
  purpose: Purpose,
): OneTimeTokenRow | undefined {
  const row = ctx.store.oneTimeTokens.get(tokenHash(token));
  if (!row || row.purpose !== purpose || Date.parse(row.expires) <= ctx.clock.now()) return undefined;
  return row;
}
