import type { Budget } from './budget.js';
import type { Block } from './nodes.js';

/**
 * What a template works with. Java's whole numbers are `bigint`, its doubles `number`; lists and maps are mutable, as
 * in Java, and belong to one rendering.
 */
export type Value = null | boolean | bigint | number | string | Value[] | Map<Value, Value> | Special;

/** What only Velocity makes: a map's entry, a loop's state, a `#define`d block, one of the caller's tools. */
export type Special = Entry | Loop | Definition | Tool;

export interface Entry {
  kind: 'entry';
  key: Value;
  value: Value;
}

export interface Loop {
  kind: 'loop';
  index: number;
  size: number;
  parent: Loop | undefined;
}

export interface Definition {
  kind: 'definition';
  body: Block;
  /** Set while the block prints: within itself it is null. */
  active: boolean;
}

export interface Tool {
  kind: 'tool';
  name: string;
}

export const isSpecial = (value: Value): value is Special =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Map);

/** JSON as a caller hands it in. */
export type Plain =
  | null
  | undefined
  | boolean
  | number
  | string
  | readonly Plain[]
  | { readonly [name: string]: Plain };

/** Takes a caller's value over: integers become whole numbers, objects maps of their own members. */
export function fromPlain(plain: Plain, budget: Budget): Value {
  if (plain === null || plain === undefined) return null;
  if (typeof plain === 'number') return Number.isSafeInteger(plain) ? BigInt(plain) : plain;
  if (typeof plain !== 'object') return plain;
  return budget.nested(() => {
    if (Array.isArray(plain)) return plain.map((item: Plain) => fromPlain(item, budget));
    const map = new Map<Value, Value>();
    for (const [name, member] of Object.entries(plain)) map.set(name, fromPlain(member, budget));
    return map;
  });
}

/** The other way: what a tool's function is given. Only members that are text keys remain. */
export function toPlain(value: Value, budget: Budget): Plain {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return budget.nested(() => value.map((item) => toPlain(item, budget)));
  if (value instanceof Map) {
    return budget.nested(() =>
      Object.fromEntries([...value].map(([name, member]) => [textOf(name, budget), toPlain(member, budget)])),
    );
  }
  return isSpecial(value) ? null : value;
}

/** A double as Java prints it: `6.0`, `1.0E9`, `1.0E-5`. */
function doubleText(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  if (Object.is(value, -0)) return '-0.0';
  const [digits = '', exponent = '0'] = value.toExponential().split('e');
  const point = digits.includes('.');
  if (size !== 0 && (size < 1e-3 || size >= 1e7)) return `${digits}${point ? '' : '.0'}E${Number(exponent)}`;
  const plain = String(value);
  return plain.includes('.') ? plain : `${plain}.0`;
}

function innerText(value: Value, budget: Budget): string {
  if (value === null) return 'null';
  if (typeof value === 'number') return doubleText(value);
  if (typeof value !== 'object') return String(value);
  return budget.nested(() => {
    if (Array.isArray(value)) return `[${joined(value, budget, (item) => innerText(item, budget))}]`;
    if (value instanceof Map) return `{${joined(value, budget, ([key, item]) => pairText(key, item, budget))}}`;
    return value.kind === 'entry' ? pairText(value.key, value.value, budget) : '{}';
  });
}

const pairText = (key: Value, value: Value, budget: Budget): string =>
  `${innerText(key, budget)}=${innerText(value, budget)}`;

function joined<T>(items: Iterable<T>, budget: Budget, print: (item: T) => string): string {
  const parts: string[] = [];
  for (const item of items) {
    const text = print(item);
    budget.handle(text.length);
    parts.push(text);
  }
  return budget.text(parts.join(', '));
}

/** A value's `toString()`. */
export const textOf = (value: Value, budget: Budget): string =>
  typeof value === 'string' ? value : innerText(value, budget);

/** Whether a condition holds: null, false, 0, and what is empty do not (Velocity 2; facts: velocity). */
export function isTrue(value: Value): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (value instanceof Map) return value.size > 0;
  return Boolean(value);
}

/** Java's `equals`, where 1 and 1.0 differ unless `loose`. */
export function equal(left: Value, right: Value, budget: Budget): boolean {
  budget.handle(typeof left === 'string' && typeof right === 'string' ? Math.min(left.length, right.length) : 0);
  if (left === right) return true;
  if (Array.isArray(left) && Array.isArray(right)) {
    if (left.length !== right.length) return false;
    return budget.nested(() => left.every((item, index) => equal(item, right[index] ?? null, budget)));
  }
  if (left instanceof Map && right instanceof Map) {
    if (left.size !== right.size) return false;
    return budget.nested(() =>
      [...left].every(([key, item]) => right.has(key) && equal(item, right.get(key) ?? null, budget)),
    );
  }
  return Object.is(left, right);
}

const isNumber = (value: Value): value is bigint | number => typeof value === 'bigint' || typeof value === 'number';

const sortOf = (value: Value): string =>
  Array.isArray(value) ? 'list' : value instanceof Map ? 'map' : isSpecial(value) ? value.kind : typeof value;

/** Velocity's `==`: numbers by size, likes by `equals`, the rest by their texts. */
export function sameValue(left: Value, right: Value, budget: Budget): boolean {
  if (left === null || right === null) return left === right;
  // biome-ignore lint/suspicious/noDoubleEquals: a whole number and a double compare by size with this operator alone
  if (isNumber(left) && isNumber(right)) return left == right;
  if (sortOf(left) === sortOf(right)) return equal(left, right, budget);
  return textOf(left, budget) === textOf(right, budget);
}
