import type { Row } from '../rows/common.js';

/** Freezes a value and all that it holds. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const key in value) {
    const member = value[key];
    if (typeof member === 'object' && member !== null) deepFreeze(member);
  }
  return value;
}

/** Rows that are frozen at once: far more than a test holds, few enough to take some milliseconds. */
const AT_ONCE = 10_000;
const SLICE = 2_000;
/** A large org answers first: in milliseconds. */
const LATER = 1_000;

/** Freezes rows, a small org's at once, a large one's later and a slice at a time. */
export function freezeRows(rows: readonly Row[]): void {
  let at = 0;
  const slice = (count: number): void => {
    const end = Math.min(at + count, rows.length);
    for (; at < end; at++) deepFreeze(rows[at]);
    if (at < rows.length) setImmediate(() => slice(SLICE)).unref();
  };
  if (rows.length <= AT_ONCE) slice(AT_ONCE);
  else setTimeout(() => slice(SLICE), LATER).unref();
}
