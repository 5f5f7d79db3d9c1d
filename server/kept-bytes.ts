import { createHash } from 'node:crypto';
import type { Row } from '../store/rows/common.js';
import type { Links } from './links.js';
import type { View } from './reply.js';

type AnyView = View<never, unknown>;

/** A row's JSON as it goes over the wire. */
interface Kept {
  readonly bytes: Buffer;
  /** Weak tag of the bytes, made when first asked for. */
  etag?: string;
}

/** About 64 MB of answers at the usual kilobyte each. */
const GENERATION = 32_768;

/**
 * Keeps the JSON bytes of shown rows. Rows are replaced, never mutated, so a row object is its own version; views are
 * pure, so its bytes hold as long as it does. Two generations bound the memory: what was not asked for since the last
 * turn goes.
 */
export class KeptBytes {
  #young = new Map<AnyView, Map<Row, Kept>>();
  #old = new Map<AnyView, Map<Row, Kept>>();
  #size = 0;

  constructor(readonly links: Links) {}

  /** The row's JSON. */
  bytes(view: AnyView, row: Row): Buffer {
    return this.#kept(view, row).bytes;
  }

  /** A weak entity tag of the row's JSON, `W/"<sha-256>"`. */
  etag(view: AnyView, row: Row): string {
    const kept = this.#kept(view, row);
    kept.etag ??= `W/"${createHash('sha256').update(kept.bytes).digest('hex')}"`;
    return kept.etag;
  }

  #kept(view: AnyView, row: Row): Kept {
    let young = this.#young.get(view);
    const found = young?.get(row);
    if (found) return found;
    const kept = this.#old.get(view)?.get(row) ?? {
      bytes: Buffer.from(JSON.stringify((view as View<Row, unknown>)(row, this.links))),
    };
    if (this.#size >= GENERATION) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#size = 0;
      young = undefined;
    }
    if (!young) this.#young.set(view, (young = new Map()));
    young.set(row, kept);
    this.#size += 1;
    return kept;
  }
}
