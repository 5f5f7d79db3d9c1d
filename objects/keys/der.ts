/**
 * Writes DER, the encoding of certificates and signing requests (ITU-T X.690): as much of it as these two need, and no
 * reading, which node:crypto does.
 */

const tags = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  nullValue: 0x05,
  objectId: 0x06,
  utf8: 0x0c,
  printable: 0x13,
  ia5: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
  context: 0xa0,
} as const;

function lengthOf(size: number): Buffer {
  if (size < 0x80) return Buffer.of(size);
  const digits = Buffer.from(evenHex(BigInt(size)), 'hex');
  return Buffer.concat([Buffer.of(0x80 | digits.length), digits]);
}

function evenHex(value: bigint): string {
  const hex = value.toString(16);
  return hex.length % 2 === 0 ? hex : `0${hex}`;
}

function element(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const size = content.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([Buffer.of(tag), lengthOf(size), ...content]);
}

/** SEQUENCE of these elements. */
export const sequence = (...elements: readonly Uint8Array[]): Buffer => element(tags.sequence, ...elements);

/** SET of one element; with more of them DER would want them sorted. */
export const setOf = (only: Uint8Array): Buffer => element(tags.set, only);

/** `[number]`, explicit or constructed implicit. */
export const context = (number: number, ...elements: readonly Uint8Array[]): Buffer =>
  element(tags.context | number, ...elements);

/** `[number]` in place of the tag of a primitive IA5String, as a name of subjectAltName is written. */
export const contextIa5 = (number: number, text: string): Buffer => element(0x80 | number, Buffer.from(text, 'latin1'));

/** INTEGER, 0 or more. */
export function integer(value: bigint): Buffer {
  const bytes = Buffer.from(evenHex(value), 'hex');
  // A first bit that is set would make it negative.
  return element(tags.integer, ...((bytes[0] ?? 0) > 0x7f ? [Buffer.of(0), bytes] : [bytes]));
}

/** BIT STRING of whole bytes. */
export const bitString = (bytes: Uint8Array): Buffer => element(tags.bitString, Buffer.of(0), bytes);

/** OCTET STRING. */
export const octetString = (bytes: Uint8Array): Buffer => element(tags.octetString, bytes);

/** NULL. */
export const nullValue: Buffer = element(tags.nullValue);

/** OBJECT IDENTIFIER, from its dotted form. */
export function objectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return element(tags.objectId, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

/** An arc in groups of seven bits, all but the last marked. */
function base128(arc: number): number[] {
  const groups = [arc & 0x7f];
  for (let left = Math.floor(arc / 0x80); left > 0; left = Math.floor(left / 0x80))
    groups.unshift(0x80 | (left & 0x7f));
  return groups;
}

/** UTF8String. */
export const utf8 = (text: string): Buffer => element(tags.utf8, Buffer.from(text, 'utf8'));

/** PrintableString where the text allows it, UTF8String elsewhere. */
export const printable = (text: string): Buffer =>
  /^[A-Za-z0-9 '()+,./:=?-]*$/.test(text) ? element(tags.printable, Buffer.from(text, 'latin1')) : utf8(text);

/** IA5String: ASCII alone. */
export const ia5 = (text: string): Buffer => element(tags.ia5, Buffer.from(text, 'latin1'));

/** UTCTime up to 2049, GeneralizedTime from 2050 on (RFC 5280 §4.1.2.5). @param ms milliseconds since 1970 */
export function time(ms: number): Buffer {
  const digits = new Date(ms)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replace(/[^0-9Z]/g, '');
  const year = new Date(ms).getUTCFullYear();
  const short = year >= 1950 && year < 2050;
  return element(short ? tags.utcTime : tags.generalizedTime, Buffer.from(short ? digits.slice(2) : digits, 'latin1'));
}
