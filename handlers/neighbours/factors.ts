import type { Context } from '../../contract/context.js';
import { OktaError } from '../../contract/errors.js';
import { objectOf } from '../../contract/given.js';
import type { NeighbourCall, NeighbourHandler } from '../../contract/neighbours.js';
import { reply, show } from '../../contract/reply.js';
import { deliver, sendActivationLink } from '../../objects/factors/deliver.js';
import { findFactor, findTransaction } from '../../objects/factors/find.js';
import { checkAble, readQuestion } from '../../objects/factors/given.js';
import { kindOfRow } from '../../objects/factors/kinds.js';
import { activationOf, resultOf } from '../../objects/factors/push.js';
import { deviceActivation, factorView } from '../../objects/factors/view.js';
import { hashOf, normalAnswer } from '../../objects/secrets/scrypt.js';
import type { JsonObject } from '../../store/rows/common.js';
import type { ScryptHash } from '../../store/rows/users.js';

/** Sends the code of a factor once more (facts: factors §2). */
export function resendFactor({ params }: NeighbourCall, ctx: Context): unknown {
  const { user, factor } = findFactor(ctx, params);
  if (kindOfRow(factor).proving !== 'sent') throw new OktaError('E0000038');
  const purpose = factor.status === 'ACTIVE' ? 'verify' : 'enroll';
  return show(factorView, deliver(ctx, user, factor, { purpose, seconds: 300 }));
}

/** How far the enrolment of a device has come; the factor itself once it is active. */
export function pollActivation({ params }: NeighbourCall, ctx: Context): unknown {
  const { factor } = findFactor(ctx, params);
  if (factor.status === 'ACTIVE') return show(factorView, factor);
  if (kindOfRow(factor).proving !== 'device') throw new OktaError('E0000038');
  return deviceActivation(ctx, factor, activationOf(ctx, factor.id));
}

/** Sends the link by which a device is enrolled (facts: factors §2, the `send` links); the answer is that of a poll (inferred). */
export const sendActivation =
  (by: 'email' | 'sms'): NeighbourHandler =>
  ({ params, body }, ctx) => {
    const { user, factor } = findFactor(ctx, params);
    const last = activationOf(ctx, factor.id);
    if (factor.status === 'ACTIVE' || !last || resultOf(ctx, last) !== 'WAITING') throw new OktaError('E0000038');
    sendActivationLink(ctx, user, last, { by, phoneNumber: objectOf(body)?.phoneNumber });
    return deviceActivation(ctx, factor, last);
  };

/** Takes back what is asked on a device. */
export function cancelTransaction({ params }: NeighbourCall, ctx: Context): unknown {
  const { factor } = findFactor(ctx, params);
  const row = findTransaction(ctx, factor, params.transactionId ?? '');
  if (resultOf(ctx, row) === 'WAITING') ctx.store.factorTransactions.update(row.id, { result: 'CANCELLED' });
  return reply(undefined, { status: 204 });
}

interface OtherQuestion {
  readonly profile: JsonObject;
  readonly answer: ScryptHash;
}

/** A security question asks something else from now on: provisioning tools change it in place. Other factors cannot change. */
export const replaceQuestion: NeighbourHandler = {
  async prepare({ params, body }, ctx): Promise<OtherQuestion> {
    const { user, factor } = findFactor(ctx, params);
    checkAble(user);
    if (kindOfRow(factor).proving !== 'question') throw new OktaError('E0000022');
    const { profile, answer } = readQuestion(body);
    return { profile, answer: await hashOf(ctx, normalAnswer(answer ?? '')) };
  },
  act({ params }, ctx, prepared) {
    const { factor } = findFactor(ctx, params);
    const changed = prepared as OtherQuestion;
    return show(factorView, ctx.store.factors.update(factor.id, { ...changed, lastUpdated: ctx.now() }));
  },
};
