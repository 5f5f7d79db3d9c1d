import type { Row } from '../rows/common.js';
import { closeGaps, cutOut } from './close-gaps.js';
import type { PackedRows } from './packed-rows.js';
import type { TextRow } from './text-row.js';

/** A row; or the number of a record that no row was made of yet. */
type Slot<R extends Row> = R | number;

/** How many rows a walk makes at once of records. */
const RUN = 256;

/** Of so many rows one is taken out at once: to move those behind it costs less than to remember it. */
const FEW = 2048;

/**
 * Rows sorted by `seq`. New rows come at the end, so an insert is a push; a removal is a binary search and a block move, which
 * removals from many rows share.
 * The array that was handed out is never changed afterwards: the next change works on a copy.
 *
 * Some rows may be records of the state file still. They become rows, which stay, when they are first asked for.
 */
export class OrderedRows<R extends Row> {
  #slots: Slot<R>[];
  #handedOut = false;
  /** Rows that went, and whose slots are there still: by `seq`. */
  #gone: Set<number> | undefined;
  #packed: PackedRows<R> | undefined;
  /** How many slots are records. */
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
    ordered.#packed = packed.length > 0 ? packed : undefined;
    ordered.#made = made;
    return ordered;
  }

  get size(): number {
    return this.#slots.length - (this.#gone?.size ?? 0);
  }

  /** The records of which some are no rows yet; undefined where all are. */
  get packed(): PackedRows<R> | undefined {
    return this.#packed;
  }

  /** The rows in order. Stays as it is, whatever is written later. */
  get rows(): readonly R[] {
    const rows = this.live;
    this.#handedOut = true;
    return rows;
  }

  /** The rows in order, for reading at once: not to be kept. */
  get live(): readonly R[] {
    for (let at = 0; this.#packed && at < this.#all.length; at++) this.row(at);
    return this.#all as R[];
  }

  /** How many are rows already. */
  get madeCount(): number {
    return this.#all.length - this.#left;
  }

  /** The same rows, for a walk that goes on later. All of them must be rows. */
  held(): OrderedRows<R> {
    return new OrderedRows(this.rows as R[]);
  }

  /** The row at a place below `size`, where it is a row already. */
  peek(at: number): R | undefined {
    const slot = this.#all[at] as Slot<R>;
    return typeof slot === 'number' ? undefined : slot;
  }

  /** Makes rows of the next records from this place on. @returns the place behind them */
  unpackFrom(at: number): number {
    const slots = this.#all;
    let from = at;
    while (from < slots.length && typeof slots[from] !== 'number') from += 1;
    if (from < slots.length) this.row(from);
    const last = Math.min(from + RUN, slots.length);
    // Of long records fewer are made at once.
    while (from < last && typeof slots[from] !== 'number') from += 1;
    return from;
  }

  /**
   * What `ofRow` makes of the row at a place below `size`, or `ofText` of the beginning of a record that is none yet:
   * undefined there makes a row of it.
   */
  mapped<T>(at: number, ofRow: (row: R) => T, ofText: (head: string, seq: number) => T | undefined): T {
    const slot = this.#all[at] as Slot<R>;
    if (typeof slot !== 'number') return ofRow(slot);
    return ofText((this.#packed as PackedRows<R>).head(slot), this.#seqOf(slot)) ?? ofRow(this.row(at));
  }

  /** The row at a place below `size`. */
  row(at: number): R {
    const slot = this.#all[at] as Slot<R>;
    return typeof slot === 'number' ? this.#make(at, slot, RUN) : slot;
  }

  /** The place of the first row whose `seq` is at least this. */
  indexOf(seq: number): number {
    if (this.#gone) this.#settle();
    return this.#search(seq);
  }

  /** The row with this `seq`. */
  at(seq: number): R | undefined {
    const at = this.indexOf(seq);
    const slot = this.#all[at];
    if (slot === undefined || this.#seqOf(slot) !== seq) return undefined;
    return typeof slot === 'number' ? this.#make(at, slot, 1) : slot;
  }

  /** Makes rows of these records, those of them that are records still. */
  make(records: readonly number[]): void {
    for (const record of records) {
      const seq = this.#packed?.seqs[record];
      if (seq === undefined) return;
      const at = this.indexOf(seq);
      if (this.#all[at] === record) this.#make(at, record, 1);
    }
  }

  /** Puts a row in its place; one with the same `seq` is replaced. */
  put(row: R): void {
    if (this.#gone) this.#settle();
    const slots = this.#own();
    if (slots.length === 0 || this.seqAt(slots.length - 1) < row.seq) {
      slots.push(row);
      return;
    }
    const at = this.indexOf(row.seq);
    if (this.seqAt(at) === row.seq) {
      this.#lose(at, at + 1);
      slots[at] = row;
    } else slots.splice(at, 0, row);
  }

  /** Takes the row with this `seq` away: of many, when the places are next asked for. */
  delete(seq: number): void {
    const at = this.#search(seq);
    const slot = this.#slots[at];
    if (slot === undefined || this.#seqOf(slot) !== seq) return;
    if (this.#slots.length > FEW) (this.#gone ??= new Set()).add(seq);
    else this.#cut(at, 1);
  }

  /** Takes every row before this `seq` away. */
  dropBefore(seq: number): void {
    const at = this.indexOf(seq);
    if (at > 0) this.#cut(0, at);
  }

  /** The rows in order, as they are now, those that are records still as text: for writing them down at leisure. */
  written(): Iterable<R | TextRow> {
    this.#handedOut = true;
    const slots = this.#all;
    const text = this.#packed?.texts();
    if (!text) return slots as R[];
    return (function* () {
      for (const slot of slots) yield typeof slot === 'number' ? text(slot) : slot;
    })();
  }

  /** The `seq` of the row at a place below `size`. */
  seqAt(at: number): number {
    return this.#seqOf(this.#all[at] as Slot<R>);
  }

  /** The slots of the rows that are there. */
  get #all(): Slot<R>[] {
    if (this.#gone) this.#settle();
    return this.#slots;
  }

  #seqOf(slot: Slot<R>): number {
    return typeof slot === 'number' ? ((this.#packed as PackedRows<R>).seqs[slot] as number) : slot.seq;
  }

  /** The first slot whose `seq` is at least this, among those of rows that went as well. */
  #search(seq: number): number {
    let low = 0;
    let high = this.#slots.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#seqOf(this.#slots[middle] as Slot<R>) < seq) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Closes the gaps of all rows that went, in one move. */
  #settle(): void {
    const places = [...(this.#gone as Set<number>)].map((seq) => this.#search(seq)).sort((a, b) => a - b);
    this.#gone = undefined;
    for (const at of places) this.#lose(at, at + 1);
    closeGaps(this.#own(), places);
  }

  /** Makes rows of the record at this place, and of those that follow it here as in the file. @returns the first */
  #make(at: number, record: number, most: number): R {
    const slots = this.#all;
    let count = 1;
    while (count < most && slots[at + count] === record + count) count += 1;
    const rows = (this.#packed as PackedRows<R>).take(record, count);
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
    if (this.#packed) this.#count(this.#slots.slice(from, to).filter((slot) => typeof slot === 'number').length);
  }

  /** So many slots are no records any more. */
  #count(records: number): void {
    this.#left -= records;
    if (this.#left === 0) this.#packed = undefined;
  }

  #own(): Slot<R>[] {
    if (this.#handedOut) {
      this.#slots = this.#slots.slice();
      this.#handedOut = false;
    }
    return this.#slots;
  }
}
