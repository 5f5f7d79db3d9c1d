import type { Row } from '../rows/common.js';
import type { Taken, TakeQuery, Timeline } from '../types.js';
import { type Ahead, AT_ONCE, Unfinished, type Walk } from './ahead.js';
import { Unpacking } from './held-walk.js';
import type { RowList } from './row-list.js';
import { SealedRows } from './sealed-rows.js';

/** Rows that one step of a long walk visits. */
const STEP = 64;

/** Records of more bytes are not made rows at once. */
const AT_ONCE_BYTES = 1 << 20;

/** What a record takes on average where few of them take long, in bytes. */
const LONG = 1 << 14;

class Taking<R extends Row> implements Walk<Taken<R>> {
  readonly #taken: R[] = [];
  #at: number;

  constructor(readonly query: TakeQuery<R>) {
    this.#at = query.from;
  }

  visit(most: number): boolean {
    const { rows, from, end, most: wanted, test } = this.query;
    const step = from <= end ? 1 : -1;
    for (let left = most; this.#at !== end && this.#taken.length < wanted; left -= 1) {
      if (left === 0) return false;
      const row = rows.row(this.#at);
      if (test(row)) this.#taken.push(row);
      this.#at += step;
    }
    return true;
  }

  /** Rows that were handed out stay as they are: the walk may go on later. */
  step(): boolean {
    return this.visit(STEP);
  }

  get result(): Taken<R> {
    return { taken: this.#taken, of: this.query.rows };
  }
}

/**
 * Takes rows.
 * @param name of the collection
 * @throws Unfinished where it takes a long walk, and `ahead` is there
 */
export function taken<R extends Row>(name: string, query: TakeQuery<R>, ahead: Ahead | undefined): Taken<R> {
  const walk = new Taking(query);
  if (ahead) return ahead.walk(`take ${name}`, walk, () => walk);
  walk.visit(Number.POSITIVE_INFINITY);
  return walk.result;
}

/** Rows all of which are rows. @throws Unfinished where many are records still, and `ahead` is there */
export function unpacked<R extends Row>(rows: RowList<R>, ahead: Ahead | undefined): RowList<R> {
  const isLong = rows.size - rows.madeCount > AT_ONCE || (rows.packed?.bytes ?? 0) > AT_ONCE_BYTES;
  if (ahead && rows.isPartial && isLong) throw new Unfinished(new Unpacking(rows));
  return rows;
}

/**
 * The rows of a log as they are now.
 * @throws Unfinished as `unpacked` does; Error for a collection that is not kept as one
 */
export function timelineOf<R extends Row>(name: string, rows: RowList<R>, ahead: Ahead | undefined): Timeline<R> {
  if (!(rows instanceof SealedRows)) throw new Error(`${name} is not kept as a log`);
  for (const left = new Unpacking(unpacked(rows, ahead)); !left.step(); );
  return rows.held();
}

/** Refuses to walk in records of which few take long. @throws Unfinished where `ahead` is there: they are made rows first */
export function requireShort<R extends Row>(rows: RowList<R>, ahead: Ahead | undefined): void {
  const { packed } = rows;
  if (ahead && packed && packed.bytes > LONG * packed.length) throw new Unfinished(new Unpacking(rows));
}

/**
 * Makes rows of records that were found one by one.
 * @throws Unfinished where that was done for many in one run, and `ahead` is there: then all of them are made rows first
 */
export function makeFound<R extends Row>(rows: RowList<R>, records: readonly number[], ahead: Ahead | undefined): void {
  if (records.length > 0 && ahead?.single()) throw new Unfinished(new Unpacking(rows));
  rows.make(records);
}
