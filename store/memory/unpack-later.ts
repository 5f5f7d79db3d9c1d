import type { Row } from '../rows/common.js';
import type { Rows } from './collection.js';

/** A large org answers first: in milliseconds. */
const LATER = 1_000;

/** What a slice may take, in milliseconds; what its last row needs comes on top. */
const SLICE = 5;

/** Between two slices, in milliseconds: requests come in between. */
const PAUSE = 2;

/** Rows take up to four times the memory of their records: what is larger together waits until it is asked for. */
const MOST_BYTES = 1 << 23;

/** The smallest collections that hold records, as many as stay within so many bytes together. */
function smallest(collections: Iterable<Rows<Row>>, most: number): Rows<Row>[] {
  const packed = [...collections].filter((rows) => rows.packedBytes > 0).sort((a, b) => a.packedBytes - b.packedBytes);
  let bytes = 0;
  return packed.filter((rows) => {
    bytes += rows.packedBytes;
    return bytes <= most;
  });
}

/**
 * Makes rows of the records that are there, after the first answers and a slice at a time: the first search over all
 * of them would wait for it otherwise. In a large org it does wait: most of what such an org holds is never asked for.
 * @param most bytes of records that it takes on
 * @returns ends it
 */
export function unpackLater(collections: Iterable<Rows<Row>>, most = MOST_BYTES): () => void {
  const packed = smallest(collections, most);
  let at = 0;
  const slice = (): void => {
    const rows = packed[0];
    if (!rows) return;
    const count = rows.count();
    for (const from = performance.now(); at < count && performance.now() - from < SLICE; at++) rows.nth(at);
    // Where a row was removed meanwhile, one may be passed over: it waits until it is asked for.
    if (rows.packedBytes === 0 || at >= rows.count()) {
      packed.shift();
      at = 0;
    }
    next = setTimeout(slice, PAUSE).unref();
  };
  let next = packed.length > 0 ? setTimeout(slice, LATER).unref() : undefined;
  return () => clearTimeout(next);
}
