import { hash } from 'node:crypto';
import type { Links } from '../contract/links.js';
import type { View } from '../contract/reply.js';
import type { Row } from '../store/rows/common.js';

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

const COMMA = Buffer.from(',');
const OPEN = Buffer.from('[');
const CLOSE = Buffer.from(']');

/** A list as it went out. */
interface KeptList {
  readonly view: AnyView;
  readonly rows: readonly Row[];
  readonly bytes: Buffer;
}

/** Lists that are kept: a few megabytes. */
const MAX_LISTS = 32;

const sameRows = (a: readonly Row[], b: readonly Row[]): boolean =>
  a.length === b.length && a.every((row, i) => row === b[i]);

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
  /** By their first row, the oldest first. */
  readonly #lists = new Map<Row, KeptList>();

  constructor(readonly links: Links) {}

  /**
   * The row's JSON, for an answer of its own: Node sends a text with its headers in one write, bytes in a second.
   * @param keep false for the answer of a write, which is not asked for again: most rows are never read one by one
   */
  one(view: AnyView, row: Row, keep: boolean): Kept {
    return keep ? this.#kept(view, row) : keptOf(this.#textOf(view, row));
  }

  /**
   * Rows as a JSON array. A list of the very same rows, as a client that polls asks for, is joined once: to fill new
   * memory for each answer costs more than all else that is done for it.
   */
  list(view: AnyView, rows: readonly Row[]): Buffer {
    const [first] = rows;
    if (first === undefined) return Buffer.concat([OPEN, CLOSE]);
    const known = this.#lists.get(first);
    if (known?.view === view && sameRows(known.rows, rows)) return known.bytes;
    const parts: Buffer[] = [OPEN];
    for (const row of rows) parts.push(this.#bytes(view, row), COMMA);
    parts[parts.length - 1] = CLOSE;
    const bytes = Buffer.concat(parts);
    this.#lists.delete(first);
    if (this.#lists.size >= MAX_LISTS) this.#lists.delete(this.#lists.keys().next().value as Row);
    this.#lists.set(first, { view, rows: [...rows], bytes });
    return bytes;
  }

  /** Joining bytes is faster than joining text. */
  #bytes(view: AnyView, row: Row): Buffer {
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
