import { hash } from 'node:crypto';
import type { Links } from '../contract/links.js';
import { jsonOf, type View } from '../contract/reply.js';
import type { Row } from '../store/rows/common.js';
import type { Keeper, MemoryBudget } from './memory-budget.js';

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

/** A weak entity tag of a row's JSON, `W/"<sha-256>"`. */
export function etagOf(kept: Kept): string {
  kept.etag ??= `W/"${hash('sha256', kept.text)}"`;
  return kept.etag;
}

const COMMA = Buffer.from(',');
const OPEN = Buffer.from('[');
const CLOSE = Buffer.from(']');

/** A list as it went out. */
interface KeptList {
  readonly view: AnyView;
  readonly rows: readonly Row[];
  readonly bytes: Buffer;
}

function sameRows(a: readonly Row[], b: readonly Row[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** What a kept row takes beside its text, and what each row of a kept list takes. */
const ROW_OVERHEAD = 200;
const ITEM_OVERHEAD = 8;

/** What was asked for since a turn: rows by view, lists by their first row. */
class Generation {
  readonly rows = new Map<AnyView, Map<Row, Kept>>();
  readonly lists = new Map<Row, KeptList>();

  put(view: AnyView, row: Row, kept: Kept): void {
    const of = this.rows.get(view);
    if (of) of.set(row, kept);
    else this.rows.set(view, new Map([[row, kept]]));
  }
}

/**
 * Keeps the JSON bytes of shown rows. Rows are replaced, never mutated, so a row object is its own version; views are
 * pure, so its bytes hold as long as it does. Two generations bound the memory, which all keepers share: what was not
 * asked for since the last turn goes.
 */
export class KeptBytes implements Keeper {
  #young = new Generation();
  #old = new Generation();

  constructor(
    readonly links: Links,
    readonly budget: MemoryBudget,
  ) {
    budget.join(this);
  }

  turn(): void {
    this.#old = this.#young;
    this.#young = new Generation();
  }

  /** Lets everything go, for good. */
  drop(): void {
    this.budget.leave(this);
  }

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
   * @param most bytes
   * @returns undefined where they take more than that
   */
  list(view: AnyView, rows: readonly Row[]): Buffer;
  list(view: AnyView, rows: readonly Row[], most: number): Buffer | undefined;
  list(view: AnyView, rows: readonly Row[], most = Number.POSITIVE_INFINITY): Buffer | undefined {
    const [first] = rows;
    if (first === undefined) return Buffer.concat([OPEN, CLOSE]);
    const known = this.#listOf(view, rows);
    if (known) return this.#keepList(first, known).bytes;
    const all: Kept[] = [];
    let size = 0;
    for (const row of rows) {
      const kept = this.#kept(view, row);
      size += kept.length;
      if (size > most) return undefined;
      all.push(kept);
    }
    const parts: Buffer[] = [OPEN];
    for (const kept of all) parts.push(this.#bytesOf(kept), COMMA);
    parts[parts.length - 1] = CLOSE;
    return this.#keepList(first, { view, rows: [...rows], bytes: Buffer.concat(parts) }).bytes;
  }

  #listOf(view: AnyView, rows: readonly Row[]): KeptList | undefined {
    const [first] = rows;
    const known = first && (this.#young.lists.get(first) ?? this.#old.lists.get(first));
    return known?.view === view && sameRows(known.rows, rows) ? known : undefined;
  }

  #keepList(first: Row, list: KeptList): KeptList {
    if (this.#young.lists.get(first) === list || list.bytes.length > this.budget.largest) return list;
    this.budget.take(list.bytes.length + ITEM_OVERHEAD * list.rows.length);
    this.#young.lists.set(first, list);
    return list;
  }

  /** A row's JSON for a list that is not long: joining bytes is faster than joining text. */
  #bytesOf(kept: Kept): Buffer {
    if (!kept.bytes) {
      kept.bytes = Buffer.from(kept.text);
      if (kept.length <= this.budget.largest) this.budget.take(kept.length);
    }
    return kept.bytes;
  }

  /** The entity tag of the row. */
  etag(view: AnyView, row: Row): string {
    return etagOf(this.#kept(view, row));
  }

  #textOf(view: AnyView, row: Row): string {
    return jsonOf(view as View<Row, unknown>, row, this.links);
  }

  #kept(view: AnyView, row: Row): Kept {
    const found = this.#young.rows.get(view)?.get(row);
    if (found) return found;
    const kept = this.#old.rows.get(view)?.get(row) ?? keptOf(this.#textOf(view, row));
    if (kept.length > this.budget.largest) return kept;
    this.budget.take(kept.length * (kept.bytes ? 2 : 1) + ROW_OVERHEAD);
    this.#young.put(view, row, kept);
    return kept;
  }
}
