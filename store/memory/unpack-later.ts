import type { Row } from '../rows/common.js';
import type { Rows } from './collection.js';

/** A large org answers first: in milliseconds. */
const LATER = 1_000;

/** Rows in a slice: some milliseconds of work. */
const SLICE = 512;

/** Between two slices, in milliseconds: requests come in between. */
const PAUSE = 2;

/**
 * Makes rows of the records that are there, after the first answers and a slice at a time: the first search over all
 * of a large org would wait for it otherwise.
 * @returns ends it
 */
export function unpackLater(collections: Iterable<Rows<Row>>): () => void {
  const packed = [...collections].filter((rows) => rows.isPacked);
  let at = 0;
  const slice = (): void => {
    const rows = packed[0];
    if (!rows) return;
    const end = Math.min(at + SLICE, rows.count());
    for (; at < end; at++) rows.nth(at);
    // Where a row was removed meanwhile, one may be passed over: it waits until it is asked for.
    if (!rows.isPacked || at >= rows.count()) {
      packed.shift();
      at = 0;
    }
    next = setTimeout(slice, PAUSE).unref();
  };
  let next = packed.length > 0 ? setTimeout(slice, LATER).unref() : undefined;
  return () => clearTimeout(next);
}
