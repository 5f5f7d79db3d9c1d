import type { Context } from '../../contract/context.js';
import { objectOf, textOf } from '../../contract/given.js';
import { type Act, waiting } from '../../contract/operations.js';
import { refused, show } from '../../contract/reply.js';
import { enrolFactor } from '../../objects/factors/enrol.js';
import { findFactor } from '../../objects/factors/find.js';
import { badEnrolment, checkAble, type GivenFactor, lifetimeOf, readFactor } from '../../objects/factors/given.js';
import { kindOfRow } from '../../objects/factors/kinds.js';
import { needProof } from '../../objects/factors/prove.js';
import { activationOf, beginTransaction, resultOf } from '../../objects/factors/push.js';
import { activateFactor as activate } from '../../objects/factors/verify.js';
import { activationView, deviceActivation, factorView } from '../../objects/factors/view.js';
import { hashOf, normalAnswer } from '../../objects/secrets/scrypt.js';
import { findUser } from '../../objects/users/find.js';
import type { FactorRow } from '../../store/rows/factors.js';
import type { ScryptHash } from '../../store/rows/users.js';

interface Read {
  readonly given: GivenFactor;
  readonly answer?: ScryptHash;
}

/** A factor with what the user needs to make it active. */
function enrolled(ctx: Context, factor: FactorRow) {
  const activation = activationView(ctx, factor, activationOf(ctx, factor.id));
  if (!activation) return show(factorView, factor);
  return { ...factorView(factor, ctx.links), _embedded: { activation } };
}

export const enrollFactor = waiting<'enrollFactor', Read>({
  async prepare({ params, body }, ctx) {
    const user = findUser(ctx, params.userId);
    checkAble(user);
    const given = readFactor(user, body);
    const { answer } = given;
    return answer === undefined ? { given } : { given, answer: await hashOf(ctx, normalAnswer(answer)) };
  },
  act({ params, query }, ctx, { given, answer }) {
    const factor = enrolFactor(ctx, findUser(ctx, params.userId), given, {
      activate: query.activate === true,
      updatePhone: query.updatePhone === true,
      seconds: lifetimeOf(query),
      templateId: textOf(query.templateId),
      answer,
    });
    return enrolled(ctx, factor);
  },
});

/** A device is waited for; where the person took too long, it is asked anew. */
function activateDevice(ctx: Context, factor: FactorRow) {
  const last = activationOf(ctx, factor.id);
  const isOpen = last !== undefined && resultOf(ctx, last) === 'WAITING';
  return deviceActivation(ctx, factor, isOpen ? last : beginTransaction(ctx, factor, 'ACTIVATION'));
}

export const activateFactor: Act<'activateFactor'> = ({ params, body }, ctx) => {
  const { user, factor } = findFactor(ctx, params);
  checkAble(user);
  const isDevice = kindOfRow(factor).proving === 'device';
  if (factor.status === 'ACTIVE') {
    if (isDevice) return show(factorView, factor);
    throw badEnrolment('A factor of this type is already set up.');
  }
  if (isDevice) return activateDevice(ctx, factor);
  const given = objectOf(body) ?? {};
  needProof(factor, given);
  const verified = activate(ctx, user, factor, given);
  return 'error' in verified ? refused(verified.error) : show(factorView, verified.factor);
};
