import type { Row } from '../rows/common.js';
import type { Order } from '../rows/spec.js';
import type { Page, PageQuery } from '../types.js';
import type { OrderedRows } from './ordered-rows.js';

/** A row; or the `seq` of a record that no row was made of yet. */
type Slot<R extends Row> = R | number;

/** Keys of records that stand in their text, by id and the member behind it. */
const headOf = (member: string | undefined): RegExp =>
  new RegExp(`^\\{"id":"([^"\\\\]+)","seq":\\d+,${member === undefined ? '' : `"${member}":"([^"\\\\]+)"[,}]`}`);

/**
 * The rows of a collection by a key, for lists that are not in creation order. Built when it is first asked for, from
 * the text of records where that tells the key, so that a large org need not be parsed for its first page.
 */
export class RowOrder<R extends Row> {
  #slots: Slot<R>[] = [];

  constructor(
    readonly order: Order<R>,
    readonly rows: OrderedRows<R>,
  ) {
    const { head } = order;
    const pattern = headOf(head?.member);
    const keyed = rows.mapped(
      (row) => ({ key: order.key(row), slot: row as Slot<R> }),
      (text, seq) => {
        const [, id, value = ''] = head ? (pattern.exec(text) ?? []) : [];
        return head && id !== undefined ? { key: head.key(id, value), slot: seq } : undefined;
      },
    );
    const isSorted = keyed.every(({ key }, i) => i === 0 || (keyed[i - 1] as { key: string }).key < key);
    if (!isSorted) keyed.sort((a, b) => (a.key < b.key ? -1 : 1));
    this.#slots = keyed.map(({ slot }) => slot);
  }

  /** `after` stands in place of `before` from now on. */
  apply(before: R | undefined, after: R | undefined): void {
    const key = after && this.order.key(after);
    if (before) {
      const keyBefore = this.order.key(before);
      // Among the rows it is gone or another by now.
      const at = this.#indexOf(keyBefore, before);
      if (after && key === keyBefore) {
        this.#slots[at] = after;
        return;
      }
      this.#slots.splice(at, 1);
    }
    if (after && key !== undefined) this.#put(key, after);
  }

  /** Rows behind `from` and before `to`, as many as a page holds. */
  page({ limit, after, filter }: PageQuery<R>, { from, to }: NonNullable<PageQuery<R>['order']>): Page<R> {
    const page: R[] = [];
    const start =
      typeof after?.key === 'string' ? this.#behind(after.key) : from === undefined ? 0 : this.#indexOf(from);
    const end = to === undefined ? this.#slots.length : this.#indexOf(to);
    for (let at = start; at < end; at++) {
      const row = this.#row(at);
      if (filter && !filter(row)) continue;
      if (page.length === limit) {
        const last = page.at(-1);
        return last ? { rows: page, next: { seq: last.seq, key: this.order.key(last) } } : { rows: page };
      }
      page.push(row);
    }
    return { rows: page };
  }

  #put(key: string, row: R): void {
    const { length } = this.#slots;
    // What is new comes last in most orders, since ids grow.
    if (length === 0 || this.order.key(this.#row(length - 1)) < key) this.#slots.push(row);
    else this.#slots.splice(this.#indexOf(key), 0, row);
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

  #behind(key: string): number {
    const at = this.#indexOf(key);
    return at < this.#slots.length && this.order.key(this.#row(at)) === key ? at + 1 : at;
  }

  #row(at: number, known?: R): R {
    const slot = this.#slots[at] as Slot<R>;
    if (typeof slot !== 'number') return slot;
    const row = known?.seq === slot ? known : (this.rows.at(slot) as R);
    this.#slots[at] = row;
    return row;
  }
}
