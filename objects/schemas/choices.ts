import type { Json, JsonObject } from '../../store/rows/common.js';

/** More than a person would list by hand; it keeps one definition from filling the state. */
export const MAX_CHOICES = 1000;

/** Longest text that a definition may hold, in characters. */
export const MAX_TEXT = 1024;

/** Collects the members of one definition in order. */
export interface Reading {
  readonly given: JsonObject;
  readonly out: Record<string, Json>;
  readonly problems: string[];
  mismatch: boolean;
}

/** Objects also for clients: docs name texts and numbers, recorded apps have lists of objects (facts: recorded-shapes §12). */
const itemTypes = ['string', 'number', 'integer', 'object'];

/** Whether a value is an object, and no list. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a value is a text that a definition may hold. */
export const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= MAX_TEXT;

/** Whether a choice is a value of the property's type. What an object holds is not looked into. */
export function isChoice(value: unknown, type: unknown): value is Json {
  if (type === 'string') return isText(value);
  if (type === 'object') return isObject(value);
  if (type === 'number') return typeof value === 'number' && Number.isFinite(value);
  return type === 'integer' && typeof value === 'number' && (value | 0) === value;
}

/** A choice as a text that no other choice has. */
const keyOf = (value: Json | undefined): string => JSON.stringify(value ?? null);

/** `enum` and `oneOf`, of a property or of an array's items. */
export function takeChoices(reading: Reading, source: JsonObject, target: Record<string, Json>, type: Json): void {
  const choices = source.enum ?? undefined;
  const titled = source.oneOf ?? undefined;
  if (choices === undefined && titled === undefined) return;
  const list = Array.isArray(choices) ? (choices as readonly Json[]) : undefined;
  if (choices !== undefined) {
    const fits = list && list.length > 0 && list.length <= MAX_CHOICES && list.every((item) => isChoice(item, type));
    if (!fits || new Set(list.map(keyOf)).size !== list.length) {
      reading.problems.push('enum: The field has an invalid value');
      return;
    }
    target.enum = list;
  }
  if (titled === undefined) return;
  const pairs = Array.isArray(titled) ? (titled as readonly Json[]) : [];
  const isPair = (pair: Json): pair is JsonObject => isObject(pair) && isText(pair.title);
  if (pairs.length === 0 || pairs.length > MAX_CHOICES || !pairs.every(isPair)) {
    reading.problems.push('oneOf: The field has an invalid value');
  } else if (list?.length !== pairs.length || pairs.some((pair, i) => keyOf(pair.const) !== keyOf(list[i]))) {
    reading.mismatch = true;
  } else target.oneOf = pairs.map((pair) => ({ const: pair.const ?? null, title: pair.title ?? null }));
}

/** What the elements of a list are. */
export function takeItems(reading: Reading): void {
  const { items } = reading.given;
  if (!isObject(items) || !itemTypes.includes(items.type as string)) {
    reading.problems.push('items: The field has an invalid value');
    return;
  }
  const type = items.type as Json;
  const read: Record<string, Json> = { type };
  takeChoices(reading, items, read, type);
  if (type === 'object') read.additionalProperties = true;
  reading.out.items = read;
}
