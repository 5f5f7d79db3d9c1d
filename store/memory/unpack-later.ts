import type { Row } from '../rows/common.js';
import type { Rows } from './collection.js';

/** A large org answers first: in milliseconds. */
const LATER = 1_000;

/** What a slice may take, in milliseconds; what its last row needs comes on top. */
const SLICE = 5;

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
    const count = rows.count();
    for (const from = performance.now(); at < count && performance.now() - from < SLICE; at++) rows.nth(at);
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
