import type { Row } from '../rows/common.js';
import type { PackedRows } from './packed-rows.js';
import { Recent, runsOf, type Sealing, type Stretch } from './stretch.js';
import type { TextRow } from './text-row.js';

/** Records of a state file that follow each other. */
interface Records {
  /** The number of the first one. */
  readonly record: number;
  readonly length: number;
}

type Part<R extends Row> = Stretch<R> | Records;

const isRecords = <R extends Row>(part: Part<R>): part is Records => 'record' in part;

/** The last of so many numbers at which there is no more than a value; the first where there is more at each. */
function lastUpTo(value: number, count: number, at: (n: number) => number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (at(middle) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Rows by their place, in stretches, or in records that are sealed when one of them is first asked for. */
export class Stretches<R extends Row> {
  #parts: Part<R>[] = [];
  /** The place of each part's first row. */
  #starts: number[] = [];
  /** The part that was asked for last. */
  #hint = 0;
  /** How many rows there are. */
  length = 0;
  /** How many of them are records still. */
  left = 0;
  #packed: PackedRows<R> | undefined;

  constructor(
    readonly sealing: Sealing<R>,
    readonly recent: Recent<R> = new Recent(sealing),
  ) {}

  /** All the records of a section. */
  static of<R extends Row>(packed: PackedRows<R>, sealing: Sealing<R>): Stretches<R> {
    const all = new Stretches(sealing);
    const weights: number[] = [];
    packed.forEachLength((_, bytes) => weights.push(bytes));
    for (const length of runsOf(weights)) all.#push({ record: all.length, length });
    all.left = packed.length;
    if (all.left > 0) all.#packed = packed;
    return all;
  }

  /** The same rows; what is changed later of the one does not show in the other. */
  copy(): Stretches<R> {
    const copy = new Stretches(this.sealing, this.recent);
    copy.#parts = this.#parts.slice();
    copy.#starts = this.#starts.slice();
    [copy.length, copy.left, copy.#packed] = [this.length, this.left, this.#packed];
    return copy;
  }

  /** The records of which some are left. */
  get packed(): PackedRows<R> | undefined {
    return this.#packed;
  }

  /** Seals rows that come behind all others. */
  push(rows: readonly R[]): void {
    let from = 0;
    for (const length of runsOf(rows.map((row) => this.sealing.weightOf(row)))) {
      this.#push(this.sealing.seal(rows.slice(from, (from += length))));
    }
  }

  /** Takes the last stretch out. @returns its rows */
  pop(): R[] {
    const rows = this.#parts.length === 0 ? [] : this.#rowsOf(this.#parts.length - 1).slice();
    this.#parts.pop();
    this.length = this.#starts.pop() ?? 0;
    return rows;
  }

  row(at: number): R {
    const n = this.#partAt(at);
    return this.#rowsOf(n)[at - this.#startOf(n)] as R;
  }

  seqAt(at: number): number {
    const n = this.#partAt(at);
    const part = this.#part(n);
    const within = at - this.#startOf(n);
    return isRecords(part) ? (this.#packed as PackedRows<R>).seqOf(part.record + within) : part.seqAt(within);
  }

  timeAt(at: number): number {
    const n = this.#partAt(at);
    const part = this.#part(n);
    return isRecords(part) ? this.sealing.timeOf(this.row(at)) : part.timeAt(at - this.#startOf(n));
  }

  /** The number of the record at a place; undefined where that was sealed. */
  recordAt(at: number): number | undefined {
    const n = this.#partAt(at);
    const part = this.#part(n);
    return isRecords(part) ? part.record + at - this.#startOf(n) : undefined;
  }

  /** The place of the first row whose `seq` is at least this. */
  indexOf(seq: number): number {
    if (this.length === 0) return 0;
    const n = lastUpTo(seq, this.#parts.length, (part) => this.seqAt(this.#startOf(part)));
    const start = this.#startOf(n);
    const at = start + lastUpTo(seq, this.#part(n).length, (row) => this.seqAt(start + row));
    return this.seqAt(at) < seq ? at + 1 : at;
  }

  /** Seals the next records from a place on. @returns the place behind them */
  sealFrom(at: number): number {
    for (let n = this.#partAt(at); n < this.#parts.length; n++) {
      if (!isRecords(this.#part(n))) continue;
      this.#rowsOf(n);
      return this.#startOf(n) + this.#part(n).length;
    }
    return this.length;
  }

  /** Puts rows in the place of so many others of one part. */
  splice(at: number, count: number, rows: readonly R[]): void {
    const n = this.#partAt(at);
    const changed = this.#rowsOf(n).slice();
    changed.splice(at - this.#startOf(n), count, ...rows);
    this.#set([...this.#parts.slice(0, n), this.sealing.seal(changed), ...this.#parts.slice(n + 1)]);
  }

  /** Takes the rows before a place away. */
  dropBefore(at: number): void {
    const n = at < this.length ? this.#partAt(at) : this.#parts.length;
    const within = at < this.length ? at - this.#startOf(n) : 0;
    for (const part of this.#parts.slice(0, n)) if (isRecords(part)) this.#lose(part.length);
    this.#set(this.#parts.slice(n));
    if (within > 0) this.splice(0, within, []);
  }

  /** Whether no row's time is before that of the row in front of it. */
  isInOrder(): boolean {
    return this.#parts.every((part, n) => {
      const start = this.#startOf(n);
      if (n > 0 && this.timeAt(start - 1) > this.timeAt(start)) return false;
      return isRecords(part) || part.isInOrder;
    });
  }

  /** The rows as they are now, records as text; nothing keeps those that are made. */
  written(): Iterable<R | TextRow> {
    const parts = this.#parts.slice();
    const text = this.packed?.texts();
    return (function* () {
      for (const part of parts) {
        if (!isRecords(part)) yield* part.rows();
        else if (text) for (let n = 0; n < part.length; n++) yield text(part.record + n);
      }
    })();
  }

  #part(n: number): Part<R> {
    return this.#parts[n] as Part<R>;
  }

  #startOf(n: number): number {
    return this.#starts[n] as number;
  }

  /** The part that holds a place. */
  #partAt(at: number): number {
    const starts = this.#starts;
    const hint = this.#hint;
    if (hint < starts.length && this.#startOf(hint) <= at && at < (starts[hint + 1] ?? this.length)) return hint;
    return (this.#hint = lastUpTo(at, starts.length, (n) => this.#startOf(n)));
  }

  /** The rows of a part. */
  #rowsOf(n: number): readonly R[] {
    const part = this.#part(n);
    if (!isRecords(part)) return this.recent.rowsOf(part);
    const rows: R[] = [];
    while (rows.length < part.length) {
      rows.push(...(this.#packed as PackedRows<R>).take(part.record + rows.length, part.length - rows.length));
    }
    const sealed = this.sealing.seal(rows);
    this.#parts[n] = sealed;
    this.#lose(rows.length);
    return this.recent.rowsOf(sealed);
  }

  /** So many rows are no records any more. */
  #lose(records: number): void {
    this.left -= records;
    if (this.left === 0) this.#packed = undefined;
  }

  #push(part: Part<R>): void {
    this.#parts.push(part);
    this.#starts.push(this.length);
    this.length += part.length;
  }

  #set(parts: readonly Part<R>[]): void {
    [this.#parts, this.#starts, this.length] = [[], [], 0];
    for (const part of parts) if (part.length > 0) this.#push(part);
  }
}
