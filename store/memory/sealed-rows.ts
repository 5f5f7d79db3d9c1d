import type { Row } from '../rows/common.js';
import type { Timeline } from '../types.js';
import type { PackedRows } from './packed-rows.js';
import type { RowList, RowLists } from './row-list.js';
import { placeOf } from './slots.js';
import { type Sealing, STRETCH } from './stretch.js';
import { Stretches } from './stretches.js';
import type { TextRow } from './text-row.js';

/**
 * Rows that are written once and mostly read at their end. The newest are objects; those before them are sealed, a
 * stretch at a time, and rows that are made of a stretch are not kept. For logs: of most that they hold nobody ever asks.
 * A change in the middle, which hardly happens, makes a stretch anew.
 */
export class SealedRows<R extends Row> implements RowList<R>, Timeline<R> {
  #old: Stretches<R>;
  #new: R[];
  #held: SealedRows<R> | undefined;
  #isInOrder: boolean | undefined;

  /** @param rows sorted by `seq`; taken over, not copied */
  constructor(
    readonly sealing: Sealing<R>,
    rows: R[] = [],
    old = new Stretches(sealing),
  ) {
    this.#old = old;
    this.#new = rows;
    this.#seal();
  }

  get size(): number {
    return this.#old.length + this.#new.length;
  }

  get isPartial(): boolean {
    return this.#old.left > 0;
  }

  get packed(): PackedRows<R> | undefined {
    return this.#old.packed;
  }

  get madeCount(): number {
    return this.size - this.#old.left;
  }

  get live(): readonly R[] {
    return this.rows;
  }

  get rows(): readonly R[] {
    return Array.from({ length: this.size }, (_, at) => this.row(at));
  }

  get isInOrder(): boolean {
    return (this.#isInOrder ??= this.#looksInOrder());
  }

  held(): SealedRows<R> {
    return (this.#held ??= new SealedRows(this.sealing, this.#new.slice(), this.#old.copy()));
  }

  row(at: number): R {
    const { length } = this.#old;
    return at < length ? this.#old.row(at) : (this.#new[at - length] as R);
  }

  own(at: number): R {
    return at < this.#old.length ? this.sealing.own(this.#old.row(at)) : this.row(at);
  }

  seqAt(at: number): number {
    const { length } = this.#old;
    return at < length ? this.#old.seqAt(at) : (this.#new[at - length] as R).seq;
  }

  timeAt(at: number): number {
    const { length } = this.#old;
    return at < length ? this.#old.timeAt(at) : this.sealing.timeOf(this.#new[at - length] as R);
  }

  peek(at: number): R | undefined {
    return this.#recordAt(at) === undefined ? this.row(at) : undefined;
  }

  read(at: number, most: number): readonly R[] {
    return this.packed?.read(this.#recordAt(at) ?? 0, most) ?? [];
  }

  head(at: number): string | undefined {
    const record = this.#recordAt(at);
    return record === undefined ? undefined : this.packed?.head(record);
  }

  indexOf(seq: number): number {
    const [first] = this.#new;
    const { length } = this.#old;
    if (first ? first.seq <= seq : length === 0) return length + placeOf(this.#new, seq, undefined);
    return this.#old.indexOf(seq);
  }

  at(seq: number): R | undefined {
    const at = this.indexOf(seq);
    return at < this.size && this.seqAt(at) === seq ? this.row(at) : undefined;
  }

  unpackFrom(at: number): number {
    return at < this.#old.length ? this.#old.sealFrom(at) : this.size;
  }

  /** Records need not be looked for one by one: `seq` tells where they are. */
  make(): void {}

  put(row: R): void {
    const isLast = this.size === 0 || this.seqAt(this.size - 1) < row.seq;
    const at = isLast ? this.size : this.indexOf(row.seq);
    this.#splice(at, !isLast && this.seqAt(at) === row.seq ? 1 : 0, [row]);
    this.#seal();
  }

  delete(seq: number): void {
    const at = this.indexOf(seq);
    if (at < this.size && this.seqAt(at) === seq) this.#splice(at, 1, []);
  }

  dropBefore(seq: number): void {
    const at = this.indexOf(seq);
    if (at === 0) return;
    this.#changes();
    this.#new.splice(0, Math.max(0, at - this.#old.length));
    this.#old.dropBefore(Math.min(at, this.#old.length));
  }

  written(): Iterable<R | TextRow> {
    const [older, newer] = [this.#old.written(), this.#new.slice()];
    return (function* () {
      yield* older;
      yield* newer;
    })();
  }

  #recordAt(at: number): number | undefined {
    return at < this.#old.length ? this.#old.recordAt(at) : undefined;
  }

  /** Puts rows in the place of so many others. */
  #splice(at: number, count: number, rows: readonly R[]): void {
    this.#changes();
    // What is taken back goes row by row from the end.
    if (this.#new.length === 0 && at === this.size - 1) this.#new = this.#old.pop();
    const { length } = this.#old;
    if (at < length) this.#old.splice(at, count, rows);
    else if (at === this.size) this.#new.push(...rows);
    else this.#new.splice(at - length, count, ...rows);
  }

  /** Seals all but the newest rows. */
  #seal(): void {
    const count = Math.floor(this.#new.length / STRETCH - 1) * STRETCH;
    if (count <= 0) return;
    this.#old.push(this.#new.slice(0, count));
    this.#new = this.#new.slice(count);
  }

  #looksInOrder(): boolean {
    for (let at = Math.max(1, this.#old.length); at < this.size; at++) {
      if (this.timeAt(at - 1) > this.timeAt(at)) return false;
    }
    return this.#old.isInOrder();
  }

  /** What was handed out stays as it is. */
  #changes(): void {
    this.#held = this.#isInOrder = undefined;
  }
}

/** Lists for the rows of a collection that is kept as a log. */
export const sealedRows = <R extends Row>(sealing: Sealing<R>): RowLists<R> => ({
  of: (rows) => new SealedRows(sealing, rows),
  ofRecords: (packed) => new SealedRows(sealing, [], Stretches.of(packed, sealing)),
});
