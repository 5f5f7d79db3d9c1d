import type { Context } from '../../contract/context.js';
import type { Act } from '../../contract/operations.js';
import { list, show } from '../../contract/reply.js';
import { type AllowedKind, allowedKinds } from '../../objects/factors/allowed.js';
import { findFactor } from '../../objects/factors/find.js';
import { kindOfRow } from '../../objects/factors/kinds.js';
import { questionList } from '../../objects/factors/questions.js';
import { removeFactor } from '../../objects/factors/removal.js';
import { factorView } from '../../objects/factors/view.js';
import { userTarget } from '../../objects/logs/targets.js';
import { findUser } from '../../objects/users/find.js';
import type { FactorRow } from '../../store/rows/factors.js';
import type { UserRow } from '../../store/rows/users.js';

export const listFactors: Act<'listFactors'> = ({ params }, ctx) =>
  list(factorView, ctx.store.factors.where('user', findUser(ctx, params.userId).id));

export const getFactor: Act<'getFactor'> = ({ params }, ctx) => show(factorView, findFactor(ctx, params).factor);

export const listSupportedSecurityQuestions: Act<'listSupportedSecurityQuestions'> = ({ params }, ctx) => {
  findUser(ctx, params.userId);
  return questionList;
};

/** Phones of the user that a code could be sent to. */
function phonesOf(ctx: Context, user: UserRow, factorType: string) {
  return ctx.store.factors
    .where('user', user.id)
    .filter((factor) => factor.factorType === factorType)
    .map(({ id, profile, status }) => ({ id, profile, status }));
}

function catalogItem(ctx: Context, user: UserRow, { kind, enrollment }: AllowedKind) {
  const { factorType, provider } = kind;
  const set = ctx.store.factors
    .where('user', user.id)
    .some((row) => row.factorType === factorType && row.provider === provider && row.status === 'ACTIVE');
  const phones = factorType === 'sms' || factorType === 'call' ? phonesOf(ctx, user, factorType) : [];
  const ids = { userId: user.id };
  const isQuestion = factorType === 'question';
  return {
    factorType,
    provider,
    vendorName: provider,
    status: set ? 'ACTIVE' : 'NOT_SETUP',
    enrollment,
    _links: {
      ...(isQuestion ? { questions: ctx.links.allow('listSupportedSecurityQuestions', ids, 'GET') } : {}),
      enroll: ctx.links.allow('enrollFactor', ids, 'POST'),
    },
    ...(phones.length > 0 ? { _embedded: { phones } } : {}),
  };
}

export const listSupportedFactors: Act<'listSupportedFactors'> = ({ params }, ctx) => {
  const user = findUser(ctx, params.userId);
  return allowedKinds(ctx, user).map((allowed) => catalogItem(ctx, user, allowed));
};

/** Takes a factor away, and says which kind it was. */
function unenroll(ctx: Context, user: UserRow, factor: FactorRow): void {
  removeFactor(ctx, factor);
  const reason = `User reset ${kindOfRow(factor).logged} factor`;
  ctx.log('user.mfa.factor.deactivate', [userTarget(user)], { outcome: { result: 'SUCCESS', reason } });
}

/** Unenrolls a factor. Okta Verify is one app: with its pushes its one-time passwords go (facts: factors §2). */
export const deleteFactor: Act<'deleteFactor'> = ({ params }, ctx) => {
  const { user, factor } = findFactor(ctx, params);
  unenroll(ctx, user, factor);
  if (factor.factorType !== 'push' || ctx.store.org.all()[0]?.pipeline === 'v1') return;
  for (const other of ctx.store.factors.where('user', user.id)) {
    if (other.factorType !== 'token:software:totp' || other.provider !== 'OKTA') continue;
    unenroll(ctx, user, other);
  }
};
