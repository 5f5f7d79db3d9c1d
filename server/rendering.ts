import { MadeList } from '../contract/reply.js';
import { Ahead, Unfinished, type Work } from '../store/memory/ahead.js';
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

/** Reads the org with what was done ahead. @throws Unfinished where it would take long */
export type Read = <T>(read: () => T, ahead: Ahead) => T;

/** Characters that become bytes together: a list of short rows is no thousands of buffers. */
const PIECE = 1 << 16;

class ListRendering implements Rendering {
  readonly #pieces: Buffer[] = [];
  #text = '[';
  #at = 0;
  /** What was made of the row before, and is no text yet. */
  #made: unknown;
  /** What a row waits for, such as an index that nobody had asked for. */
  #work: Work | undefined;
  #ahead = new Ahead();

  /** @param make what a row is shown as; undefined for one that is gone */
  constructor(
    readonly rows: readonly Row[],
    readonly make: (row: Row) => unknown,
    readonly read: Read,
  ) {}

  step(): boolean {
    // One by one, and each in parts: a row may be megabytes long.
    if (this.#work) {
      if (this.#work.step()) this.#work = undefined;
    } else if (this.#made !== undefined) this.#write();
    else this.#show();
    return this.#made === undefined && this.#work === undefined && this.#at >= this.rows.length;
  }

  get body(): Pieces {
    const pieces = [...this.#pieces, Buffer.from(`${this.#text}]`)];
    return { pieces, length: pieces.reduce((sum, { length }) => sum + length, 0) };
  }

  #show(): void {
    const row = this.rows[this.#at];
    try {
      this.#made = row && this.read(() => this.make(row), this.#ahead);
    } catch (error) {
      if (!(error instanceof Unfinished)) throw error;
      this.#work = error.work;
      return;
    }
    this.#ahead = new Ahead();
    this.#at += 1;
  }

  #write(): void {
    const isFirst = this.#pieces.length === 0 && this.#text.length === 1;
    this.#text += isFirst ? JSON.stringify(this.#made) : `,${JSON.stringify(this.#made)}`;
    this.#made = undefined;
    if (this.#text.length < PIECE) return;
    this.#pieces.push(Buffer.from(this.#text));
    this.#text = '';
  }
}

/** How a list is written down whose items a handler makes, which may take long; undefined for another body. */
export function renderingOf(body: unknown, read: Read): Rendering | undefined {
  if (!(body instanceof MadeList)) return undefined;
  return new ListRendering(body.rows, (row) => body.make(row), read);
}
