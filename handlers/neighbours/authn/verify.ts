import type { Context, ReadContext } from '../../../contract/context.js';
import { notFound, OktaError } from '../../../contract/errors.js';
import { type Members, objectOf, textOf } from '../../../contract/given.js';
import type { NeighbourCall } from '../../../contract/neighbours.js';
import { refused } from '../../../contract/reply.js';
import { expireAt } from '../../../objects/expiry.js';
import { deliver } from '../../../objects/factors/deliver.js';
import { kindOfRow } from '../../../objects/factors/kinds.js';
import { hasProof, needProof } from '../../../objects/factors/prove.js';
import { beginTransaction, resultOf } from '../../../objects/factors/push.js';
import { amrOf, verifyFactor } from '../../../objects/factors/verify.js';
import { userTarget } from '../../../objects/logs/targets.js';
import { signOnRuleFor } from '../../../objects/policies/sign-on.js';
import { normalAnswer, scryptMatches } from '../../../objects/secrets/scrypt.js';
import { advance } from '../../../objects/sign-in/advance.js';
import { findSignIn, moveSignIn, notNow, type SignIn, userOf } from '../../../objects/sign-in/state.js';
import { transactionView } from '../../../objects/sign-in/view.js';
import type { FactorRow } from '../../../store/rows/factors.js';
import type { UserRow } from '../../../store/rows/users.js';

const MINUTE = 60_000;

const bodyOf = ({ body }: NeighbourCall): Members => objectOf(body) ?? {};

interface Chosen {
  readonly signIn: SignIn;
  readonly user: UserRow;
  readonly factor: FactorRow;
}

/** The factor that a request names, of the user who signs in. @throws OktaError 404 for another, 403 E0000069 for a locked user */
function chosen(ctx: Pick<ReadContext, 'store' | 'clock'>, call: NeighbourCall): Chosen {
  const signIn = findSignIn(ctx, bodyOf(call).stateToken, 'MFA_REQUIRED', 'MFA_CHALLENGE');
  const user = userOf(ctx, signIn);
  const id = call.params.factorId ?? '';
  const factor = ctx.store.factors.get(id);
  if (factor?.userId !== user.id || factor.status !== 'ACTIVE') throw notFound(id, 'UserFactor');
  if (user.status === 'LOCKED_OUT') throw new OktaError('E0000069');
  return { signIn, user, factor };
}

/** Has this device not be asked again for as long as the policy says, where the person wants that. */
function remember(ctx: Context, call: NeighbourCall, { signIn: { row }, user }: Chosen): void {
  const wants = call.query.rememberDevice === 'true' || bodyOf(call).rememberDevice === true;
  const { factorPromptMode, factorLifetime } = signOnRuleFor(ctx, user, { ip: ctx.request.ip });
  if (!wants || row.deviceToken === undefined || factorPromptMode === 'ALWAYS') return;
  // Once for a device, where no time is said.
  const expires = factorLifetime === 0 ? Number.MAX_SAFE_INTEGER : ctx.clock.now() + factorLifetime * MINUTE;
  const device = ctx.store.rememberedDevices.insert({ userId: user.id, deviceToken: row.deviceToken, expires });
  expireAt(ctx, 'rememberedDevices', device.id, expires);
}

function proved(ctx: Context, call: NeighbourCall, choice: Chosen): unknown {
  const { signIn, user, factor } = choice;
  remember(ctx, call, choice);
  const after = moveSignIn(ctx, signIn, {
    factorVerified: ctx.now(),
    amr: [...signIn.row.amr, amrOf(factor)],
  });
  return advance(ctx, ctx.store.users.require(user.id), after);
}

const challenged = (ctx: Context, { signIn, user, factor }: Chosen, transactionId?: string): unknown => {
  const waiting = transactionId === undefined ? {} : { transactionId };
  const after = moveSignIn(ctx, signIn, { status: 'MFA_CHALLENGE', factorId: factor.id, ...waiting });
  return transactionView(ctx, after, user);
};

/** Asks on the device, or tells what became of that. */
function askDevice(ctx: Context, call: NeighbourCall, choice: Chosen): unknown {
  const { signIn, user, factor } = choice;
  const { transactionId, factorId, status } = signIn.row;
  const asked = transactionId === undefined ? undefined : ctx.store.factorTransactions.get(transactionId);
  if (status === 'MFA_CHALLENGE' && factorId === factor.id && asked) {
    if (resultOf(ctx, asked) !== 'SUCCESS') return challenged(ctx, choice);
    ctx.log('user.authentication.auth_via_mfa', [userTarget(user)], { actor: userTarget(user) });
    return proved(ctx, call, choice);
  }
  ctx.log('system.push.send_factor_verify_push', [userTarget(user)]);
  return challenged(ctx, choice, beginTransaction(ctx, factor, 'VERIFICATION').id);
}

function challenge(ctx: Context, choice: Chosen): unknown {
  const { user, factor } = choice;
  if (kindOfRow(factor).proving === 'key') ctx.store.factors.update(factor.id, { nonce: ctx.ids.secret(20) });
  else deliver(ctx, user, factor, { purpose: 'verify', seconds: 300 });
  return challenged(ctx, choice);
}

/** Whether the answer is the one that was hashed, and with which row. */
interface Answered {
  readonly factor: FactorRow;
  readonly isRight: boolean;
}

/** Proves a second factor, or asks for the proof (facts: authn). */
export const verify = {
  async prepare(call: NeighbourCall, ctx: ReadContext): Promise<Answered | undefined> {
    const { factor } = chosen(ctx, call);
    const answer = textOf(bodyOf(call).answer);
    if (!factor.answer || answer === undefined) return undefined;
    return { factor, isRight: await scryptMatches(ctx, factor.answer, normalAnswer(answer)) };
  },

  act(call: NeighbourCall, ctx: Context, prepared: unknown): unknown {
    const choice = chosen(ctx, call);
    const { user, factor } = choice;
    const body = bodyOf(call);
    const { proving } = kindOfRow(factor);
    if (proving === 'device') return askDevice(ctx, call, choice);
    if ((proving === 'sent' || proving === 'key') && !hasProof(factor, body)) return challenge(ctx, choice);
    needProof(factor, body);
    const answered = prepared as Answered | undefined;
    const isRight = answered?.isRight === true && answered.factor.answer === factor.answer;
    const verified = verifyFactor(ctx, user, factor, body, isRight);
    return 'error' in verified ? refused(verified.error) : proved(ctx, call, choice);
  },
};

/** Sends the code, or asks on the device, once more. */
export function resendVerification(call: NeighbourCall, ctx: Context): unknown {
  const choice = chosen(ctx, call);
  const { signIn, user, factor } = choice;
  if (signIn.row.status !== 'MFA_CHALLENGE' || signIn.row.factorId !== factor.id) throw notNow();
  const { proving } = kindOfRow(factor);
  if (proving === 'device') return challenged(ctx, choice, beginTransaction(ctx, factor, 'VERIFICATION').id);
  if (proving !== 'sent') throw notNow();
  deliver(ctx, user, factor, { purpose: 'verify', seconds: 300 });
  return challenged(ctx, choice);
}
