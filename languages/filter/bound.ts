import type { Comparison, Expression } from './parse.js';

/** Expressions with up to so many tests are never stopped: what people and programs ask for has fewer. */
const FREE_TESTS = 20;

/** Tests that one request may make with a longer one: a few dozen milliseconds. */
const MAX_TESTS = 400_000;

/** `path eq "text"`. */
export interface TextEqual extends Comparison {
  readonly value: string;
}

const isTextEqual = (node: Expression): node is TextEqual =>
  node.kind === 'compare' && node.op === 'eq' && typeof node.value === 'string';

/** Fewer than these are as quick one by one. */
const LEAST_TOGETHER = 4;

/** The parts of an `or` that ask one property for many texts: one look-up answers all of them. */
export function together(parts: readonly Expression[]): {
  readonly sets: readonly (readonly TextEqual[])[];
  readonly rest: readonly Expression[];
} {
  const byPath = new Map<string, TextEqual[]>();
  for (const part of parts) {
    if (!isTextEqual(part)) continue;
    const same = byPath.get(part.path);
    if (same) same.push(part);
    else byPath.set(part.path, [part]);
  }
  const sets = [...byPath.values()].filter((same) => same.length >= LEAST_TOGETHER);
  const taken = new Set<Expression>(sets.flat());
  return { sets, rest: parts.filter((part) => !taken.has(part)) };
}

/** How many tests an expression makes of a row at most. */
export function testsOf(node: Expression): number {
  if (node.kind === 'compare') return 1;
  if (node.kind === 'not') return testsOf(node.inner);
  if (node.kind === 'some') return 1 + testsOf(node.inner);
  const { sets, rest } = node.kind === 'or' ? together(node.parts) : { sets: [], rest: node.parts };
  return rest.reduce((sum, part) => sum + testsOf(part), sets.length);
}

/** Whether an expression that makes so many tests of a row is to be counted. */
export const isLong = (tests: number): boolean => tests > FREE_TESTS;

/**
 * A test of a long expression, for one request: it may be used for so many rows only.
 * @param tests how many it makes of a row
 * @param stop throws the refusal
 */
export function bounded<R>(test: (row: R) => boolean, tests: number, stop: () => never): (row: R) => boolean {
  let left = Math.floor(MAX_TESTS / tests);
  return (row) => {
    left -= 1;
    return left < 0 ? stop() : test(row);
  };
}
