import type { ReadContext } from '../../contract/context.js';
import type { UserRow } from '../../store/rows/users.js';
import { type EnrolSelf, type EnrolSetting, enrolSettings } from './authenticators.js';
import { type Applied, type Attempt, at, networkHolds, personOf, policyHolds, ruleFor, ruleHolds } from './evaluate.js';
import { policiesOf } from './find.js';

/** What the enrolment policy says of one person. */
export interface Enrolment {
  /** The policy that says it; absent in an org without one. Its rule is absent where none of its rules holds. */
  readonly applied?: Pick<Applied, 'policy'> & Partial<Pick<Applied, 'rule'>>;
  /** When the person is asked to enrol: at sign-in, when a factor is asked for, never. */
  readonly when: 'CHALLENGE' | 'LOGIN' | 'NEVER';
  /** Every authenticator, or factor, that the policy speaks of. */
  readonly settings: readonly EnrolSetting[];
}

/** The keys by which policies call a factor: that of its authenticator, and that of the older form. */
const KEYS: { readonly [factor: string]: readonly [authenticator: string, factor: string] } = {
  sms: ['phone_number', 'okta_sms'],
  call: ['phone_number', 'okta_call'],
  email: ['okta_email', 'okta_email'],
  question: ['security_question', 'okta_question'],
  push: ['okta_verify', 'okta_push'],
  signed_nonce: ['okta_verify', 'okta_push'],
  'token:software:totp OKTA': ['okta_verify', 'okta_otp'],
  'token:software:totp GOOGLE': ['google_otp', 'google_otp'],
  'token:hardware': ['yubikey_token', 'yubikey_token'],
  'token:hotp': ['custom_otp', 'hotp'],
  'token RSA': ['rsa_token', 'rsa_token'],
  'token SYMANTEC': ['symantec_vip', 'symantec_vip'],
  u2f: ['webauthn', 'fido_u2f'],
  webauthn: ['webauthn', 'fido_webauthn'],
  web: ['duo', 'duo'],
  claims_provider: ['external_idp', 'external_idp'],
};

/**
 * The enrolment policy that applies to a user: the first that is for the person, as long as it has a rule that is on
 * (facts: policy-applicability). Rules are asked for the attempt when there is one, else for anybody anywhere.
 */
export function enrolmentFor(ctx: Pick<ReadContext, 'store'>, user: UserRow, attempt: Attempt = {}): Enrolment {
  const person = personOf(ctx, user);
  const found = ruleFor(
    ctx,
    'MFA_ENROLL',
    person,
    (rule, { conditions }) => networkHolds(ctx, conditions, attempt.ip) && ruleHolds(ctx, rule, person, attempt),
  );
  const fallback = policiesOf(ctx, 'MFA_ENROLL').find((one) => one.system && policyHolds(one, person));
  const applied = found ?? (fallback ? { policy: fallback } : undefined);
  const self = at(found?.rule.actions, 'enroll', 'self');
  return {
    ...(applied ? { applied } : {}),
    when: self === 'LOGIN' || self === 'NEVER' ? self : 'CHALLENGE',
    settings: applied ? enrolSettings(applied.policy) : [],
  };
}

/**
 * How far this factor may be enrolled.
 * @returns undefined where the policy does not speak of it: its authenticator is not active in the org, or the org has no
 *   enrolment policy
 */
export function enrolSelf({ settings }: Enrolment, factorType: string, provider = 'OKTA'): EnrolSelf | undefined {
  const keys = KEYS[`${factorType} ${provider}`] ?? KEYS[factorType];
  return settings.find(({ key }) => keys?.includes(key))?.self;
}
