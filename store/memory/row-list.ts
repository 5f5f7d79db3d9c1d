import type { Row } from '../rows/common.js';
import type { PackedRows } from './packed-rows.js';
import type { TextRow } from './text-row.js';

/** Rows by their place, sorted by `seq`. */
export interface PlacedRows<R extends Row> {
  readonly size: number;
  /** The row at a place below `size`. */
  row(at: number): R;
  /** The place of the first row whose `seq` is at least this. */
  indexOf(seq: number): number;
}

/** Rows of which some may be records of a state file still. */
export interface PartialRows {
  readonly size: number;
  /** Whether some are to be made rows still. */
  readonly isPartial: boolean;
  /** Makes rows of the next records from this place on. @returns the place behind them */
  unpackFrom(at: number): number;
}

/** The rows of a collection. */
export interface RowList<R extends Row> extends PlacedRows<R>, PartialRows {
  /** The records of which some are no rows yet; undefined where all are. */
  readonly packed: PackedRows<R> | undefined;
  /** How many are rows already. */
  readonly madeCount: number;
  /** The rows in order, for reading at once: not to be kept. */
  readonly live: readonly R[];
  /** The rows in order. Stays as it is, whatever is written later. */
  readonly rows: readonly R[];
  /** The same rows, for a walk that goes on later. All of them must be rows. */
  held(): PlacedRows<R>;
  /** The row at a place below `size`, where it is a row already. */
  peek(at: number): R | undefined;
  /** The rows of records that follow each other from this one on, `most` or fewer, for a look: nothing keeps them. */
  read(at: number, most: number): readonly R[];
  /** The beginning of the record at a place below `size`; undefined where that is a row. */
  head(at: number): string | undefined;
  /** The `seq` of the row at a place below `size`. */
  seqAt(at: number): number;
  /** The row with this `seq`. */
  at(seq: number): R | undefined;
  /** Makes rows of these records, those of them that are records still. */
  make(records: readonly number[]): void;
  /** Puts a row in its place; one with the same `seq` is replaced. */
  put(row: R): void;
  /** Takes the row with this `seq` away. */
  delete(seq: number): void;
  /** Takes every row before this `seq` away. */
  dropBefore(seq: number): void;
  /** The rows in order, as they are now, those that are records still as text: for writing them down at leisure. */
  written(): Iterable<R | TextRow>;
}

/** Makes the list that a collection keeps its rows in. */
export interface RowLists<R extends Row> {
  /** @param rows sorted by `seq`; taken over, not copied */
  of(rows: R[]): RowList<R>;
  /** All the records of a section. @param made is told of each row that is made of one */
  ofRecords(packed: PackedRows<R>, made: (row: R) => void): RowList<R>;
}
