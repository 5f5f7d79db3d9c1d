import { MadeList } from '../contract/reply.js';
import type { Work } from '../store/memory/ahead.js';
import type { Row } from '../store/rows/common.js';

/** A body in pieces that follow each other: what is very long is never joined. */
export interface Pieces {
  readonly pieces: readonly Buffer[];
  /** In bytes. */
  readonly length: number;
}

/** A list that may take long to write down: the JSON of its rows is made a part at a time. */
export interface Rendering extends Work {
  /** The whole, when it is over. */
  readonly body: Pieces;
}

const OPEN = Buffer.from('[');
const COMMA = Buffer.from(',');
const CLOSE = Buffer.from(']');

class ListRendering implements Rendering {
  readonly #pieces: Buffer[] = [];
  #at = 0;

  /** @param bytesOf the JSON of a row; undefined for one that is gone */
  constructor(
    readonly rows: readonly Row[],
    readonly bytesOf: (row: Row) => Buffer | undefined,
  ) {}

  step(): boolean {
    // One by one: a row may be a megabyte long.
    const row = this.rows[this.#at];
    const bytes = row && this.bytesOf(row);
    if (bytes) this.#pieces.push(this.#pieces.length === 0 ? OPEN : COMMA, bytes);
    this.#at += 1;
    return this.#at >= this.rows.length;
  }

  get body(): Pieces {
    const pieces = this.#pieces.length === 0 ? [OPEN, CLOSE] : [...this.#pieces, CLOSE];
    return { pieces, length: pieces.reduce((sum, { length }) => sum + length, 0) };
  }
}

/** How a list is written down whose items a handler makes, which may take long; undefined for another body. */
export function renderingOf(body: unknown): Rendering | undefined {
  if (!(body instanceof MadeList)) return undefined;
  return new ListRendering(body.rows, (row) => {
    const made = body.make(row);
    return made === undefined ? undefined : Buffer.from(JSON.stringify(made));
  });
}
