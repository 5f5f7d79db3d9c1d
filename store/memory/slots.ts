import type { Row } from '../rows/common.js';

/** A row; or a number that tells where to take it from. */
export type Slot<R extends Row> = R | number;

/** What makes rows of numbers. */
export interface RowSource<R extends Row> {
  seqOf(slot: number): number;
  /** The rows of numbers that follow each other: one at least, no more than `most`. */
  take(slot: number, most: number): R[];
}

/** The `seq` of a slot's row. @param source there is one where the slot is a number */
export const seqOf = <R extends Row>(slot: Slot<R>, source: RowSource<R> | undefined): number =>
  typeof slot === 'number' ? (source as RowSource<R>).seqOf(slot) : slot.seq;

/** The place of the first slot whose `seq` is at least this. */
export function placeOf<R extends Row>(
  slots: readonly Slot<R>[],
  seq: number,
  source: RowSource<R> | undefined,
): number {
  let low = 0;
  let high = slots.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (seqOf(slots[middle] as Slot<R>, source) < seq) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many numbers follow each other from a place on, where one stands; no more than `most`. */
export function runFrom<R extends Row>(slots: readonly Slot<R>[], at: number, most: number): number {
  const first = slots[at] as number;
  let count = 1;
  while (count < most && slots[at + count] === first + count) count += 1;
  return count;
}

/** The first place from one on that holds a number, or else `end`. */
export function behindRows<R extends Row>(slots: readonly Slot<R>[], at: number, end: number): number {
  let from = at;
  while (from < end && typeof slots[from] !== 'number') from += 1;
  return from;
}

/** How many slots are no rows. */
export function countLeft<R extends Row>(slots: readonly Slot<R>[]): number {
  let left = 0;
  for (const slot of slots) if (typeof slot === 'number') left += 1;
  return left;
}

/** The rows, and the texts of what is none. */
export function* textsOf<R extends Row, T>(slots: readonly Slot<R>[], text: (slot: number) => T): Generator<R | T> {
  for (const slot of slots) yield typeof slot === 'number' ? text(slot) : slot;
}
