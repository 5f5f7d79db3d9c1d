import type { Context } from '../../server/context.js';
import type { OneTimeTokenRow, UserRow } from '../../store/rows/people.js';
import { tokenHash } from '../../store/token-hash.js';

type Purpose = OneTimeTokenRow['purpose'];

const MINUTE = 60_000;
/** What recorded tokens of a purpose begin with. */
const PREFIXES: Readonly<Partial<Record<Purpose, string>>> = { PASSWORD_RESET: 'drp', RECOVERY: 'dfp' };
/** Minutes that an activation link holds: a week. */
export const ACTIVATION_MINUTES = 7 * 24 * 60;

/** Ends the user's open tokens, of one purpose or of all. */
export function endTokens(ctx: Context, userId: string, purpose?: Purpose): void {
  for (const row of ctx.store.oneTimeTokens.where('user', userId)) {
    if (purpose === undefined || row.purpose === purpose) ctx.store.oneTimeTokens.remove(row.id);
  }
}

/**
 * Makes a one-time token of 20 characters and ends the former ones of its purpose. Only its hash is kept.
 * @param minutes how long it holds, on the org's clock
 */
export function issueToken(ctx: Context, user: UserRow, purpose: Purpose, minutes: number): string {
  endTokens(ctx, user.id, purpose);
  return issueFirstToken(ctx, user, purpose, minutes);
}

/** The same for a user who has none of this purpose yet. */
export function issueFirstToken(ctx: Context, user: UserRow, purpose: Purpose, minutes: number): string {
  const prefix = PREFIXES[purpose];
  const token = prefix === undefined ? ctx.ids.secret(20) : ctx.ids.next(prefix);
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
