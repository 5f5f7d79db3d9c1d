import type { Row } from '../rows/common.js';
import type { Page, PageQuery, Position } from '../types.js';
import type { Ahead, Walk } from './ahead.js';
import { HeldWalk } from './held-walk.js';
import type { PlacedRows, RowList } from './row-list.js';
import { requireShort } from './taking.js';

type Key = string | number | null;

/** Strings by code unit, numbers by value, null last whatever the direction. */
function compareKeys(a: Key, b: Key, descending: boolean): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  const order = a < b ? -1 : 1;
  return descending ? -order : order;
}

/** A page in creation order: starts at the cursor by binary search and stops when it is full. */
class OrderedPage<R extends Row> implements Walk<Page<R>> {
  result: Page<R> = { rows: [] };
  readonly #page: R[] = [];
  #at: number;

  constructor(
    readonly from: PlacedRows<R>,
    readonly query: PageQuery<R>,
  ) {
    this.#at = query.after === undefined ? 0 : from.indexOf(query.after.seq + 1);
  }

  visit(rows: number): boolean {
    const { from, query } = this;
    const page = this.#page;
    const end = Math.min(this.#at + rows, from.size);
    for (; this.#at < end; this.#at++) {
      const row = from.row(this.#at);
      if (query.filter && !query.filter(row)) continue;
      if (page.length === query.limit) {
        const last = page.at(-1);
        this.result = last ? { rows: page, next: { seq: last.seq } } : { rows: page };
        return true;
      }
      page.push(row);
    }
    if (end < from.size) return false;
    this.result = { rows: page };
    return true;
  }
}

interface Keyed<R> {
  readonly key: Key;
  readonly row: R;
}

/** A page by sort key: one pass that keeps the smallest rows after the cursor, so memory stays at one page. */
class SortedPage<R extends Row> implements Walk<Page<R>> {
  readonly #kept: Keyed<R>[] = [];
  readonly #cursor: Keyed<Row> | undefined;
  #at = 0;

  constructor(
    readonly from: PlacedRows<R>,
    readonly query: PageQuery<R>,
    readonly sort: NonNullable<PageQuery<R>['sort']>,
  ) {
    const { after } = query;
    this.#cursor = after && { key: after.key ?? null, row: { id: '', seq: after.seq } };
  }

  visit(rows: number): boolean {
    const { from, query } = this;
    const end = Math.min(this.#at + rows, from.size);
    for (; this.#at < end; this.#at++) {
      const row = from.row(this.#at);
      if (!query.filter || query.filter(row)) this.#take({ key: this.sort.by(row), row });
    }
    return end >= from.size;
  }

  get result(): Page<R> {
    const { limit } = this.query;
    const rows = this.#kept.slice(0, limit).map((item) => item.row);
    const last = this.#kept[limit - 1];
    if (this.#kept.length <= limit || !last) return { rows };
    const next: Position = { seq: last.row.seq, key: last.key };
    return { rows, next };
  }

  #compare(a: Keyed<Row>, b: Keyed<Row>): number {
    return compareKeys(a.key, b.key, this.sort.descending) || a.row.seq - b.row.seq;
  }

  #take(item: Keyed<R>): void {
    const kept = this.#kept;
    const { limit } = this.query;
    if (this.#cursor && this.#compare(item, this.#cursor) <= 0) return;
    if (kept.length > limit && this.#compare(item, kept.at(-1) as Keyed<R>) >= 0) return;
    let low = 0;
    let high = kept.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#compare(kept[middle] as Keyed<R>, item) < 0) low = middle + 1;
      else high = middle;
    }
    kept.splice(low, 0, item);
    if (kept.length > limit + 1) kept.pop();
  }
}

const walkOf = <R extends Row>(from: PlacedRows<R>, query: PageQuery<R>): Walk<Page<R>> =>
  query.sort ? new SortedPage(from, query, query.sort) : new OrderedPage(from, query);

/** Tells one page of a transaction from another. */
const signOf = <R extends Row>(name: string, { limit, after, within }: PageQuery<R>): string =>
  [name, limit, after?.seq, within?.index, within?.key].join(' ');

/**
 * One page of these rows.
 * @param name of the collection
 * @throws Unfinished where it takes a long walk, and `ahead` is there
 */
export function pageOf<R extends Row>(
  name: string,
  from: RowList<R>,
  query: PageQuery<R>,
  ahead: Ahead | undefined,
): Page<R> {
  requireShort(from, ahead);
  const walk = walkOf(from, query);
  if (ahead) return ahead.walk(signOf(name, query), walk, () => new HeldWalk(from, (held) => walkOf(held, query)));
  walk.visit(Number.POSITIVE_INFINITY);
  return walk.result;
}
