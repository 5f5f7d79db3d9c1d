import type { Context, ReadContext } from '../../contract/context.js';
import { OktaError } from '../../contract/errors.js';
import type { FactorRow } from '../../store/rows/factors.js';
import type { UserRow } from '../../store/rows/users.js';
import { type AllowedKind, allowedKinds } from '../factors/allowed.js';
import { userTarget } from '../logs/targets.js';
import { enrolmentFor } from '../policies/enrolment.js';
import { type SignOn, signOnRuleFor } from '../policies/sign-on.js';
import { issueSessionToken } from '../sessions/tokens.js';
import { type PasswordRules, rulesFor } from '../users/passwords/policy.js';
import { isExternal } from '../users/states.js';
import { endSignIn, moveSignIn, type SignIn } from './state.js';
import { successView, transactionView } from './view.js';

const DAY = 86_400_000;

/** The factors that a user can prove to have. */
const usableFactors = ({ store }: Pick<ReadContext, 'store'>, userId: string): readonly FactorRow[] =>
  store.factors.where('user', userId).filter(({ status }) => status === 'ACTIVE');

/** Days until the password ends; undefined where it does not. */
function daysLeft(ctx: Pick<ReadContext, 'clock'>, user: UserRow, { maxAgeDays }: PasswordRules): number | undefined {
  if (maxAgeDays === 0 || user.passwordChanged === null || isExternal(user.credentials.provider.type)) return undefined;
  return Math.ceil((Date.parse(user.passwordChanged) + maxAgeDays * DAY - ctx.clock.now()) / DAY);
}

/** Whether the password must be changed before anything else. */
const isExpired = (ctx: Pick<ReadContext, 'clock'>, user: UserRow, rules: PasswordRules): boolean =>
  user.status === 'PASSWORD_EXPIRED' || (daysLeft(ctx, user, rules) ?? 1) <= 0;

/** Whether the user said that this device need not be asked again, and the time for that is not over. */
function isRemembered({ store, clock }: Context, { row }: SignIn): boolean {
  if (row.deviceToken === undefined || row.userId === undefined) return false;
  return store.rememberedDevices
    .where('user', row.userId)
    .some(({ deviceToken, expires }) => deviceToken === row.deviceToken && clock.now() < expires);
}

/** Kinds that the user has not enrolled. */
function kindsLeft(ctx: Context, user: UserRow): AllowedKind[] {
  const has = usableFactors(ctx, user.id);
  return allowedKinds(ctx, user).filter(
    ({ kind }) => !has.some((row) => row.factorType === kind.factorType && row.provider === kind.provider),
  );
}

/** Whether the user is to enrol something now, and whether that can be passed over. */
function enrolmentNow(ctx: Context, user: UserRow, { row }: SignIn, signOn: SignOn): 'must' | 'may' | undefined {
  const { when } = enrolmentFor(ctx, user, { ip: ctx.request.ip });
  if (when === 'NEVER') return undefined;
  const left = kindsLeft(ctx, user);
  const isAsked = when === 'LOGIN' || signOn.requireFactor;
  if (isAsked && left.some(({ enrollment }) => enrollment === 'REQUIRED')) return 'must';
  if (signOn.requireFactor && usableFactors(ctx, user.id).length === 0 && left.length > 0) return 'must';
  return row.enrolsMore && left.length > 0 && !row.skipped.includes('enroll') ? 'may' : undefined;
}

/** The end: a token that becomes a session. */
function succeed(ctx: Context, user: UserRow, signIn: SignIn, { session }: SignOn): object {
  const { row } = signIn;
  endSignIn(ctx, signIn);
  const after = ctx.store.users.update(user.id, { lastLogin: ctx.now() });
  const amr = row.factorVerified === undefined ? row.amr : [...row.amr, 'mfa'];
  const issued = issueSessionToken(ctx, {
    userId: user.id,
    amr: [...new Set(amr)],
    lastPasswordVerification: row.passwordVerified ?? null,
    lastFactorVerification: row.factorVerified ?? null,
    idleMinutes: session.maxSessionIdleMinutes,
    lifetimeMinutes: session.maxSessionLifetimeMinutes,
  });
  ctx.log('user.session.start', [], { actor: userTarget(after), sessionId: issued.sessionId });
  return successView(ctx, after, row, issued);
}

/**
 * Goes on to what comes next in a sign-in: a new password, a second factor, an enrolment, or the end
 * (facts: authn, the order of decisions).
 * @throws OktaError 401 E0000004 where the sign-on policy lets the user not in
 */
export function advance(ctx: Context, user: UserRow, signIn: SignIn): object {
  const rules = rulesFor(ctx, user);
  const { row } = signIn;
  if (isExpired(ctx, user, rules)) return goTo(ctx, user, signIn, 'PASSWORD_EXPIRED');
  const days = daysLeft(ctx, user, rules);
  if (row.warns && !row.skipped.includes('warn') && days !== undefined && days <= rules.expireWarnDays) {
    return goTo(ctx, user, signIn, 'PASSWORD_WARN');
  }
  const signOn = signOnRuleFor(ctx, user, { ip: ctx.request.ip });
  if (signOn.access === 'DENY') throw new OktaError('E0000004');
  const isProved = row.factorVerified !== undefined || isRemembered(ctx, signIn);
  const needsFactor = signOn.requireFactor && !isProved;
  if (needsFactor && usableFactors(ctx, user.id).length > 0) return goTo(ctx, user, signIn, 'MFA_REQUIRED');
  const enrolment = enrolmentNow(ctx, user, signIn, signOn);
  if (enrolment) return goTo(ctx, user, signIn, 'MFA_ENROLL', enrolment === 'may');
  if (needsFactor) throw new OktaError('E0000004');
  return succeed(ctx, user, signIn, signOn);
}

type Waiting = 'PASSWORD_EXPIRED' | 'PASSWORD_WARN' | 'MFA_REQUIRED' | 'MFA_ENROLL';

/** Brings a sign-in to a state, and shows it. */
function goTo(ctx: Context, user: UserRow, signIn: SignIn, status: Waiting, canSkip = false): object {
  const { id, seq: _, factorId: _factor, transactionId: _transaction, code: _code, ...next } = signIn.row;
  ctx.store.signIns.replace(id, { ...next, status, canSkip });
  return transactionView(ctx, moveSignIn(ctx, signIn, {}), user);
}

/** Back from a factor that was chosen to the choice. */
export const backTo = (ctx: Context, user: UserRow, signIn: SignIn, status: 'MFA_REQUIRED' | 'MFA_ENROLL'): object =>
  goTo(ctx, user, signIn, status, signIn.row.canSkip === true);
