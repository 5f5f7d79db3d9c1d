import { Secret, TOTP } from 'otpauth';
import { textOf } from '../../contract/given.js';

/** Seconds that a one-time password is good (facts: factors §2). */
export const TIME_STEP = 30;
/** Steps on either side of now in which a right code is taken; further away Okta says that it is late. */
const NEAR = 1;
const FAR = 10;

/** Shared secrets come as base32, or as hexadecimal digits, or as any text. */
function secretOf(text: string): Secret {
  if (/^[A-Z2-7]+=*$/.test(text)) return Secret.fromBase32(text);
  return /^(?:[0-9a-f]{2})+$/i.test(text) ? Secret.fromHex(text) : Secret.fromUTF8(text);
}

/** What a one-time password is found to be: the step that it is of, or why not. */
export type OtpFinding = { readonly step: number } | 'wrong' | 'late';

/**
 * Checks a one-time password of RFC 6238 with SHA-1, six digits and steps of 30 seconds.
 * @param now milliseconds since 1970
 */
export function findOtp(secret: string, passCode: unknown, now: number): OtpFinding {
  const token = textOf(passCode);
  if (token === undefined || !/^\d{6}$/.test(token)) return 'wrong';
  const totp = new TOTP({ secret: secretOf(secret), algorithm: 'SHA1', digits: 6, period: TIME_STEP });
  const delta = totp.validate({ token, timestamp: now, window: FAR });
  if (delta === null) return 'wrong';
  if (Math.abs(delta) > NEAR) return 'late';
  return { step: Math.floor(now / 1000 / TIME_STEP) + delta };
}
