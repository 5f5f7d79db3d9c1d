import type { Context, ReadContext } from '../../contract/context.js';
import { OktaError } from '../../contract/errors.js';
import type { Next } from '../../store/rows/common.js';
import type { SignInRow, SignInStatus } from '../../store/rows/sessions.js';
import type { UserRow } from '../../store/rows/users.js';
import { expireAt } from '../expiry.js';
import { tokenHash } from '../secrets/token-hash.js';

const MINUTE = 60_000;
/** Minutes that a sign-in waits for its next step (facts: authn). */
const STEP_MINUTES = 5;

/** A sign-in under way, and the token that names it: of that only the hash is kept. */
export interface SignIn {
  readonly token: string;
  readonly row: SignInRow;
}

/** Begins a sign-in or a recovery. */
export function beginSignIn(
  ctx: Context,
  status: SignInStatus,
  fields: Partial<Omit<SignInRow, 'id' | 'seq' | 'status'>>,
): SignIn {
  const token = `00${ctx.ids.secret(40)}`;
  const expires = ctx.clock.now() + STEP_MINUTES * MINUTE;
  const row = ctx.store.signIns.insert({
    id: tokenHash(token),
    amr: [],
    skipped: [],
    warns: false,
    enrolsMore: false,
    ...fields,
    status,
    created: ctx.now(),
    expires,
  });
  expireAt(ctx, 'signIns', row.id, expires);
  return { token, row };
}

/** Takes a sign-in a step further; it has its full time again. */
export function moveSignIn(ctx: Context, { token, row }: SignIn, changes: Partial<Next<SignInRow>>): SignIn {
  const expires = ctx.clock.now() + STEP_MINUTES * MINUTE;
  expireAt(ctx, 'signIns', row.id, expires);
  return { token, row: ctx.store.signIns.update(row.id, { ...changes, expires }) };
}

/** 403 E0000079: this step is not for this state. */
export const notNow = (): OktaError => {
  const summary = 'This operation is not allowed in the current authentication state.';
  return new OktaError('E0000079', { causes: [summary] });
};

/**
 * The sign-in that a state token names.
 * @param allowed the states in which this step may be taken; any without it
 * @throws OktaError 401 E0000011 for a token that is none or has ended, 403 E0000079 in another state
 */
export function findSignIn(
  ctx: Pick<ReadContext, 'store' | 'clock'>,
  token: unknown,
  ...allowed: readonly SignInStatus[]
): SignIn {
  const row = typeof token === 'string' ? ctx.store.signIns.get(tokenHash(token)) : undefined;
  if (!row || row.expires <= ctx.clock.now()) throw new OktaError('E0000011');
  if (allowed.length > 0 && !allowed.includes(row.status)) throw notNow();
  return { token: String(token), row };
}

/** Whose sign-in it is. @throws OktaError 403 E0000079 where nobody has the name that was given */
export function userOf(ctx: Pick<ReadContext, 'store'>, { row }: SignIn): UserRow {
  const user = row.userId === undefined ? undefined : ctx.store.users.get(row.userId);
  if (!user) throw notNow();
  return user;
}

/** Ends a sign-in: its token leads nowhere from now on. */
export function endSignIn(ctx: Pick<Context, 'store'>, { row }: SignIn): void {
  if (ctx.store.signIns.get(row.id)) ctx.store.signIns.remove(row.id);
}
