import type { FactorRow } from '../../store/rows/factors.js';

/** How a factor is proved. */
export type Proving =
  | 'question'
  /** A code that is sent. */
  | 'sent'
  /** A one-time password of a secret that both sides have. */
  | 'otp'
  /** A one-time password that the vendor's own server would check. */
  | 'vendor'
  /** A question on a device, approved or rejected there. */
  | 'device'
  /** A signature of a key. */
  | 'key';

/** A kind of factor (facts: factors §1). */
export interface FactorKind {
  readonly factorType: string;
  readonly provider: string;
  /** First characters of the ids. */
  readonly prefix: string;
  readonly proving: Proving;
  /** How sessions name it. */
  readonly amr: string;
  /** How events name it (facts: system-log-events §A has FIDO_WEBAUTHN, the others are inferred). */
  readonly logged: string;
  /** Whether it is offered where the enrolment policy does not speak of it: what works without a setup of the org. */
  readonly usual: boolean;
  /** The first part of what Okta says of a wrong code. */
  readonly noun: 'passcode' | 'answer' | 'token';
}

const kind = (
  factorType: string,
  provider: string,
  prefix: string,
  proving: Proving,
  amr: string,
  logged: string,
  rest: Partial<FactorKind> = {},
): FactorKind => ({ factorType, provider, prefix, proving, amr, logged, usual: true, noun: 'passcode', ...rest });

/** Every kind of factor that can be enrolled, in the order of the catalog. */
export const factorKinds: readonly FactorKind[] = [
  kind('question', 'OKTA', 'ufs', 'question', 'kba', 'SECURITY_QUESTION', { noun: 'answer' }),
  kind('token:software:totp', 'GOOGLE', 'ost', 'otp', 'otp', 'GOOGLE_OTP'),
  kind('token:software:totp', 'OKTA', 'ost', 'otp', 'otp', 'OKTA_SOFT_TOKEN'),
  kind('push', 'OKTA', 'opf', 'device', 'swk', 'OKTA_VERIFY_PUSH'),
  kind('sms', 'OKTA', 'mbl', 'sent', 'sms', 'SMS_FACTOR'),
  kind('call', 'OKTA', 'clf', 'sent', 'tel', 'CALL_FACTOR'),
  kind('email', 'OKTA', 'emf', 'sent', 'otp', 'EMAIL_FACTOR'),
  kind('webauthn', 'FIDO', 'fwf', 'key', 'hwk', 'FIDO_WEBAUTHN'),
  kind('u2f', 'FIDO', 'fuf', 'key', 'hwk', 'FIDO_U2F'),
  kind('token:hotp', 'CUSTOM', 'chf', 'otp', 'otp', 'CUSTOM_HOTP', { usual: false }),
  kind('token', 'RSA', 'rsa', 'vendor', 'otp', 'RSA_TOKEN', { usual: false, noun: 'token' }),
  kind('token', 'SYMANTEC', 'ufv', 'vendor', 'otp', 'SYMANTEC_VIP', { usual: false, noun: 'token' }),
  kind('token:hardware', 'YUBICO', 'ykf', 'vendor', 'hwk', 'YUBIKEY_TOKEN', { usual: false, noun: 'token' }),
  kind('web', 'DUO', 'dsf', 'device', 'swk', 'DUO_SECURITY', { usual: false }),
];

/** The kind of this type and provider; without a provider the type's first. */
export const kindOf = (factorType: string, provider?: string): FactorKind | undefined =>
  factorKinds.find((one) => one.factorType === factorType && (provider === undefined || one.provider === provider));

/** The kind of a factor that is there. */
export function kindOfRow({ factorType, provider }: Pick<FactorRow, 'factorType' | 'provider'>): FactorKind {
  const found = kindOf(factorType, provider);
  if (!found) throw new Error(`there is no kind of factor ${factorType} ${provider}`);
  return found;
}
