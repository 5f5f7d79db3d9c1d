import type { Row } from '../rows/common.js';
import type { Page, PageQuery, Position } from '../types.js';
import type { OrderedRows } from './ordered-rows.js';

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
function inOrder<R extends Row>(from: OrderedRows<R>, query: PageQuery<R>): Page<R> {
  const page: R[] = [];
  const start = query.after === undefined ? 0 : from.indexOf(query.after.seq + 1);
  for (let i = start; i < from.size; i++) {
    const row = from.row(i);
    if (query.filter && !query.filter(row)) continue;
    if (page.length === query.limit) {
      const last = page.at(-1);
      return last ? { rows: page, next: { seq: last.seq } } : { rows: page };
    }
    page.push(row);
  }
  return { rows: page };
}

interface Keyed<R> {
  readonly key: Key;
  readonly row: R;
}

/** A page by sort key: one pass that keeps the smallest rows after the cursor, so memory stays at one page. */
function sorted<R extends Row>(
  from: OrderedRows<R>,
  query: PageQuery<R>,
  sort: NonNullable<PageQuery<R>['sort']>,
): Page<R> {
  const compare = (a: Keyed<Row>, b: Keyed<Row>): number =>
    compareKeys(a.key, b.key, sort.descending) || a.row.seq - b.row.seq;
  const { after } = query;
  const cursor = after && { key: after.key ?? null, row: { id: '', seq: after.seq } };
  const kept: Keyed<R>[] = [];
  for (const row of from.live) {
    if (query.filter && !query.filter(row)) continue;
    const item = { key: sort.by(row), row };
    if (cursor && compare(item, cursor) <= 0) continue;
    if (kept.length > query.limit && compare(item, kept.at(-1) as Keyed<R>) >= 0) continue;
    let low = 0;
    let high = kept.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(kept[middle] as Keyed<R>, item) < 0) low = middle + 1;
      else high = middle;
    }
    kept.splice(low, 0, item);
    if (kept.length > query.limit + 1) kept.pop();
  }
  const rows = kept.slice(0, query.limit).map((item) => item.row);
  const last = kept[query.limit - 1];
  if (kept.length <= query.limit || !last) return { rows };
  const next: Position = { seq: last.row.seq, key: last.key };
  return { rows, next };
}

/** One page of these rows. */
export const pageOf = <R extends Row>(from: OrderedRows<R>, query: PageQuery<R>): Page<R> =>
  query.sort ? sorted(from, query, query.sort) : inOrder(from, query);
