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
  /** What was made of the row before, and is no bytes yet. */
  #made: unknown;

  /** @param make what a row is shown as; undefined for one that is gone */
  constructor(
    readonly rows: readonly Row[],
    readonly make: (row: Row) => unknown,
  ) {}

  step(): boolean {
    // One by one, and each in two: a row may be megabytes long.
    if (this.#made !== undefined) {
      this.#pieces.push(this.#pieces.length === 0 ? OPEN : COMMA, Buffer.from(JSON.stringify(this.#made)));
      this.#made = undefined;
    } else {
      const row = this.rows[this.#at];
      this.#made = row && this.make(row);
      this.#at += 1;
    }
    return this.#made === undefined && this.#at >= this.rows.length;
  }

  get body(): Pieces {
    const pieces = this.#pieces.length === 0 ? [OPEN, CLOSE] : [...this.#pieces, CLOSE];
    return { pieces, length: pieces.reduce((sum, { length }) => sum + length, 0) };
  }
}

/** How a list is written down whose items a handler makes, which may take long; undefined for another body. */
export function renderingOf(body: unknown): Rendering | undefined {
  if (!(body instanceof MadeList)) return undefined;
  return new ListRendering(body.rows, (row) => body.make(row));
}
