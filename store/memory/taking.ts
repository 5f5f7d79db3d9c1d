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

/** Goes from place to place. What becomes of the rows is said by those that make a walk of it. */
abstract class Taking<R extends Row> implements Walk<Taken<R>> {
  #at: number;

  constructor(readonly query: TakeQuery<R>) {
    this.#at = query.from;
  }

  /** Whether no row that comes can be taken any more. */
  protected abstract readonly isFull: boolean;
  protected abstract look(at: number): void;
  protected abstract readonly taken: readonly R[];

  visit(most: number): boolean {
    const { from, end, within } = this.query;
    const step = from <= end ? 1 : -1;
    for (let left = most; this.#at !== end && !this.isFull; left -= 1) {
      if (left === 0) return false;
      if (within === undefined || within(this.#at)) this.look(this.#at);
      this.#at += step;
    }
    return true;
  }

  /** Rows that were handed out stay as they are: the walk may go on later. */
  step(): boolean {
    return this.visit(STEP);
  }

  get result(): Taken<R> {
    return { taken: this.taken, of: this.query.rows };
  }
}

/** Takes the rows that come first. */
class TakingFirst<R extends Row> extends Taking<R> {
  protected readonly taken: R[] = [];

  protected get isFull(): boolean {
    return this.taken.length >= this.query.most;
  }

  protected look(at: number): void {
    const { rows, test } = this.query;
    if (test(rows.row(at))) this.taken.push(rows.own(at));
  }
}

/**
 * Takes rows in the order of time from places that are not. It looks at every place once and in their order: rows that
 * follow each other are made together, and to jump between them would have all of them made for each.
 */
class TakingByTime<R extends Row> extends Taking<R> {
  readonly #kept: { readonly rank: number; readonly row: R }[] = [];
  protected readonly isFull = false;

  protected get taken(): readonly R[] {
    return this.#kept.map(({ row }) => row);
  }

  /** Of equal times the place that is visited first comes first. */
  protected look(at: number): void {
    const { rows, from, end, most, test } = this.query;
    const rank = from <= end ? rows.timeAt(at) : -rows.timeAt(at);
    const kept = this.#kept;
    const last = kept.at(-1);
    if (kept.length === most && (last === undefined || rank >= last.rank)) return;
    if (!test(rows.row(at))) return;
    let [low, high] = [0, kept.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((kept[middle]?.rank ?? 0) > rank) high = middle;
      else low = middle + 1;
    }
    kept.splice(low, 0, { rank, row: rows.own(at) });
    if (kept.length > most) kept.pop();
  }
}

/**
 * Takes rows.
 * @param name of the collection
 * @throws Unfinished where it takes a long walk, and `ahead` is there
 */
export function taken<R extends Row>(name: string, query: TakeQuery<R>, ahead: Ahead | undefined): Taken<R> {
  const walk = query.byTime ? new TakingByTime(query) : new TakingFirst(query);
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

/** The rows of a log. @throws Error for a collection that is not kept as one */
export function logOf<R extends Row>(name: string, rows: RowList<R>): SealedRows<R> {
  if (rows instanceof SealedRows) return rows;
  throw new Error(`${name} is not kept as a log`);
}

/** The rows of a log as they are now. @throws Unfinished as `unpacked` does; Error as `logOf` does */
export function timelineOf<R extends Row>(name: string, list: RowList<R>, ahead: Ahead | undefined): Timeline<R> {
  const rows = logOf(name, list);
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
