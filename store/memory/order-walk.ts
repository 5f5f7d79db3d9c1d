import type { Row } from '../rows/common.js';
import type { Order } from '../rows/spec.js';
import type { Page, PageQuery } from '../types.js';
import type { Walk } from './ahead.js';

/** From a key on, and up to before another. */
export interface OrderBounds {
  readonly from?: string;
  readonly to?: string;
}

/** Rows that one step of a long walk visits. */
const STEP = 64;

/** A page of rows that are in an order: starts at the cursor by binary search and stops when it is full. */
export class OrderWalk<R extends Row> implements Walk<Page<R>> {
  result: Page<R> = { rows: [] };
  readonly #page: R[] = [];
  readonly #end: number;
  #at: number;

  /** @param rowAt the row at a place below `size` */
  constructor(
    readonly order: Order<R>,
    readonly rowAt: (at: number) => R,
    readonly size: number,
    readonly query: PageQuery<R>,
    { from, to }: OrderBounds,
  ) {
    const { after } = query;
    this.#at = typeof after?.key === 'string' ? this.#behind(after.key) : from === undefined ? 0 : this.#indexOf(from);
    this.#end = to === undefined ? size : this.#indexOf(to);
  }

  visit(rows: number): boolean {
    const { limit, filter } = this.query;
    const page = this.#page;
    const end = Math.min(this.#at + rows, this.#end);
    for (; this.#at < end; this.#at++) {
      const row = this.rowAt(this.#at);
      if (filter && !filter(row)) continue;
      if (page.length === limit) {
        const last = page.at(-1);
        this.result = last ? { rows: page, next: { seq: last.seq, key: this.order.key(last) } } : { rows: page };
        return true;
      }
      page.push(row);
    }
    if (end < this.#end) return false;
    this.result = { rows: page };
    return true;
  }

  /** Visits as many rows as one step may. */
  visitSome(): boolean {
    return this.visit(STEP);
  }

  #indexOf(key: string): number {
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.order.key(this.rowAt(middle)) < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #behind(key: string): number {
    const at = this.#indexOf(key);
    return at < this.size && this.order.key(this.rowAt(at)) === key ? at + 1 : at;
  }
}
