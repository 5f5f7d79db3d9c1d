import { isAscii, isUtf8 } from 'node:buffer';

/** By index: a buffer's own iterator would take ten milliseconds over a large body. */
function hasFourByteCharacter(bytes: Buffer): boolean {
  for (let i = 0; i < bytes.length; i++) if ((bytes[i] as number) >= 0xf0) return true;
  return false;
}

const BACKSLASH = 0x5c;
/** Half of a character of four bytes, written as an escape. */
const SURROGATE = /(?<!\\)(?:\\\\)*\\u[dD][89a-fA-F]/;

/**
 * Okta takes UTF-8, and of it characters of up to three bytes, however they are written (facts: conventions §1).
 * @throws Error for anything else
 */
export function refuseOddText(bytes: Buffer): void {
  if (!isAscii(bytes) && (hasFourByteCharacter(bytes) || !isUtf8(bytes)))
    throw new Error('not UTF-8 of up to three bytes');
  if (bytes.includes(BACKSLASH) && SURROGATE.test(bytes.toString('latin1'))) throw new Error('a surrogate');
}
