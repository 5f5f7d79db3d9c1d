import type { Budget } from './budget.js';
import { TemplateError } from './error.js';
import { limits } from './limits.js';
import type { BinaryOperator } from './nodes.js';
import { sameValue, type Value } from './values.js';

type Sum = '+' | '-' | '*' | '/' | '%';

const doubles: Readonly<Record<Sum, (left: number, right: number) => number | null>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => (right === 0 ? null : left / right),
  '%': (left, right) => (right === 0 ? null : left % right),
};

const wholes: Readonly<Record<Sum, (left: bigint, right: bigint) => bigint | null>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => (right === 0n ? null : left / right),
  '%': (left, right) => (right === 0n ? null : left % right),
};

const largest = 1n << BigInt(limits.bits);

/** Java's arithmetic: whole numbers stay whole and grow; what has no result is null. */
function calculated(operator: Sum, left: Value, right: Value): Value {
  if (typeof left === 'bigint' && typeof right === 'bigint') {
    const result = wholes[operator](left, right);
    if (result !== null && (result >= largest || result <= -largest)) {
      throw new TemplateError('length', `A number grows past ${limits.bits} bits`);
    }
    return result;
  }
  const numbers = [left, right].every((side) => typeof side === 'bigint' || typeof side === 'number');
  return numbers ? doubles[operator](Number(left), Number(right)) : null;
}

/** Numbers alone have an order; between others each comparison is false. */
function compared(operator: '<' | '>' | '<=' | '>=', left: Value, right: Value): boolean {
  if (typeof left !== 'bigint' && typeof left !== 'number') return false;
  if (typeof right !== 'bigint' && typeof right !== 'number') return false;
  if (operator === '<') return left < right;
  if (operator === '>') return left > right;
  return operator === '<=' ? left <= right : left >= right;
}

/** Applies an operator that looks at both sides; `+` between texts is the caller's. */
export function applied(
  operator: Exclude<BinaryOperator, '&&' | '||'>,
  left: Value,
  right: Value,
  budget: Budget,
): Value {
  switch (operator) {
    case '==':
      return sameValue(left, right, budget);
    case '!=':
      return !sameValue(left, right, budget);
    case '<':
    case '>':
    case '<=':
    case '>=':
      return compared(operator, left, right);
    default:
      return calculated(operator, left, right);
  }
}

/** The whole numbers from one to another, up or down; null unless both are whole. */
export function rangeOf(from: Value, to: Value, budget: Budget): Value {
  if (typeof from !== 'bigint' || typeof to !== 'bigint') return null;
  const size = (to > from ? to - from : from - to) + 1n;
  budget.spend(size < BigInt(limits.steps) ? Number(size) : limits.steps + 1);
  const step = to >= from ? 1n : -1n;
  return Array.from({ length: Number(size) }, (_, index) => from + BigInt(index) * step);
}
