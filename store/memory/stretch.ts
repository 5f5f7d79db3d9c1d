import type { Row } from '../rows/common.js';

/** So many rows are sealed together: rows of all of them are made where one is asked for, in some tenths of a millisecond. */
export const STRETCH = 256;

/** Of rows that take more bytes together fewer are sealed together: to read one of them is to read them all. */
const MOST_BYTES = 1 << 18;

/** Rows that follow each other, in less room than as objects. */
export interface Stretch<R extends Row> {
  readonly length: number;
  /** Whether no row's time is before that of the row in front of it. */
  readonly isInOrder: boolean;
  seqAt(n: number): number;
  timeAt(n: number): number;
  /** Makes the rows. */
  rows(): R[];
}

/** How rows are sealed. */
export interface Sealing<R extends Row> {
  seal(rows: readonly R[]): Stretch<R>;
  timeOf(row: R): number;
  /** About how many bytes a row takes. */
  weightOf(row: R): number;
  /** Is given all rows that were made of a stretch, before anybody sees them. */
  made(rows: readonly R[]): void;
  /** The same row without a hold on the others of its stretch. */
  own(row: R): R;
}

/** Into how many each rows of these weights are parted, one behind the other. */
export function runsOf(weights: readonly number[]): number[] {
  const runs: number[] = [];
  let [length, bytes] = [0, 0];
  for (const weight of weights) {
    if (length === STRETCH || (length > 0 && bytes + weight > MOST_BYTES)) {
      runs.push(length);
      [length, bytes] = [0, 0];
    }
    length += 1;
    bytes += weight;
  }
  if (length > 0) runs.push(length);
  return runs;
}

/** Rows of the stretches that were asked for last: walks ask for one row after another, and come back soon. */
export class Recent<R extends Row> {
  #made: (readonly [stretch: Stretch<R>, rows: readonly R[]])[] = [];

  constructor(readonly sealing: Sealing<R>) {}

  rowsOf(stretch: Stretch<R>): readonly R[] {
    for (const [of, rows] of this.#made) if (of === stretch) return rows;
    const rows = stretch.rows();
    this.sealing.made(rows);
    this.#made = [[stretch, rows], ...this.#made.slice(0, 1)];
    return rows;
  }
}
