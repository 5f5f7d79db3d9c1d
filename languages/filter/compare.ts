import type { Operator } from './parse.js';
import type { Literal } from './tokens.js';

/** An operator that compares with a literal. */
export type Relation = Exclude<Operator, 'pr'>;
type Scalar = string | number | boolean;
type Check<V> = (value: V) => boolean;

/** Whether a property has a value: missing, null, empty text and an empty list are none. */
export const isPresent = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** Whether the operator takes a literal of this kind at all: prefixes are of text, order is of text and numbers. */
export function takes(op: Relation, value: Literal): boolean {
  if (op === 'eq' || op === 'ne') return true;
  if (op === 'sw' || op === 'co' || op === 'ew') return typeof value === 'string';
  return typeof value === 'string' || typeof value === 'number';
}

const never = (): boolean => false;

/** Text by code units. */
function textCheck(op: Relation, literal: string): Check<string> {
  switch (op) {
    case 'sw':
      return (value) => value.startsWith(literal);
    case 'co':
      return (value) => value.includes(literal);
    case 'ew':
      return (value) => value.endsWith(literal);
    default:
      return scalarCheck(op, literal);
  }
}

/** Text without regard to case; diacritics count. */
function foldedCheck(op: Relation, given: string): Check<string> {
  const literal = given.toLowerCase();
  if (op === 'eq' && !literal.includes('\u0307')) {
    // Only U+0130 has another length in lower case, and then U+0307 is in it: most rows are settled by their length.
    const { length } = literal;
    return (value) => value.length === length && value.toLowerCase() === literal;
  }
  const check = textCheck(op, literal);
  return (value) => check(value.toLowerCase());
}

/** Numbers, booleans and whole text. */
function scalarCheck<V extends Scalar>(op: Relation, literal: V): Check<V> {
  switch (op) {
    case 'eq':
      return (value) => value === literal;
    case 'ne':
      return (value) => value !== literal;
    case 'gt':
      return (value) => value > literal;
    case 'ge':
      return (value) => value >= literal;
    case 'lt':
      return (value) => value < literal;
    case 'le':
      return (value) => value <= literal;
    default:
      return never;
  }
}

/** The number that a literal is, or spells. */
function numberIn(literal: Scalar): number | undefined {
  if (typeof literal !== 'string') return typeof literal === 'number' ? literal : undefined;
  const number = literal.trim() === '' ? Number.NaN : Number(literal);
  return Number.isNaN(number) ? undefined : number;
}

const flagIn = (literal: Scalar): boolean | undefined =>
  literal === true || literal === 'true' ? true : literal === false || literal === 'false' ? false : undefined;

/**
 * Makes a check of one value against a literal. A value of another type is compared in its own type where the literal
 * spells such a value, and else is different from it.
 */
function checkOf(op: Relation, literal: Scalar, fold: boolean): Check<unknown> {
  const text = fold ? foldedCheck(op, String(literal)) : textCheck(op, String(literal));
  const number = numberIn(literal);
  const flag = flagIn(literal);
  const ofNumber = number === undefined ? undefined : scalarCheck(op, number);
  const ofFlag = flag === undefined || (op !== 'eq' && op !== 'ne') ? undefined : scalarCheck(op, flag);
  const other = op === 'ne';
  return (value) => {
    if (typeof value === 'string') return text(value);
    if (typeof value === 'number') return ofNumber ? ofNumber(value) : other;
    return typeof value === 'boolean' && ofFlag ? ofFlag(value) : other;
  };
}

/**
 * Makes a check of what a property holds against a literal. Of a list any element may pass; what is missing is
 * different from everything but null.
 * @param fold compare text without regard to case
 */
export function comparison(op: Relation, literal: Literal, fold: boolean): Check<unknown> {
  if (literal === null) return op === 'ne' ? isPresent : op === 'eq' ? (value) => !isPresent(value) : never;
  const check = checkOf(op, literal, fold);
  return (value) => (Array.isArray(value) && value.length > 0 ? value.some(check) : check(value));
}

/** Makes a check of whether a property holds one of many texts, as `comparison` with `eq` would find for one of them. */
export function oneOf(texts: readonly string[], fold: boolean): Check<unknown> {
  const set = new Set(fold ? texts.map((text) => text.toLowerCase()) : texts);
  const spelt = new Set<unknown>(texts.flatMap((text) => [numberIn(text), flagIn(text)]));
  const check: Check<unknown> = (value) => {
    if (typeof value === 'string') return set.has(fold ? value.toLowerCase() : value);
    return (typeof value === 'number' || typeof value === 'boolean') && spelt.has(value);
  };
  return (value) => (Array.isArray(value) && value.length > 0 ? value.some(check) : check(value));
}

const keyOfText = (text: string): string => `s${text.toLowerCase()}`;

/** Keys of what a property holds: a value that `eq` finds equal to a literal has one that `equalKeys` gives. */
export function valueKeys(value: unknown): readonly string[] {
  if (typeof value === 'string') return [keyOfText(value)];
  if (typeof value === 'number' || typeof value === 'boolean') return [`${typeof value} ${value}`];
  return Array.isArray(value) ? value.flatMap((element) => (Array.isArray(element) ? [] : valueKeys(element))) : [];
}

/** The keys of all values that are equal to a literal, whatever their type and, of text, their case. */
export function equalKeys(literal: string | number | boolean): readonly string[] {
  const keys = [keyOfText(String(literal))];
  const [number, flag] = [numberIn(literal), flagIn(literal)];
  if (number !== undefined) keys.push(...valueKeys(number));
  if (flag !== undefined) keys.push(...valueKeys(flag));
  return keys;
}
