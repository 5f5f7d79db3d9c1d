import type { Context, ReadContext } from '../../../contract/context.js';
import { blank, invalid, OktaError } from '../../../contract/errors.js';
import { type Members, objectOf, textOf } from '../../../contract/given.js';
import type { NeighbourCall } from '../../../contract/neighbours.js';
import { refused } from '../../../contract/reply.js';
import { isCode } from '../../../objects/factors/codes.js';
import { wrongCode } from '../../../objects/factors/prove.js';
import { transition } from '../../../objects/lifecycle.js';
import { userTarget } from '../../../objects/logs/targets.js';
import { normalAnswer, scryptMatches } from '../../../objects/secrets/scrypt.js';
import { sendRecoveryCode } from '../../../objects/sign-in/recover.js';
import {
  beginSignIn,
  endSignIn,
  findSignIn,
  moveSignIn,
  notNow,
  type SignIn,
  userOf,
} from '../../../objects/sign-in/state.js';
import { transactionView, unlockedView } from '../../../objects/sign-in/view.js';
import { moveUser } from '../../../objects/users/change.js';
import { userLifecycle } from '../../../objects/users/states.js';
import { findToken } from '../../../objects/users/tokens.js';
import type { OneTimeTokenRow, UserRow } from '../../../store/rows/users.js';

/** Wrong codes or answers after which a recovery is over. */
const MAX_WRONG = 5;

const bodyOf = ({ body }: NeighbourCall): Members => objectOf(body) ?? {};

/** Ends the lockout that the recovery was about. */
function unlock(ctx: Context, user: UserRow, signIn: SignIn): object {
  const status = transition(userLifecycle, 'unlock', user.status, user);
  const event = ['user.account.unlock', { actor: userTarget(user) }] as const;
  const after = moveUser(ctx, user, status, { failedAttempts: 0 }, [event]);
  endSignIn(ctx, signIn);
  return unlockedView(ctx, after, signIn.row);
}

/** The person is who it should be: a new password, or the lockout ends. */
function proven(ctx: Context, user: UserRow, signIn: SignIn): object {
  if (signIn.row.recoveryType === 'UNLOCK') return unlock(ctx, user, signIn);
  return transactionView(ctx, moveSignIn(ctx, signIn, { status: 'PASSWORD_RESET', failedAttempts: 0 }), user);
}

/** The person has the phone or the mail box. Who has a recovery question answers that, too. */
function reached(ctx: Context, user: UserRow, signIn: SignIn): object {
  if (!user.credentials.recoveryQuestion) return proven(ctx, user, signIn);
  return transactionView(ctx, moveSignIn(ctx, signIn, { status: 'RECOVERY', failedAttempts: 0 }), user);
}

/** Counts a wrong code or answer; the fifth ends the recovery. */
function countWrong(ctx: Context, signIn: SignIn, error: OktaError): unknown {
  const failedAttempts = (signIn.row.failedAttempts ?? 0) + 1;
  if (failedAttempts >= MAX_WRONG) endSignIn(ctx, signIn);
  else ctx.store.signIns.update(signIn.row.id, { failedAttempts });
  return refused(error);
}

/** The way that a one-time token opens. */
function recoveryOf(ctx: Context, token: string): OneTimeTokenRow {
  const row =
    findToken(ctx, token, 'RECOVERY') ?? findToken(ctx, token, 'UNLOCK') ?? findToken(ctx, token, 'PASSWORD_RESET');
  if (!row) throw new OktaError('E0000011');
  return row;
}

/** Takes the token of a mail, which is used up by that (facts: authn). */
export function verifyRecoveryToken(call: NeighbourCall, ctx: Context): unknown {
  const token = textOf(bodyOf(call).recoveryToken);
  if (token === undefined) throw invalid('recoveryToken', blank('recoveryToken'));
  const row = recoveryOf(ctx, token);
  const user = ctx.store.users.require(row.userId);
  ctx.store.oneTimeTokens.remove(row.id);
  const recoveryType = row.purpose === 'UNLOCK' ? 'UNLOCK' : 'PASSWORD';
  const signIn = beginSignIn(ctx, 'RECOVERY', { userId: user.id, recoveryType });
  // An administrator who resets a password asks no question.
  return row.purpose === 'PASSWORD_RESET' ? proven(ctx, user, signIn) : reached(ctx, user, signIn);
}

/** The recovery by phone that a request is about. @throws OktaError 403 E0000079 for another channel */
function challengeOf(ctx: Context, call: NeighbourCall) {
  const signIn = findSignIn(ctx, bodyOf(call).stateToken, 'RECOVERY_CHALLENGE');
  const channel = signIn.row.recoveryFactor;
  if ((channel !== 'SMS' && channel !== 'CALL') || call.params.channel?.toUpperCase() !== channel) throw notNow();
  return { signIn, channel };
}

/** Takes the code that was sent for a recovery. */
export function verifyRecoveryCode(call: NeighbourCall, ctx: Context): unknown {
  const { signIn } = challengeOf(ctx, call);
  const passCode = textOf(bodyOf(call).passCode);
  if (passCode === undefined) throw invalid('passCode', blank('passCode'));
  const user = signIn.row.userId === undefined ? undefined : ctx.store.users.get(signIn.row.userId);
  if (!user || !isCode(ctx, signIn.row.code, passCode)) return countWrong(ctx, signIn, wrongCode({ noun: 'passcode' }));
  return reached(ctx, user, signIn);
}

/** Sends the code of a recovery once more. */
export function resendRecoveryCode(call: NeighbourCall, ctx: Context): unknown {
  const { signIn, channel } = challengeOf(ctx, call);
  const { userId, recoveryType, code: last } = signIn.row;
  const user = userId === undefined ? undefined : ctx.store.users.get(userId);
  const code = sendRecoveryCode(ctx, user, channel, recoveryType === 'UNLOCK' ? 'UNLOCK' : 'PASSWORD', last);
  return transactionView(ctx, moveSignIn(ctx, signIn, { code }), user);
}

/** Takes the answer to the recovery question. */
export const answerRecoveryQuestion = {
  async prepare(call: NeighbourCall, ctx: ReadContext): Promise<boolean> {
    const user = userOf(ctx, findSignIn(ctx, bodyOf(call).stateToken, 'RECOVERY'));
    const answer = textOf(bodyOf(call).answer);
    if (answer === undefined) throw invalid('answer', blank('answer'));
    const hash = user.credentials.recoveryQuestion?.answer;
    return hash !== undefined && (await scryptMatches(ctx, hash, normalAnswer(answer)));
  },

  act(call: NeighbourCall, ctx: Context, right: unknown): unknown {
    const signIn = findSignIn(ctx, bodyOf(call).stateToken, 'RECOVERY');
    const user = userOf(ctx, signIn);
    return right === true ? proven(ctx, user, signIn) : countWrong(ctx, signIn, new OktaError('E0000087'));
  },
};
