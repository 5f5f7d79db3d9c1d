import type { Row } from './rows/common.js';

/**
 * Rows sorted by `seq`. New rows come at the end, so an insert is a push; a removal is a binary search and a block move.
 * The array that was handed out is never changed afterwards: the next change works on a copy.
 */
export class OrderedRows<R extends Row> {
  #rows: R[];
  #handedOut = false;

  /** @param rows already sorted by `seq`; taken over, not copied */
  constructor(rows: R[] = []) {
    this.#rows = rows;
  }

  get size(): number {
    return this.#rows.length;
  }

  /** The rows in order. Stays as it is, whatever is written later. */
  get rows(): readonly R[] {
    this.#handedOut = true;
    return this.#rows;
  }

  /** The rows in order, for reading at once: not to be kept. */
  get live(): readonly R[] {
    return this.#rows;
  }

  /** The place of the first row whose `seq` is at least this. */
  indexOf(seq: number): number {
    let low = 0;
    let high = this.#rows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#rows[middle] as R).seq < seq) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The row with this `seq`. */
  at(seq: number): R | undefined {
    const row = this.#rows[this.indexOf(seq)];
    return row?.seq === seq ? row : undefined;
  }

  /** Puts a row in its place; one with the same `seq` is replaced. */
  put(row: R): void {
    const rows = this.#own();
    const last = rows.at(-1);
    if (last === undefined || last.seq < row.seq) {
      rows.push(row);
      return;
    }
    const at = this.indexOf(row.seq);
    if (rows[at]?.seq === row.seq) rows[at] = row;
    else rows.splice(at, 0, row);
  }

  /** Takes the row with this `seq` away. */
  delete(seq: number): void {
    const at = this.indexOf(seq);
    if (this.#rows[at]?.seq === seq) this.#own().splice(at, 1);
  }

  /** Takes every row before this `seq` away. */
  dropBefore(seq: number): void {
    const at = this.indexOf(seq);
    if (at > 0) this.#own().splice(0, at);
  }

  #own(): R[] {
    if (this.#handedOut) {
      this.#rows = this.#rows.slice();
      this.#handedOut = false;
    }
    return this.#rows;
  }
}
