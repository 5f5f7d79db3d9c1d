import type { Context } from '../../../contract/context.js';
import { objectOf } from '../../../contract/given.js';
import type { NeighbourCall } from '../../../contract/neighbours.js';
import { removeFactor } from '../../../objects/factors/removal.js';
import { advance, backTo } from '../../../objects/sign-in/advance.js';
import { endSignIn, findSignIn, moveSignIn, notNow, userOf } from '../../../objects/sign-in/state.js';

const tokenOf = ({ body }: NeighbourCall): unknown => objectOf(body)?.stateToken;

/** Passes over a warning, or what need not be enrolled. */
export function skip(call: NeighbourCall, ctx: Context): unknown {
  const signIn = findSignIn(ctx, tokenOf(call), 'PASSWORD_WARN', 'MFA_ENROLL');
  const { status, canSkip, skipped } = signIn.row;
  if (status === 'MFA_ENROLL' && canSkip !== true) throw notNow();
  const what = status === 'MFA_ENROLL' ? 'enroll' : 'warn';
  return advance(ctx, userOf(ctx, signIn), moveSignIn(ctx, signIn, { skipped: [...skipped, what] }));
}

/** Goes back to the choice of a factor. What was begun to be enrolled is forgotten. */
export function previous(call: NeighbourCall, ctx: Context): unknown {
  const signIn = findSignIn(ctx, tokenOf(call), 'MFA_ENROLL_ACTIVATE', 'MFA_CHALLENGE');
  const user = userOf(ctx, signIn);
  const { status, factorId } = signIn.row;
  if (status === 'MFA_CHALLENGE') return backTo(ctx, user, signIn, 'MFA_REQUIRED');
  const back = backTo(ctx, user, signIn, 'MFA_ENROLL');
  const factor = factorId === undefined ? undefined : ctx.store.factors.get(factorId);
  if (factor?.status === 'PENDING_ACTIVATION') removeFactor(ctx, factor);
  return back;
}

/** Ends a sign-in. */
export function cancel(call: NeighbourCall, ctx: Context): unknown {
  const signIn = findSignIn(ctx, tokenOf(call));
  endSignIn(ctx, signIn);
  const { relayState } = signIn.row;
  return relayState === undefined ? {} : { relayState };
}
