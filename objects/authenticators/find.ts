import type { ReadContext } from '../../contract/context.js';
import type { AuthenticatorRow } from '../../store/rows/authenticators.js';

/** The authenticator that a kind of factor belongs to. */
const KEYS: Readonly<Record<string, string>> = {
  sms: 'phone_number',
  call: 'phone_number',
  email: 'okta_email',
  question: 'security_question',
  push: 'okta_verify',
  'token:software:totp OKTA': 'okta_verify',
  'token:software:totp GOOGLE': 'google_otp',
  'token:hardware': 'yubikey_token',
  'token:hotp': 'custom_otp',
  'token RSA': 'rsa_token',
  'token SYMANTEC': 'symantec_vip',
  u2f: 'webauthn',
  webauthn: 'webauthn',
  web: 'duo',
};

/** The authenticators with this key. */
const authenticatorsOf = (ctx: Pick<ReadContext, 'store'>, key: string): readonly AuthenticatorRow[] =>
  ctx.store.authenticators.where('key', key);

/** Whether the authenticator of a kind of factor was taken out of use by somebody, and no other of its key is in use. */
export function isTurnedOff(ctx: Pick<ReadContext, 'store'>, factorType: string, provider: string): boolean {
  const key = KEYS[`${factorType} ${provider}`] ?? KEYS[factorType];
  const rows = key === undefined ? [] : authenticatorsOf(ctx, key);
  return rows.some((row) => row.turnedOff === true) && !rows.some((row) => row.status === 'ACTIVE');
}

/** Authenticators by name, as lists have them. */
export const inOrder = (rows: readonly AuthenticatorRow[]): AuthenticatorRow[] =>
  [...rows].sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
