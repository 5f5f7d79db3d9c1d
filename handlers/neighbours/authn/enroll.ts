import type { Context, ReadContext } from '../../../contract/context.js';
import { notFound } from '../../../contract/errors.js';
import { type Members, objectOf } from '../../../contract/given.js';
import type { NeighbourCall } from '../../../contract/neighbours.js';
import { refused } from '../../../contract/reply.js';
import { deliver, sendActivationLink } from '../../../objects/factors/deliver.js';
import { enrolFactor } from '../../../objects/factors/enrol.js';
import { type GivenFactor, readFactor } from '../../../objects/factors/given.js';
import { kindOfRow } from '../../../objects/factors/kinds.js';
import { needProof } from '../../../objects/factors/prove.js';
import { activationOf, beginTransaction, resultOf } from '../../../objects/factors/push.js';
import { activateFactor, amrOf } from '../../../objects/factors/verify.js';
import { hashOf, normalAnswer } from '../../../objects/secrets/scrypt.js';
import { advance } from '../../../objects/sign-in/advance.js';
import { findSignIn, moveSignIn, notNow, type SignIn, userOf } from '../../../objects/sign-in/state.js';
import { transactionView } from '../../../objects/sign-in/view.js';
import type { FactorRow } from '../../../store/rows/factors.js';
import type { ScryptHash, UserRow } from '../../../store/rows/users.js';

interface Read {
  readonly given: GivenFactor;
  readonly answer?: ScryptHash;
}

const bodyOf = ({ body }: NeighbourCall): Members => objectOf(body) ?? {};

/** A factor that was enrolled counts as proved: who just set it up need not show it once more. */
const proved = (ctx: Context, user: UserRow, signIn: SignIn, factor: FactorRow): object =>
  advance(ctx, user, moveSignIn(ctx, signIn, { factorVerified: ctx.now(), amr: [...signIn.row.amr, amrOf(factor)] }));

/** Enrols a factor within a sign-in (facts: authn). */
export const enroll = {
  async prepare(call: NeighbourCall, ctx: ReadContext): Promise<Read> {
    const body = bodyOf(call);
    const user = userOf(ctx, findSignIn(ctx, body.stateToken, 'MFA_ENROLL', 'MFA_ENROLL_ACTIVATE'));
    const given = readFactor(user, body);
    return given.answer === undefined ? { given } : { given, answer: await hashOf(ctx, normalAnswer(given.answer)) };
  },

  act(call: NeighbourCall, ctx: Context, prepared: unknown): unknown {
    const { given, answer } = prepared as Read;
    const signIn = findSignIn(ctx, bodyOf(call).stateToken, 'MFA_ENROLL', 'MFA_ENROLL_ACTIVATE');
    const user = userOf(ctx, signIn);
    const factor = enrolFactor(ctx, user, given, {
      activate: false,
      updatePhone: call.query.updatePhone === 'true',
      seconds: 300,
      answer,
    });
    // What was begun before may have gone with the factor that it was about.
    if (!ctx.store.signIns.get(signIn.row.id)) throw notNow();
    if (factor.status === 'ACTIVE') return proved(ctx, user, signIn, factor);
    return transactionView(ctx, moveSignIn(ctx, signIn, { status: 'MFA_ENROLL_ACTIVATE', factorId: factor.id }), user);
  },
};

/** The factor that is being enrolled. @throws OktaError 404 for another one */
function pending(ctx: Context, call: NeighbourCall): { signIn: SignIn; user: UserRow; factor: FactorRow } {
  const signIn = findSignIn(ctx, bodyOf(call).stateToken, 'MFA_ENROLL_ACTIVATE');
  const id = call.params.factorId ?? '';
  const factor = ctx.store.factors.get(id);
  if (!factor || signIn.row.factorId !== id) throw notFound(id, 'UserFactor');
  return { signIn, user: userOf(ctx, signIn), factor };
}

/** Makes the factor active, or tells how its device stands. */
export function activate(call: NeighbourCall, ctx: Context): unknown {
  const { signIn, user, factor } = pending(ctx, call);
  if (factor.status === 'ACTIVE') return proved(ctx, user, signIn, factor);
  if (kindOfRow(factor).proving === 'device') {
    const last = activationOf(ctx, factor.id);
    const isOver = last === undefined || resultOf(ctx, last) !== 'WAITING';
    // A poll tells how it ended; asking to activate asks the device anew.
    if (isOver && !ctx.request.url.includes('/poll')) beginTransaction(ctx, factor, 'ACTIVATION');
    return transactionView(ctx, moveSignIn(ctx, signIn, {}), user);
  }
  needProof(factor, bodyOf(call));
  const verified = activateFactor(ctx, user, factor, bodyOf(call));
  return 'error' in verified ? refused(verified.error) : proved(ctx, user, signIn, verified.factor);
}

/** Sends the code once more. */
export function resendActivation(call: NeighbourCall, ctx: Context): unknown {
  const { signIn, user, factor } = pending(ctx, call);
  if (kindOfRow(factor).proving !== 'sent') throw notNow();
  deliver(ctx, user, factor, { purpose: 'enroll', seconds: 300 });
  return transactionView(ctx, moveSignIn(ctx, signIn, {}), user);
}

/** Sends the link by which a device is enrolled, by mail or text message. */
export function sendActivation(call: NeighbourCall, ctx: Context): unknown {
  const { signIn, user, factor } = pending(ctx, call);
  const last = activationOf(ctx, factor.id);
  if (kindOfRow(factor).proving !== 'device' || !last) throw notNow();
  const by = ctx.request.url.split('?')[0]?.endsWith('/sms') === true ? 'sms' : 'email';
  sendActivationLink(ctx, user, last, { by, phoneNumber: bodyOf(call).phoneNumber });
  return transactionView(ctx, moveSignIn(ctx, signIn, {}), user);
}
