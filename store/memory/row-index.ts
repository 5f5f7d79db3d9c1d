import type { Row } from '../rows/common.js';
import type { KeyOf } from '../rows/spec.js';
import { OrderedRows } from './ordered-rows.js';

/** Most keys of an index have one row: that row stands there itself, without a list. */
export type Entry<R extends Row> = R | OrderedRows<R>;

const NO_KEYS: readonly string[] = [];

/** The keys of a row as a list. */
export const keysOf = <R>(of: KeyOf<R>, row: R): readonly string[] => {
  const keys = of(row);
  return keys === undefined ? NO_KEYS : typeof keys === 'string' ? [keys] : keys;
};

let last: { readonly of: unknown; readonly row: unknown; readonly keys: readonly string[] } | undefined;

/** The same of a unique index: a row that is put in place was looked at just before, to see whether its keys are taken. */
export function uniqueKeysOf<R>(of: KeyOf<R>, row: R): readonly string[] {
  if (last?.of !== of || last.row !== row) last = { of, row, keys: keysOf(of, row) };
  return last.keys;
}

/** Adds a row to the entry of a key. */
export function addTo<R extends Row>(map: Map<string, Entry<R>>, key: string, row: R): void {
  const entry = map.get(key);
  if (entry === undefined) map.set(key, row);
  else if (entry instanceof OrderedRows) entry.put(row);
  else if (entry.seq === row.seq) map.set(key, row);
  else {
    const rows = new OrderedRows([entry]);
    rows.put(row);
    map.set(key, rows);
  }
}

/** Takes a row out of the entry of a key. */
export function removeFrom<R extends Row>(map: Map<string, Entry<R>>, key: string, row: R): void {
  const entry = map.get(key);
  if (!(entry instanceof OrderedRows)) {
    if (entry?.seq === row.seq) map.delete(key);
    return;
  }
  entry.delete(row.seq);
  if (entry.size === 0) map.delete(key);
}

/**
 * Sorts rows by `seq`.
 * @returns the rows by id; undefined for `serial` rows, which need no such map
 * @throws Error where two rows share an id or a `seq`
 */
export function ordered<R extends Row>(name: string, rows: R[], serial: boolean): Map<string, R> | undefined {
  let sorted = true;
  for (let i = 1; i < rows.length && sorted; i++) sorted = (rows[i - 1] as R).seq < (rows[i] as R).seq;
  if (!sorted) rows.sort((a, b) => a.seq - b.seq);
  const byId = serial ? undefined : new Map<string, R>();
  let last = 0;
  for (const row of rows) {
    if (byId?.has(row.id)) throw new Error(`two records of "${name}" have the id ${row.id}`);
    if (row.seq === last) throw new Error(`two records of "${name}" have the seq ${row.seq}`);
    byId?.set(row.id, row);
    last = row.seq;
  }
  return byId;
}

/** How many rows have a key. */
export const sizeOf = <R extends Row>(entry: Entry<R> | undefined): number =>
  entry instanceof OrderedRows ? entry.size : entry ? 1 : 0;

/** The rows that have a key, in order. */
export const rowsOf = <R extends Row>(entry: Entry<R> | undefined): OrderedRows<R> =>
  entry instanceof OrderedRows ? entry : new OrderedRows(entry ? [entry] : []);
