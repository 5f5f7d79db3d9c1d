import type { ReadContext } from '../../../contract/context.js';
import type { PolicyRow } from '../../../store/rows/policies.js';
import type { PasswordHash, UserRow } from '../../../store/rows/users.js';
import { everyone, groupsOf } from '../../groups/membership.js';
import { at, ownProvider, type Person, peopleHold, ruleFor } from '../../policies/evaluate.js';
import { policiesOf } from '../../policies/find.js';
import { commonPasswords } from './common.js';
import { passwordMatches } from './hash.js';

/** What the password policy asks for; read from the settings of the policy's row (facts: policy-applicability). */
export interface PasswordRules {
  readonly minLength: number;
  readonly minLowerCase: number;
  readonly minUpperCase: number;
  readonly minNumber: number;
  readonly minSymbol: number;
  readonly excludeUsername: boolean;
  readonly excludeCommon: boolean;
  readonly excludeAttributes: readonly string[];
  readonly historyCount: number;
  readonly minAgeMinutes: number;
  /** 0: never locked out. */
  readonly maxAttempts: number;
  /** 0: only an administrator unlocks. */
  readonly autoUnlockMinutes: number;
  /** Whether a user is told by mail of being locked out. */
  readonly lockoutMail: boolean;
  readonly minAnswerLength: number;
  readonly recoveryTokenMinutes: number;
  /** Whether a forgotten password can be replaced by who knows the answer to the recovery question. */
  readonly questionRecovers: boolean;
  /** The ways to a new password that the user may choose. */
  readonly recoveryFactors: readonly ('EMAIL' | 'SMS' | 'CALL')[];
  /** Days after which a password must be replaced at the next sign-in; 0: never. */
  readonly maxAgeDays: number;
  /** Days before that in which people are warned. */
  readonly expireWarnDays: number;
  /** Whether people who sign in are told that they are locked out. */
  readonly showLockoutFailures: boolean;
}

const numberAt = (value: unknown, otherwise: number, ...path: readonly string[]): number => {
  const found = at(value, ...path);
  return typeof found === 'number' ? found : otherwise;
};

/** What decides which policy applies to somebody, who may not exist yet. */
export interface Governed {
  readonly id?: string;
  /** Groups besides Everyone. */
  readonly groupIds: readonly string[];
  /** Type of the credentials' provider. */
  readonly provider: string;
}

/**
 * The policy that applies: the first active one by priority that is for the person and has an active rule that is, too.
 * From where somebody calls does not matter: an administrator may well set the password of another. The default policy is
 * last, and applies to whom none does (facts: policy-applicability).
 */
function policyFor(ctx: Pick<ReadContext, 'store'>, { id, groupIds, provider }: Governed): PolicyRow | undefined {
  const all = everyone(ctx);
  const person: Person = {
    ...(id === undefined ? {} : { id }),
    groupIds: new Set([...(all ? [all.id] : []), ...groupIds]),
    provider: ownProvider(provider),
  };
  const applied = ruleFor(ctx, 'PASSWORD', person, (rule) => peopleHold(rule.conditions, person));
  return applied?.policy ?? policiesOf(ctx, 'PASSWORD').find(({ system, status }) => system && status === 'ACTIVE');
}

/** The rules for a user that exists. */
export const rulesFor = (ctx: Pick<ReadContext, 'store'>, { id, credentials }: UserRow): PasswordRules =>
  passwordRules(ctx, {
    id,
    groupIds: groupsOf(ctx, id).map((group) => group.id),
    provider: credentials.provider.type,
  });

type Settings = PolicyRow['settings'] | undefined;

const complexityOf = (settings: Settings) => {
  const number = (name: string, otherwise: number): number =>
    numberAt(settings, otherwise, 'password', 'complexity', name);
  const names = at(settings, 'password', 'complexity', 'excludeAttributes');
  return {
    minLength: number('minLength', 8),
    minLowerCase: number('minLowerCase', 1),
    minUpperCase: number('minUpperCase', 1),
    minNumber: number('minNumber', 1),
    minSymbol: number('minSymbol', 0),
    excludeUsername: at(settings, 'password', 'complexity', 'excludeUsername') !== false,
    excludeCommon: at(settings, 'password', 'complexity', 'dictionary', 'common', 'exclude') === true,
    excludeAttributes: Array.isArray(names) ? names.map(String) : [],
  };
};

const ageOf = (settings: Settings) => ({
  historyCount: numberAt(settings, 0, 'password', 'age', 'historyCount'),
  minAgeMinutes: numberAt(settings, 0, 'password', 'age', 'minAgeMinutes'),
  maxAgeDays: numberAt(settings, 0, 'password', 'age', 'maxAgeDays'),
  expireWarnDays: numberAt(settings, 0, 'password', 'age', 'expireWarnDays'),
});

const lockoutOf = (settings: Settings) => {
  const channels = at(settings, 'password', 'lockout', 'userLockoutNotificationChannels');
  return {
    maxAttempts: numberAt(settings, 10, 'password', 'lockout', 'maxAttempts'),
    autoUnlockMinutes: numberAt(settings, 0, 'password', 'lockout', 'autoUnlockMinutes'),
    lockoutMail: Array.isArray(channels) && channels.includes('EMAIL'),
    showLockoutFailures: at(settings, 'password', 'lockout', 'showLockoutFailures') === true,
  };
};

const recoveryOf = (settings: Settings) => {
  const factors = at(settings, 'recovery', 'factors');
  return {
    recoveryFactors: (['EMAIL', 'SMS', 'CALL'] as const).filter(
      (name) => at(factors, `okta_${name.toLowerCase()}`, 'status') === 'ACTIVE',
    ),
    questionRecovers: at(factors, 'recovery_question', 'status') !== 'INACTIVE',
    minAnswerLength: numberAt(factors, 4, 'recovery_question', 'properties', 'complexity', 'minLength'),
    recoveryTokenMinutes: numberAt(factors, 60, 'okta_email', 'properties', 'recoveryToken', 'tokenLifetimeMinutes'),
  };
};

/** The rules for somebody with these groups and this provider. */
export function passwordRules(ctx: Pick<ReadContext, 'store'>, who: Governed): PasswordRules {
  const settings = policyFor(ctx, who)?.settings;
  return { ...complexityOf(settings), ...ageOf(settings), ...lockoutOf(settings), ...recoveryOf(settings) };
}

const MAX_LENGTH = 72;
const ordinals = (count: number, one: string, many: string): string => (count === 1 ? `a${one}` : `${count} ${many}`);

/** What the rules ask for, as Okta lists it behind a weak password (facts: errors §3, §4). */
export function requirements(rules: PasswordRules): string {
  const parts = [`at least ${rules.minLength} characters`];
  if (rules.minLowerCase > 0) parts.push(ordinals(rules.minLowerCase, ' lowercase letter', 'lowercase letters'));
  if (rules.minUpperCase > 0) parts.push(ordinals(rules.minUpperCase, 'n uppercase letter', 'uppercase letters'));
  if (rules.minNumber > 0) parts.push(ordinals(rules.minNumber, ' number', 'numbers'));
  if (rules.minSymbol > 0) parts.push(ordinals(rules.minSymbol, ' symbol', 'symbols'));
  if (rules.excludeUsername) parts.push('no parts of your username');
  for (const name of rules.excludeAttributes) {
    parts.push(name === 'firstName' ? 'does not include your first name' : 'does not include your last name');
  }
  return parts.join(', ');
}

/** Parts of a login that a password must not contain: four characters and more, without the top-level domain. */
function loginParts(login: string): string[] {
  const parts = login.toLowerCase().split(/[,._#@-]/);
  if (login.includes('@')) parts.pop();
  return parts.filter((part) => part.length >= 4);
}

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** What Okta says of a password that everybody tries first. */
export const COMMON_PASSWORD =
  'This password was found in a list of commonly used passwords. Please try another password.';

/** Why a password is too weak for a user with this profile; undefined where it is not. */
export function weakness(
  password: string,
  profile: Readonly<Record<string, unknown>>,
  rules: PasswordRules,
): 'requirements' | 'common' | undefined {
  const lower = password.toLowerCase();
  const login = typeof profile.login === 'string' ? profile.login : '';
  const contained = (value: unknown): boolean =>
    typeof value === 'string' && value !== '' && lower.includes(value.toLowerCase());
  const meets =
    password.length >= rules.minLength &&
    Buffer.byteLength(password) <= MAX_LENGTH &&
    countOf(password, /\p{Ll}/gu) >= rules.minLowerCase &&
    countOf(password, /\p{Lu}/gu) >= rules.minUpperCase &&
    countOf(password, /\d/g) >= rules.minNumber &&
    countOf(password, /[^\p{L}\d\s]/gu) >= rules.minSymbol &&
    !(rules.excludeUsername && loginParts(login).some((part) => lower.includes(part))) &&
    !rules.excludeAttributes.some((name) => contained(profile[name]));
  if (!meets) return 'requirements';
  return rules.excludeCommon && commonPasswords.has(lower) ? 'common' : undefined;
}

/**
 * Whether the password is the present one or one of the former ones that the rules remember. One hash after the other: a
 * request waits in line with one at a time, however much its policy remembers.
 */
export async function wasUsed(
  ctx: Pick<ReadContext, 'request'>,
  password: string,
  user: UserRow,
  rules: PasswordRules,
): Promise<boolean> {
  if (rules.historyCount === 0) return false;
  const { password: present, history = [] } = user.credentials;
  const known = [...(present ? [present] : []), ...history].slice(0, rules.historyCount);
  for (const hash of known) if (await passwordMatches(ctx, hash, password)) return true;
  return false;
}

/** The history after the present password goes: newest first, as long as the rules look back. */
export function historyAfter(user: UserRow, rules: PasswordRules): readonly PasswordHash[] {
  const { password, history = [] } = user.credentials;
  return [...(password ? [password] : []), ...history].slice(0, Math.max(0, rules.historyCount - 1));
}

/** Whether the present password is younger than the rules allow it to be replaced. @param now milliseconds since 1970 */
export function isTooYoung(user: UserRow, rules: PasswordRules, now: number): boolean {
  if (rules.minAgeMinutes === 0 || user.passwordChanged === null) return false;
  return now - Date.parse(user.passwordChanged) < rules.minAgeMinutes * 60_000;
}
