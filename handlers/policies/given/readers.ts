import { unreadable } from '../../../contract/errors.js';
import { type Fault, objectOf } from '../../../contract/given.js';
import type { Json, JsonObject } from '../../../store/rows/common.js';

/**
 * Reads one part of a body: what is kept of it, or undefined where it is left out. Null is as good as missing.
 * @param at where it stands, for faults: `actions.signon.access`
 * @throws OktaError 400 E0000003 for a value of another kind, an unknown word of an enum among them
 */
export type Reader<T extends Json = Json> = (value: unknown, at: string, faults: Fault[]) => T | undefined;

const isNone = (value: unknown): value is null | undefined => value === undefined || value === null;

/** A text. Numbers and flags become text, as Okta's reader of JSON does it. */
export const text =
  (fallback?: string): Reader<string> =>
  (value) => {
    if (isNone(value)) return fallback;
    if (typeof value === 'object') throw unreadable();
    return String(value);
  };

/** One of some words. */
export const choice =
  (allowed: readonly string[], fallback?: string): Reader<string> =>
  (value) => {
    if (isNone(value)) return fallback;
    if (typeof value !== 'string' || !allowed.includes(value)) throw unreadable();
    return value;
  };

/** One of some words, in capitals or not; it stays as it was sent. */
export const inEitherCase = (...words: readonly string[]): Reader<string> =>
  choice([...words, ...words.map((word) => word.toLowerCase())]);

/** A whole number within bounds. */
export const whole =
  (fallback: number | undefined, min: number, max: number = Number.MAX_SAFE_INTEGER): Reader<number> =>
  (value, at, faults) => {
    if (isNone(value)) return fallback;
    const number = typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
    if (typeof number !== 'number' || !Number.isSafeInteger(number)) throw unreadable();
    if (number < min) faults.push([at, `${at}: The value must be greater than or equal to ${min}`]);
    if (number > max) faults.push([at, `${at}: The value must be less than or equal to ${max}`]);
    return number;
  };

/** True or false. */
export const flag =
  (fallback?: boolean): Reader<boolean> =>
  (value) => {
    if (isNone(value)) return fallback;
    if (value === 'true' || value === 'false') return value === 'true';
    if (typeof value !== 'boolean') throw unreadable();
    return value;
  };

const DURATION = /^P(?=\d|T\d)(?:\d{1,6}D)?(?:T(?=\d)(?:\d{1,8}H)?(?:\d{1,8}M)?(?:\d{1,8}S)?)?$/;

/** A length of time in ISO 8601, such as `PT2H`. */
export const duration =
  (fallback?: string): Reader<string> =>
  (value, at, faults) => {
    const given = text(fallback)(value, at, faults);
    if (given !== undefined && !DURATION.test(given))
      faults.push([at, `${at}: The field is not a valid ISO 8601 duration`]);
    return given;
  };

/** A list whose items are read alike. Nulls in it are left out. */
export const list =
  <T extends Json>(item: Reader<T>, fallback?: readonly T[]): Reader<readonly T[]> =>
  (value, at, faults) => {
    if (isNone(value)) return fallback;
    if (!Array.isArray(value)) throw unreadable();
    const kept: T[] = [];
    for (const [i, member] of value.entries()) {
      const read = member === null ? undefined : item(member, `${at}[${i}]`, faults);
      if (read !== undefined) kept.push(read);
    }
    return kept;
  };

/** A list of texts. */
export const texts = (fallback?: readonly string[]): Reader<readonly string[]> => list(text(), fallback);

/** A list of texts, left out where nothing is in it. */
export const someTexts: Reader<readonly string[]> = (value, at, faults) => {
  const given = texts()(value, at, faults);
  return given && given.length > 0 ? given : undefined;
};

type Members = { readonly [name: string]: Reader };

/** An object of which these members are kept, in this order, with what they have where nothing is said. */
export const object =
  (members: Members): Reader<JsonObject> =>
  (value, at, faults) => {
    const given = isNone(value) ? {} : objectOf(value);
    if (!given) throw unreadable();
    const kept: Record<string, Json> = {};
    for (const [name, read] of Object.entries(members)) {
      const member = read(given[name], at === '' ? name : `${at}.${name}`, faults);
      if (member !== undefined) kept[name] = member;
    }
    return kept;
  };

/** What is left out unless it is given. */
export const ifGiven =
  <T extends Json>(read: Reader<T>): Reader<T> =>
  (value, at, faults) =>
    isNone(value) ? undefined : read(value, at, faults);

/** What shows as null unless it is given. */
export const orNull =
  <T extends Json>(read: Reader<T>): Reader<T | null> =>
  (value, at, faults) =>
    isNone(value) ? null : read(value, at, faults);

/** A part of which nothing is known: kept as it is. */
export const anything: Reader = (value) => (isNone(value) ? undefined : (value as Json));
