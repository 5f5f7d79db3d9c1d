import { hash } from 'node:crypto';
import type { Row } from '../store/rows/common.js';
import type { Links } from './links.js';
import type { View } from './reply.js';

type AnyView = View<never, unknown>;

/** A row's JSON as it goes over the wire. */
export interface Kept {
  readonly text: string;
  /** Length of the text in bytes. */
  readonly length: number;
  /** The bytes, made when the row is first shown in a list. */
  bytes?: Buffer;
  /** Weak tag of the bytes, made when first asked for. */
  etag?: string;
}

const keptOf = (text: string): Kept => ({ text, length: Buffer.byteLength(text) });

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

  /**
   * The row's JSON, for an answer of its own: Node sends a text with its headers in one write, bytes in a second.
   * @param keep false for the answer of a write, which is not asked for again: most rows are never read one by one
   */
  one(view: AnyView, row: Row, keep: boolean): Kept {
    return keep ? this.#kept(view, row) : keptOf(this.#textOf(view, row));
  }

  /** The row's JSON as bytes, for a list: joining them is faster than joining text. */
  bytes(view: AnyView, row: Row): Buffer {
    const kept = this.#kept(view, row);
    kept.bytes ??= Buffer.from(kept.text);
    return kept.bytes;
  }

  /** A weak entity tag of the row's JSON, `W/"<sha-256>"`. */
  etag(view: AnyView, row: Row): string {
    const kept = this.#kept(view, row);
    kept.etag ??= `W/"${hash('sha256', kept.text)}"`;
    return kept.etag;
  }

  #textOf(view: AnyView, row: Row): string {
    return JSON.stringify((view as View<Row, unknown>)(row, this.links));
  }

  #kept(view: AnyView, row: Row): Kept {
    let young = this.#young.get(view);
    const found = young?.get(row);
    if (found) return found;
    const kept = this.#old.get(view)?.get(row) ?? keptOf(this.#textOf(view, row));
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
