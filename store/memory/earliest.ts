import type { Row } from '../rows/common.js';

/** What the heap may hold beyond the rows that are there, before it is made anew. */
const SLACK = 64;

/**
 * The row with the least time of a collection: a heap in which a row that was replaced or removed stays until it comes to
 * the top. Asking costs a look, a change the logarithm of the number of rows.
 */
export class EarliestRow<R extends Row> {
  #heap: R[] = [];

  /** @param isCurrent whether the collection still holds this very row */
  constructor(
    readonly timeOf: (row: R) => number,
    readonly isCurrent: (row: R) => boolean,
    rows: Iterable<R>,
  ) {
    for (const row of rows) this.#push(row);
  }

  /** Takes a row in. @param size how many rows the collection holds */
  add(row: R, size: number): void {
    if (this.#heap.length > 2 * size + SLACK) {
      const current = this.#heap.filter(this.isCurrent);
      this.#heap = [];
      for (const kept of current) this.#push(kept);
    }
    this.#push(row);
  }

  /** The row with the least time; of equals the one that was created first. */
  first(): R | undefined {
    for (;;) {
      const top = this.#heap[0];
      if (top === undefined || this.isCurrent(top)) return top;
      this.#pop();
    }
  }

  #isBefore(a: R, b: R): boolean {
    return this.timeOf(a) - this.timeOf(b) < 0 || (this.timeOf(a) === this.timeOf(b) && a.seq < b.seq);
  }

  #push(row: R): void {
    const heap = this.#heap;
    let at = heap.push(row) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.#isBefore(row, heap[above] as R)) break;
      heap[at] = heap[above] as R;
      at = above;
    }
    heap[at] = row;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && this.#isBefore(heap[below + 1] as R, heap[below] as R)) below += 1;
      if (!this.#isBefore(heap[below] as R, last)) break;
      heap[at] = heap[below] as R;
      at = below;
    }
    heap[at] = last;
  }
}
