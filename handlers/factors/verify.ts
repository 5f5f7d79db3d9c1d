import type { Context, ReadContext } from '../../contract/context.js';
import { OktaError } from '../../contract/errors.js';
import { type Members, objectOf, textOf } from '../../contract/given.js';
import { type Act, type Call, waiting } from '../../contract/operations.js';
import { refused } from '../../contract/reply.js';
import { deliver } from '../../objects/factors/deliver.js';
import { findFactor, findTransaction } from '../../objects/factors/find.js';
import { lifetimeOf } from '../../objects/factors/given.js';
import { kindOfRow } from '../../objects/factors/kinds.js';
import { hasProof, needProof } from '../../objects/factors/prove.js';
import { beginTransaction, resultOf } from '../../objects/factors/push.js';
import { verifyFactor as verify } from '../../objects/factors/verify.js';
import { userTarget } from '../../objects/logs/targets.js';
import { normalAnswer, scryptMatches } from '../../objects/secrets/scrypt.js';
import type { FactorRow, FactorTransactionRow } from '../../store/rows/factors.js';
import type { UserRow } from '../../store/rows/users.js';

type VerifyCall = Call<'verifyFactor'>;

/** What only waiting tells: whether the answer is the one that was hashed with this row. */
interface Answered {
  readonly factor: FactorRow;
  readonly isRight: boolean;
}

const idsOf = ({ id, userId }: FactorRow) => ({ userId, factorId: id });

const backLinks = ({ links }: Pick<Context, 'links'>, factor: FactorRow) => ({
  verify: links.allow('verifyFactor', idsOf(factor), 'POST'),
  factor: links.allow('getFactor', idsOf(factor), 'GET', 'DELETE'),
});

/** What became of a question on a device, with where to ask again or how to take it back. */
function transactionReply(ctx: Context, factor: FactorRow, row: FactorTransactionRow) {
  const factorResult = resultOf(ctx, row);
  const { profile } = factor;
  if (factorResult !== 'WAITING') {
    return { factorResult, ...(factorResult === 'SUCCESS' ? { profile } : {}), _links: backLinks(ctx, factor) };
  }
  const ids = { ...idsOf(factor), transactionId: row.id };
  return {
    expiresAt: ctx.clock.timestamp(row.expires),
    factorResult,
    profile,
    _links: {
      poll: ctx.links.allow('getFactorTransactionStatus', ids, 'GET'),
      cancel: ctx.links.allow('getFactorTransactionStatus', ids, 'DELETE'),
    },
  };
}

/** Asks the user for a proof: sends a code, asks on the device, gives a key something to sign. */
function challenge(ctx: Context, user: UserRow, factor: FactorRow, query: VerifyCall['query']) {
  const { proving } = kindOfRow(factor);
  if (proving === 'device') {
    ctx.log('system.push.send_factor_verify_push', [userTarget(user)]);
    return transactionReply(ctx, factor, beginTransaction(ctx, factor, 'VERIFICATION'));
  }
  const _links = backLinks(ctx, factor);
  if (proving === 'key') {
    const nonce = ctx.ids.secret(20);
    ctx.store.factors.update(factor.id, { nonce });
    const asked = factor.factorType === 'u2f' ? { nonce, timeoutSeconds: 20 } : { challenge: nonce, extensions: {} };
    return { factorResult: 'CHALLENGE', profile: factor.profile, _links, _embedded: { challenge: asked } };
  }
  const { profile } = deliver(ctx, user, factor, {
    purpose: 'verify',
    seconds: lifetimeOf(query),
    templateId: textOf(query.templateId),
  });
  return { factorResult: 'CHALLENGE', ...(factor.factorType === 'email' ? {} : { profile }), _links };
}

/** @throws OktaError 423 E0000155, 403 E0000069 for a user who cannot prove anything now; 410 for a factor that is not active */
function checkReady(user: UserRow, factor: FactorRow): void {
  if (user.status === 'LOCKED_OUT') throw new OktaError('E0000069');
  if (user.status === 'SUSPENDED' || user.status === 'DEPROVISIONED') throw new OktaError('E0000155');
  if (factor.status !== 'ACTIVE') throw new OktaError('E0000154');
}

async function answerOf({ params, body }: VerifyCall, ctx: ReadContext): Promise<Answered | undefined> {
  const { factor } = findFactor(ctx, params);
  const answer = textOf(objectOf(body)?.answer);
  if (!factor.answer || answer === undefined) return undefined;
  return { factor, isRight: await scryptMatches(ctx, factor.answer, normalAnswer(answer)) };
}

/** Whether a request asks for a challenge: it brings no proof, and this kind of factor has something to ask. */
function asksForChallenge(factor: FactorRow, given: Members | undefined): boolean {
  const { proving } = kindOfRow(factor);
  return proving === 'device' || ((proving === 'sent' || proving === 'key') && !hasProof(factor, given));
}

export const verifyFactor = waiting<'verifyFactor', Answered | undefined>({
  prepare: answerOf,
  act({ params, query, body }, ctx, answered) {
    const { user, factor } = findFactor(ctx, params);
    checkReady(user, factor);
    const given = objectOf(body);
    if (asksForChallenge(factor, given)) return challenge(ctx, user, factor, query);
    needProof(factor, given);
    const isRight = answered?.isRight === true && answered.factor.answer === factor.answer;
    const verified = verify(ctx, user, factor, given ?? {}, isRight);
    if ('error' in verified) return refused(verified.error);
    const { profile } = verified.factor;
    return { factorResult: 'SUCCESS', ...(kindOfRow(factor).proving === 'key' ? { profile } : {}) };
  },
});

export const getFactorTransactionStatus: Act<'getFactorTransactionStatus'> = ({ params }, ctx) => {
  const { factor } = findFactor(ctx, params);
  return transactionReply(ctx, factor, findTransaction(ctx, factor, params.transactionId));
};
