import type { Row } from '../rows/common.js';
import { closeGaps, cutOut } from './close-gaps.js';
import type { PackedRows } from './packed-rows.js';
import type { RowList, RowLists } from './row-list.js';
import { behindRows, countLeft, placeOf, type RowSource, runFrom, type Slot, seqOf, textsOf } from './slots.js';
import type { TextRow } from './text-row.js';

/** How many rows a walk makes at once of records. */
const RUN = 256;

/** Of so many rows one is taken out at once: to move those behind it costs less than to remember it. */
const FEW = 2048;

/**
 * Rows sorted by `seq`. New rows come at the end, so an insert is a push; a removal is a binary search and a block move, which
 * removals from many rows share. The array that was handed out is never changed: the next change works on a copy.
 *
 * Some rows may be records of the state file still, told by their numbers. They become rows, which stay, when they are
 * first asked for. A list of rows of another list tells those by their `seq`.
 */
export class OrderedRows<R extends Row> implements RowList<R> {
  #slots: Slot<R>[];
  #handedOut = false;
  /** Rows that went, and whose slots are there still: by `seq`. */
  #gone: Set<number> | undefined;
  #packed: PackedRows<R> | undefined;
  /** Undefined when all slots are rows. */
  #source: RowSource<R> | undefined;
  /** How many slots are no rows. */
  #left = 0;
  /** Is told of each row that was made of a record. */
  #made: ((row: R) => void) | undefined;

  /** @param rows already sorted by `seq`; taken over, not copied */
  constructor(rows: R[] = []) {
    this.#slots = rows;
  }

  /** All the records of a section. @param made is told of each row that is made of one */
  static of<R extends Row>(packed: PackedRows<R>, made: (row: R) => void): OrderedRows<R> {
    const ordered = new OrderedRows<R>();
    ordered.#slots = packed.seqs.map((_, record) => record);
    ordered.#left = packed.length;
    ordered.#source = ordered.#packed = packed.length > 0 ? packed : undefined;
    ordered.#made = made;
    return ordered;
  }

  /** Some of the rows of another list, in order. @param source gives a row by its `seq` */
  static some<R extends Row>(slots: Slot<R>[], source: RowSource<R>): OrderedRows<R> {
    const ordered = new OrderedRows<R>(slots as R[]);
    ordered.#left = countLeft(slots);
    ordered.#source = ordered.#left > 0 ? source : undefined;
    return ordered;
  }

  get size(): number {
    return this.#slots.length - (this.#gone?.size ?? 0);
  }

  get isPartial(): boolean {
    return this.#left > 0;
  }

  get packed(): PackedRows<R> | undefined {
    return this.#packed;
  }

  get live(): readonly R[] {
    for (let at = 0; this.#source && at < this.#all.length; at++) this.row(at);
    return this.#all as R[];
  }

  get rows(): readonly R[] {
    const rows = this.live;
    this.#handedOut = true;
    return rows;
  }

  get madeCount(): number {
    return this.#all.length - this.#left;
  }

  held(): OrderedRows<R> {
    return new OrderedRows(this.rows as R[]);
  }

  peek(at: number): R | undefined {
    const slot = this.#all[at] as Slot<R>;
    return typeof slot === 'number' ? undefined : slot;
  }

  read(at: number, most: number): readonly R[] {
    const slots = this.#all;
    return (this.#packed as PackedRows<R>).read(slots[at] as number, runFrom(slots, at, most));
  }

  unpackFrom(at: number): number {
    const slots = this.#all;
    const from = behindRows(slots, at, slots.length);
    if (from < slots.length) this.row(from);
    // Of long records fewer are made at once.
    return behindRows(slots, from, Math.min(from + RUN, slots.length));
  }

  head(at: number): string | undefined {
    const slot = this.#all[at] as Slot<R>;
    return typeof slot === 'number' ? this.#packed?.head(slot) : undefined;
  }

  row(at: number): R {
    const slot = this.#all[at] as Slot<R>;
    return typeof slot === 'number' ? this.#make(at, slot, RUN) : slot;
  }

  indexOf(seq: number): number {
    return placeOf(this.#all, seq, this.#source);
  }

  at(seq: number): R | undefined {
    const at = this.indexOf(seq);
    const slot = this.#all[at];
    if (slot === undefined || this.#seqOf(slot) !== seq) return undefined;
    return typeof slot === 'number' ? this.#make(at, slot, 1) : slot;
  }

  make(records: readonly number[]): void {
    for (const record of records) {
      const seq = this.#packed?.seqs[record];
      if (seq === undefined) return;
      const at = this.indexOf(seq);
      if (this.#all[at] === record) this.#make(at, record, 1);
    }
  }

  put(row: R): void {
    const slots = this.#own();
    const isLast = slots.length === 0 || this.seqAt(slots.length - 1) < row.seq;
    const at = isLast ? slots.length : placeOf(slots, row.seq, this.#source);
    if (isLast) slots.push(row);
    else if (this.seqAt(at) !== row.seq) slots.splice(at, 0, row);
    else {
      this.#lose(at, at + 1);
      slots[at] = row;
    }
  }

  /** Adds a row of another list, unless it is the last one, behind all that are here. @param source gives it by its `seq` */
  push(seq: number, source: RowSource<R>): void {
    if (this.size > 0 && this.seqAt(this.size - 1) === seq) return;
    this.#own().push(seq);
    this.#source = source;
    this.#left += 1;
  }

  /** Takes the row with this `seq` away: of many, when the places are next asked for. */
  delete(seq: number): void {
    const at = placeOf(this.#slots, seq, this.#source);
    const slot = this.#slots[at];
    if (slot === undefined || this.#seqOf(slot) !== seq) return;
    if (this.#slots.length > FEW) (this.#gone ??= new Set()).add(seq);
    else this.#cut(at, 1);
  }

  dropBefore(seq: number): void {
    const at = this.indexOf(seq);
    if (at > 0) this.#cut(0, at);
  }

  written(): Iterable<R | TextRow> {
    this.#handedOut = true;
    const text = this.#packed?.texts();
    return text ? textsOf(this.#all, text) : (this.#all as R[]);
  }

  seqAt(at: number): number {
    return this.#seqOf(this.#all[at] as Slot<R>);
  }

  /** The slots of the rows that are there. */
  get #all(): Slot<R>[] {
    if (this.#gone) this.#settle();
    return this.#slots;
  }

  #seqOf(slot: Slot<R>): number {
    return seqOf(slot, this.#source);
  }

  /** Closes the gaps of all rows that went, in one move. */
  #settle(): void {
    const places = [...(this.#gone as Set<number>)]
      .map((seq) => placeOf(this.#slots, seq, this.#source))
      .sort((a, b) => a - b);
    this.#gone = undefined;
    for (const at of places) this.#lose(at, at + 1);
    closeGaps(this.#own(), places);
  }

  /** Makes rows of the record at this place, and of those that follow it. @returns the first */
  #make(at: number, record: number, most: number): R {
    const slots = this.#all;
    const rows = (this.#source as RowSource<R>).take(record, runFrom(slots, at, most));
    for (const [i, row] of rows.entries()) slots[at + i] = row;
    if (this.#made) rows.forEach(this.#made);
    this.#count(rows.length);
    return rows[0] as R;
  }

  #cut(at: number, count: number): void {
    this.#lose(at, at + count);
    cutOut(this.#own(), at, count);
  }

  /** The slots from one to before another go. */
  #lose(from: number, to: number): void {
    if (this.#source) this.#count(countLeft(this.#slots.slice(from, to)));
  }

  /** So many slots are no records any more. */
  #count(records: number): void {
    this.#left -= records;
    if (this.#left === 0) this.#source = this.#packed = undefined;
  }

  #own(): Slot<R>[] {
    if (this.#gone) this.#settle();
    if (this.#handedOut) this.#slots = this.#slots.slice();
    this.#handedOut = false;
    return this.#slots;
  }
}

/** Lists for the rows of most collections. */
export const orderedRows = <R extends Row>(): RowLists<R> => ({
  of: (rows) => new OrderedRows(rows),
  ofRecords: (packed, made) => OrderedRows.of(packed, made),
});
