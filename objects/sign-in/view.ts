import type { Context } from '../../contract/context.js';
import { textOf } from '../../contract/given.js';
import type { FactorRow } from '../../store/rows/factors.js';
import type { SignInRow } from '../../store/rows/sessions.js';
import type { UserRow } from '../../store/rows/users.js';
import { allowedKinds } from '../factors/allowed.js';
import { kindOfRow } from '../factors/kinds.js';
import { activationOf, resultOf } from '../factors/push.js';
import { activationView } from '../factors/view.js';
import { signOnRuleFor } from '../policies/sign-on.js';
import { rulesFor } from '../users/passwords/policy.js';
import { chosenOf, linksOf, to } from './links.js';
import type { SignIn } from './state.js';

const DAY = 86_400_000;

/** What a sign-in tells of its user (facts: authn). */
function userEmbed({ id, passwordChanged, profile }: UserRow) {
  const { login, firstName, lastName, locale, timezone } = profile;
  return {
    id,
    passwordChanged,
    profile: {
      login,
      firstName,
      lastName,
      locale: textOf(locale) ?? 'en',
      timeZone: textOf(timezone) ?? 'America/Los_Angeles',
    },
  };
}

const relay = ({ relayState }: SignInRow) => (relayState === undefined ? {} : { relayState });

/** The end of a sign-in, with its session token. */
export const successView = (
  ctx: Context,
  user: UserRow,
  row: SignInRow,
  { token, expires }: { readonly token: string; readonly expires: number },
): object => ({
  expiresAt: ctx.clock.timestamp(expires),
  status: 'SUCCESS',
  ...relay(row),
  sessionToken: token,
  _embedded: { user: userEmbed(user) },
  _links: { cancel: to(ctx, 'cancel') },
});

/** What a new password must be like. */
function complexityOf(ctx: Context, user: UserRow) {
  const rules = rulesFor(ctx, user);
  return {
    minLength: rules.minLength,
    minLowerCase: rules.minLowerCase,
    minUpperCase: rules.minUpperCase,
    minNumber: rules.minNumber,
    minSymbol: rules.minSymbol,
    excludeUsername: rules.excludeUsername,
  };
}

function expirationOf(ctx: Context, user: UserRow) {
  const { maxAgeDays } = rulesFor(ctx, user);
  const end =
    maxAgeDays === 0 || user.passwordChanged === null ? undefined : Date.parse(user.passwordChanged) + maxAgeDays * DAY;
  return { passwordExpireDays: end === undefined ? 0 : Math.max(0, Math.ceil((end - ctx.clock.now()) / DAY)) };
}

const shortFactor = ({ id, factorType, provider, vendorName, profile }: FactorRow) => ({
  id,
  factorType,
  provider,
  vendorName,
  profile,
});

const usable = (ctx: Context, user: UserRow): readonly FactorRow[] =>
  ctx.store.factors.where('user', user.id).filter(({ status }) => status === 'ACTIVE');

function factorPolicy(ctx: Context, user: UserRow) {
  const signOn = signOnRuleFor(ctx, user, { ip: ctx.request.ip });
  const factors = usable(ctx, user).filter(({ factorType }) => factorType === 'push');
  return {
    allowRememberDevice: signOn.factorPromptMode !== 'ALWAYS',
    rememberDeviceLifetimeInMinutes: signOn.factorLifetime,
    rememberDeviceByDefault: signOn.rememberDeviceByDefault,
    factorsPolicyInfo: Object.fromEntries(factors.map(({ id }) => [id, { autoPushEnabled: false }])),
  };
}

const required = (ctx: Context, user: UserRow) => ({
  factors: usable(ctx, user).map((factor) => ({
    ...shortFactor(factor),
    _links: { verify: to(ctx, `factors/${factor.id}/verify`) },
  })),
  policy: factorPolicy(ctx, user),
});

/** What the user can enrol, and what is enrolled already. */
function enrollable(ctx: Context, user: UserRow) {
  const has = usable(ctx, user);
  return allowedKinds(ctx, user).map(({ kind: { factorType, provider }, enrollment }) => ({
    factorType,
    provider,
    vendorName: provider,
    _links: {
      ...(factorType === 'question'
        ? { questions: ctx.links.allow('listSupportedSecurityQuestions', { userId: user.id }, 'GET') }
        : {}),
      enroll: to(ctx, 'factors'),
    },
    status: has.some((row) => row.factorType === factorType && row.provider === provider) ? 'ACTIVE' : 'NOT_SETUP',
    enrollment,
  }));
}

function chosen(ctx: Context, row: SignInRow) {
  const factor = chosenOf(ctx, row);
  if (!factor) return {};
  const isEnrolment = row.status === 'MFA_ENROLL_ACTIVATE';
  const activation = isEnrolment ? activationView(ctx, factor, activationOf(ctx, factor.id)) : undefined;
  const { nonce } = factor;
  const isAsked = !isEnrolment && kindOfRow(factor).proving === 'key' && nonce !== undefined;
  const challenge = factor.factorType === 'u2f' ? { nonce, timeoutSeconds: 20 } : { challenge: nonce, extensions: {} };
  return {
    factor: {
      ...shortFactor(factor),
      ...(activation ? { _embedded: { activation } } : {}),
      ...(isAsked ? { _embedded: { challenge } } : {}),
    },
  };
}

/** How a question on a device stands. */
function factorResult(ctx: Context, row: SignInRow): { factorResult?: string } {
  const factor = chosenOf(ctx, row);
  if (!factor || kindOfRow(factor).proving !== 'device') return {};
  const transaction =
    row.status === 'MFA_ENROLL_ACTIVATE'
      ? activationOf(ctx, factor.id)
      : ctx.store.factorTransactions.get(row.transactionId ?? '');
  return transaction ? { factorResult: resultOf(ctx, transaction) } : { factorResult: 'TIMEOUT' };
}

function embedded(ctx: Context, row: SignInRow, user: UserRow): object {
  const shown = { user: userEmbed(user) };
  switch (row.status) {
    case 'PASSWORD_EXPIRED':
      return { ...shown, policy: { complexity: complexityOf(ctx, user) } };
    case 'PASSWORD_WARN':
    case 'PASSWORD_RESET':
      return { ...shown, policy: { expiration: expirationOf(ctx, user), complexity: complexityOf(ctx, user) } };
    case 'MFA_REQUIRED':
      return { ...shown, ...required(ctx, user) };
    case 'MFA_ENROLL':
      return { ...shown, factors: enrollable(ctx, user) };
    case 'MFA_ENROLL_ACTIVATE':
    case 'MFA_CHALLENGE':
      return { ...shown, ...chosen(ctx, row) };
    default: {
      const question = user.credentials.recoveryQuestion?.question;
      return { user: { ...shown.user, ...(question === undefined ? {} : { recovery_question: { question } }) } };
    }
  }
}

/**
 * A sign-in as clients see it (facts: authn).
 * @param user absent where nobody has the name that was given
 */
export function transactionView(ctx: Context, { token, row }: SignIn, user: UserRow | undefined): object {
  return {
    stateToken: token,
    expiresAt: ctx.clock.timestamp(row.expires),
    status: row.status,
    ...relay(row),
    ...(row.recoveryType === undefined ? {} : { recoveryType: row.recoveryType }),
    ...(row.status === 'RECOVERY_CHALLENGE' ? { factorType: row.recoveryFactor } : factorResult(ctx, row)),
    ...(user && row.status !== 'RECOVERY_CHALLENGE' ? { _embedded: embedded(ctx, row, user) } : {}),
    _links: { ...linksOf(ctx, row), cancel: to(ctx, 'cancel') },
  };
}

/** What a user who is locked out is told, where the policy says that it is told. */
export const lockedOutView = (ctx: Context): object => ({
  status: 'LOCKED_OUT',
  _embedded: {},
  _links: { next: to(ctx, 'recovery/unlock', 'unlock') },
});

/** The beginning of a recovery that a trusted application is given the token of. */
export const recoveryTokenView = (
  ctx: Context,
  user: UserRow,
  given: {
    readonly token: string;
    readonly expires: number;
    readonly recoveryType: 'PASSWORD' | 'UNLOCK';
    readonly relayState?: string | undefined;
  },
): object => {
  const question = user.credentials.recoveryQuestion?.question;
  return {
    recoveryToken: given.token,
    expiresAt: ctx.clock.timestamp(given.expires),
    status: 'RECOVERY',
    ...(given.relayState === undefined ? {} : { relayState: given.relayState }),
    recoveryType: given.recoveryType,
    _embedded: {
      user: { ...userEmbed(user), ...(question === undefined ? {} : { recovery_question: { question } }) },
    },
    _links: { next: to(ctx, 'recovery/token', 'recovery'), cancel: to(ctx, 'cancel') },
  };
};

/** The end of a recovery that unlocked the user. */
export const unlockedView = (ctx: Context, user: UserRow, row: SignInRow): object => ({
  status: 'SUCCESS',
  ...relay(row),
  recoveryType: 'UNLOCK',
  _embedded: { user: userEmbed(user) },
  _links: { cancel: to(ctx, 'cancel') },
});
