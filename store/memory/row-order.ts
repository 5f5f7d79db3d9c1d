import type { Row } from '../rows/common.js';
import type { Order } from '../rows/spec.js';
import type { Page, PageQuery } from '../types.js';
import { type Ahead, inTime, type Work } from './ahead.js';
import { Unpacking } from './held-walk.js';
import { type OrderBounds, OrderWalk } from './order-walk.js';
import type { RowList } from './row-list.js';
import type { Slot } from './slots.js';
import { sortedInSteps } from './sorted-list.js';
import { requireShort } from './taking.js';

interface Keyed<R extends Row> {
  readonly key: string;
  readonly slot: Slot<R>;
}

/** Rows whose keys are made in one step. */
const STEP = 512;

/** Keys of records that stand in their text, by id and the member behind it. */
const headOf = (member: string | undefined): RegExp =>
  new RegExp(`^\\{"id":"([^"\\\\]+)","seq":\\d+,${member === undefined ? '' : `"${member}":"([^"\\\\]+)"[,}]`}`);

/**
 * The rows of a collection by a key, for lists that are not in creation order. Built when it is first asked for, from
 * the text of records where that tells the key, so that a large org need not be parsed for its first page, and else from
 * what is read of them and not kept; a part at a time, so that nobody waits for it but who asked.
 */
export class RowOrder<R extends Row> implements Work {
  /** Rows; of those that are records still, their `seq`. */
  #slots: Slot<R>[] = [];
  #isHandedOut = false;
  /** What was changed of rows that were seen, while the rest was not yet. */
  #late: (readonly [before: R | undefined, after: R | undefined])[] = [];
  /** The rows up to this `seq` were seen. */
  #upTo = 0;
  #building: Generator<void, void> | undefined;
  readonly #pattern: RegExp;

  constructor(
    readonly order: Order<R>,
    readonly rows: RowList<R>,
  ) {
    this.#pattern = headOf(order.head?.member);
    this.#building = this.#build();
  }

  /** Whether it may be used. */
  get isWhole(): boolean {
    return this.#building === undefined;
  }

  step(): boolean {
    if (this.#building?.next().done) this.#building = undefined;
    return this.isWhole;
  }

  /** `after` stands in place of `before` from now on. */
  apply(before: R | undefined, after: R | undefined): void {
    if (this.isWhole) this.#change(before, after);
    else if (((after ?? before)?.seq ?? 0) <= this.#upTo) this.#late.push([before, after]);
  }

  /** Rows behind `from` and before `to`, as many as a page holds. @throws Unfinished where `ahead` is there */
  page(name: string, query: PageQuery<R>, bounds: OrderBounds, ahead: Ahead | undefined): Page<R> {
    requireShort(this.rows, ahead);
    const { after } = query;
    const walk = new OrderWalk(this.order, (at) => this.#row(at), this.#slots.length, query, bounds);
    if (!ahead) {
      walk.visit(Number.POSITIVE_INFINITY);
      return walk.result;
    }
    const sign = [name, 'in order', query.limit, after?.key, bounds.from, bounds.to].join(' ');
    return ahead.walk(sign, walk, () => new HeldOrderWalk(this, query, bounds));
  }

  /** The rows as they are now, for a walk that goes on later; undefined where some are records still. */
  held(): readonly R[] | undefined {
    if (this.#slots.some((slot) => typeof slot === 'number')) return undefined;
    this.#isHandedOut = true;
    return this.#slots as R[];
  }

  /** Puts the rows that were made of records in their places, from one place on. @returns the place behind them */
  settle(at: number): number {
    const end = Math.min(at + STEP, this.#slots.length);
    for (let i = at; i < end; i++) this.#row(i);
    return end;
  }

  *#build(): Generator<void, void> {
    const { rows } = this;
    const keyed: Keyed<R>[] = [];
    for (let from = 0; from < rows.size; from = rows.indexOf(this.#upTo + 1)) {
      const end = Math.min(from + STEP, rows.size);
      const at = inTime(from, end, (place) => this.#key(place, end, keyed));
      this.#upTo = rows.seqAt(at - 1);
      if (at < rows.size) yield;
    }
    // What comes from now on is new to it, whatever its place.
    this.#upTo = Number.POSITIVE_INFINITY;
    this.#slots = (yield* sortedInSteps(keyed)).map(({ slot }) => slot);
    this.#catchUp();
  }

  /** Makes the keys of rows from a place on. @returns of how many */
  #key(at: number, end: number, keyed: Keyed<R>[]): number {
    const { order, rows } = this;
    const text = rows.head(at);
    if (text === undefined) {
      const row = rows.row(at);
      keyed.push({ key: order.key(row), slot: row });
      return 1;
    }
    const { head } = order;
    const [, id, value = ''] = (head && this.#pattern.exec(text)) ?? [];
    if (head && id !== undefined) {
      keyed.push({ key: head.key(id, value), slot: rows.seqAt(at) });
      return 1;
    }
    const read = rows.read(at, head ? 1 : end - at);
    for (const row of read) keyed.push({ key: order.key(row), slot: row.seq });
    return read.length;
  }

  /** Makes the changes that came while it was built, in their order. */
  #catchUp(): void {
    const seen = new Map<number, R>();
    for (const [before] of this.#late) if (before && !seen.has(before.seq)) seen.set(before.seq, before);
    // A record that was seen may be another row by now: as it was seen, it is found.
    if (seen.size > 0) {
      this.#slots = this.#slots.map((slot) => (typeof slot === 'number' ? (seen.get(slot) ?? slot) : slot));
    }
    for (const [before, after] of this.#late) this.#change(before, after);
    this.#late = [];
  }

  #change(before: R | undefined, after: R | undefined): void {
    const key = after && this.order.key(after);
    if (before) {
      const keyBefore = this.order.key(before);
      // Among the rows it is gone or another by now.
      const at = this.#indexOf(keyBefore, before);
      if (after && key === keyBefore) {
        this.#own()[at] = after;
        return;
      }
      this.#own().splice(at, 1);
    }
    if (after && key !== undefined) this.#put(key, after);
  }

  #own(): Slot<R>[] {
    if (this.#isHandedOut) {
      this.#slots = this.#slots.slice();
      this.#isHandedOut = false;
    }
    return this.#slots;
  }

  #put(key: string, row: R): void {
    const { length } = this.#slots;
    // What is new comes last in most orders, since ids grow.
    if (length === 0 || this.order.key(this.#row(length - 1)) < key) this.#own().push(row);
    else this.#own().splice(this.#indexOf(key), 0, row);
  }

  /** The place of the first row whose key is at least this. @param known a row that need not be asked for */
  #indexOf(key: string, known?: R): number {
    let low = 0;
    let high = this.#slots.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.order.key(this.#row(middle, known)) < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #row(at: number, known?: R): R {
    const slot = this.#slots[at] as Slot<R>;
    if (typeof slot !== 'number') return slot;
    const row = known?.seq === slot ? known : (this.rows.at(slot) as R);
    this.#slots[at] = row;
    return row;
  }
}

/** A long walk in an order, a step at a time, over the rows as they were when all of them were rows. */
class HeldOrderWalk<R extends Row> implements Work {
  readonly #unpacking: Unpacking;
  #settled = 0;
  #walk: OrderWalk<R> | undefined;
  #isOver = false;

  constructor(
    readonly order: RowOrder<R>,
    readonly query: PageQuery<R>,
    readonly bounds: OrderBounds,
  ) {
    this.#unpacking = new Unpacking(order.rows);
    this.#begin();
  }

  step(): boolean {
    if (!this.#isOver) this.#isOver = this.#walk ? this.#walk.visitSome() : this.#prepare();
    return this.#isOver;
  }

  get result(): Page<R> {
    if (!this.#walk || !this.#isOver) throw new Error('the walk is not over');
    return this.#walk.result;
  }

  #prepare(): false {
    if (!this.#unpacking.step()) return false;
    const before = this.#settled;
    this.#settled = this.order.settle(before);
    if (this.#settled > before) return false;
    this.#settled = 0;
    this.#begin();
    return false;
  }

  #begin(): void {
    const held = this.order.rows.isPartial ? undefined : this.order.held();
    if (!held) return;
    const { order } = this.order;
    this.#walk = new OrderWalk(order, (at) => held[at] as R, held.length, this.query, this.bounds);
  }
}
