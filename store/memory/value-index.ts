import type { Row } from '../rows/common.js';
import type { Order } from '../rows/spec.js';
import type { Page, PageQuery, ValueQuery } from '../types.js';
import { type Ahead, AT_ONCE, Unfinished, type Work } from './ahead.js';
import { OrderWalk } from './order-walk.js';
import { OrderedRows } from './ordered-rows.js';
import { pageOf } from './paging.js';
import type { RowList } from './row-list.js';

/** Smaller collections are as quick without. */
const WORTH_IT = 4096;
/** How often a value is looked for before an index of it is made. */
const ASKED = 2;
/** Indexes of one collection; the one that was not used for longest goes. */
const MOST = 4;
/** So many other questions let an index go that none of them used. */
const IDLE = 2000;
/** Rows that one step takes in. */
const STEP = 512;

/**
 * Where the rows with a value are. It may name rows that have it no more, never lacks one that has it: what is found is
 * tested all the same. So a new row costs nothing (it is taken in when somebody asks), a changed one a note.
 */
class ValueIndex<R extends Row> implements Work {
  /** The last question that it answered. */
  used = 0;
  readonly #seqs = new Map<string, number | number[]>();
  readonly #changed = new Set<number>();
  #upTo = 0;
  #entries = 0;

  constructor(
    readonly keysOf: (row: R) => readonly string[],
    readonly rows: RowList<R>,
  ) {}

  /** How many rows it has not seen yet. */
  get missing(): number {
    return this.rows.size - this.rows.indexOf(this.#upTo + 1);
  }

  /** Whether to make it anew costs less than to go on with what stands in it for nothing. */
  get isStale(): boolean {
    return this.#changed.size > this.rows.size / 8 || this.#entries > 4 * this.rows.size + WORTH_IT;
  }

  step(): boolean {
    const { rows } = this;
    const from = rows.indexOf(this.#upTo + 1);
    const end = Math.min(from + STEP, rows.size);
    for (let at = from; at < end; at++) this.#add(rows.row(at));
    if (end > from) this.#upTo = rows.seqAt(end - 1);
    return end >= rows.size;
  }

  note(seq: number): void {
    if (seq <= this.#upTo) this.#changed.add(seq);
  }

  /** The rows that may have one of these keys, in creation order. */
  find(keys: readonly string[]): R[] {
    for (const seq of this.#changed) {
      const row = this.rows.at(seq);
      if (row) this.#add(row);
    }
    this.#changed.clear();
    const seqs = new Set(keys.flatMap((key) => this.#seqs.get(key) ?? []));
    return [...seqs].sort((a, b) => a - b).flatMap((seq) => this.rows.at(seq) ?? []);
  }

  /** How many rows may have one of these keys at most. */
  most(keys: readonly string[]): number {
    return keys.reduce((sum, key) => {
      const found = this.#seqs.get(key);
      return sum + (found === undefined ? 0 : typeof found === 'number' ? 1 : found.length);
    }, this.#changed.size);
  }

  #add(row: R): void {
    for (const key of this.keysOf(row)) {
      this.#entries += 1;
      const found = this.#seqs.get(key);
      if (found === undefined) this.#seqs.set(key, row.seq);
      else if (typeof found === 'number') this.#seqs.set(key, [found, row.seq]);
      else found.push(row.seq);
    }
  }
}

/** The indexes that nobody declared: of values that are looked for again and again. */
export class ValueIndexes<R extends Row> {
  readonly #indexes = new Map<string, ValueIndex<R>>();
  /** How often a value was looked for that has no index. */
  readonly #asked = new Map<string, number>();
  #questions = 0;

  /** A row was put in place of another, or added where one had been. */
  note(seq: number): void {
    for (const index of this.#indexes.values()) index.note(seq);
  }

  /**
   * The rows that may hold a value, where they are few: all others do not. Undefined where there is no index of it, and
   * where so many may that a walk finds a page as quickly.
   * @throws Unfinished where an index is to be made
   */
  few(query: ValueQuery<R>, rows: RowList<R>, ahead: Ahead | undefined): readonly R[] | undefined {
    if (!ahead || rows.size < WORTH_IT) return undefined;
    this.#questions += 1;
    this.#tidy();
    const index = this.#indexes.get(query.name) ?? this.#begin(query, rows);
    if (!index) return undefined;
    index.used = this.#questions;
    if (index.missing > AT_ONCE) throw new Unfinished(index);
    while (!index.step());
    return index.most(query.keys) > AT_ONCE ? undefined : index.find(query.keys);
  }

  #begin({ name, keysOf }: ValueQuery<R>, rows: RowList<R>): ValueIndex<R> | undefined {
    const asked = (this.#asked.get(name) ?? 0) + 1;
    // The names are the clients' own: no more of them are remembered than is useful.
    if (this.#asked.size > 16 * MOST) this.#asked.clear();
    this.#asked.set(name, asked);
    if (asked < ASKED) return undefined;
    this.#asked.delete(name);
    const index = new ValueIndex(keysOf, rows);
    this.#indexes.set(name, index);
    return index;
  }

  #tidy(): void {
    for (const [name, index] of this.#indexes) {
      if (index.isStale || this.#questions - index.used > IDLE) this.#indexes.delete(name);
    }
    if (this.#indexes.size <= MOST) return;
    const [oldest] = [...this.#indexes].sort(([, a], [, b]) => a.used - b.used);
    if (oldest) this.#indexes.delete(oldest[0]);
  }
}

/** A page of few rows. @param rows in creation order @param order the one that the query asks for */
export function pageOfFew<R extends Row>(
  rows: readonly R[],
  query: PageQuery<R>,
  order: Order<R> | undefined,
): Page<R> {
  if (!order || !query.order) return pageOf('', new OrderedRows([...rows]), query, undefined);
  const sorted = [...rows].sort((a, b) => (order.key(a) < order.key(b) ? -1 : 1));
  const walk = new OrderWalk(order, (at) => sorted[at] as R, sorted.length, query, query.order);
  walk.visit(Number.POSITIVE_INFINITY);
  return walk.result;
}
