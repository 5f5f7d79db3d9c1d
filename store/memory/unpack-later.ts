import type { Row } from '../rows/common.js';
import type { Work } from './ahead.js';
import type { Rows } from './collection.js';
import { Unpacking } from './held-walk.js';
import type { RowList } from './row-list.js';
import { ownersOf } from './row-making.js';
import { SealedRows } from './sealed-rows.js';

/** A large org answers first: in milliseconds. */
const LATER = 1_000;

/** What a slice may take, in milliseconds; what its last step needs comes on top. */
const SLICE = 5;

/** Between two slices, in milliseconds: requests come in between. */
const PAUSE = 2;

/** Rows take up to four times the memory of their records: what is larger together stays records. */
const MOST_BYTES = 1 << 23;

/** What is to be done for a collection. @param asRows whether its records become rows */
function worksFor(rows: Rows<Row>, asRows: boolean): Work[] {
  const { ordered, indexes } = rows.snapshot();
  if (asRows) return [new Unpacking(ordered)];
  return ownersOf(rows.spec).flatMap((index) => indexes.secondaryAhead(index, ordered) ?? []);
}

/**
 * The smallest collections become rows, as many as stay within so many bytes of records together. Logs do in any case, and
 * last: sealed they take less than half of what their records do.
 */
function worksOf(collections: Iterable<Rows<Row>>, most: number): Work[] {
  const listOf = (rows: Rows<Row>): RowList<Row> => rows.snapshot().ordered;
  const bytesOf = (rows: Rows<Row>): number => listOf(rows).packed?.bytes ?? 0;
  const isLog = (rows: Rows<Row>): boolean => listOf(rows) instanceof SealedRows;
  const packed = [...collections].filter((rows) => rows.isPacked).sort((a, b) => bytesOf(a) - bytesOf(b));
  let bytes = 0;
  const works = packed
    .filter((rows) => !isLog(rows))
    .flatMap((rows) => {
      bytes += bytesOf(rows);
      return worksFor(rows, bytes <= most);
    });
  return [...works, ...packed.filter(isLog).flatMap((rows) => worksFor(rows, true))];
}

/**
 * Does what the first requests would wait for otherwise, after the first answers and a slice at a time. Rows are made of
 * the records of small collections. Most of what a large org holds is never asked for: its records stay, and are read
 * once for the indexes of what belongs to whom, which look-ups need that cannot wait.
 * @param most bytes of records that rows are made of
 * @returns ends it
 */
export function unpackLater(collections: Iterable<Rows<Row>>, most = MOST_BYTES): () => void {
  const works = worksOf(collections, most);
  const slice = (): void => {
    const from = performance.now();
    while (works[0] && performance.now() - from < SLICE) if (works[0].step()) works.shift();
    if (works.length > 0) next = setTimeout(slice, PAUSE).unref();
  };
  let next = works.length > 0 ? setTimeout(slice, LATER).unref() : undefined;
  return () => clearTimeout(next);
}
