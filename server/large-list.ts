import type { ServerResponse } from 'node:http';
import type { Row } from '../store/rows/common.js';

/** What is made of a list between two looks at everything else, in bytes. */
const PIECE_BYTES = 65_536;

/** A row's JSON, and its length in bytes. */
interface RowText {
  readonly text: string;
  readonly length: number;
}

/** How a row becomes text, and who is told where that fails when the answer has begun. */
export interface RowTexts {
  textOf(row: Row): RowText;
  failed(error: unknown): void;
}

/** Pieces that are to be made, of all lists that are under way. */
const waiting: (() => void)[] = [];

function makeNext(): void {
  const make = waiting.shift();
  if (waiting.length > 0) setImmediate(makeNext);
  make?.();
}

/** Makes a piece when it is its turn: one a turn of the event loop, however many lists are asked for at once. */
export function inTurn(make: () => void): void {
  waiting.push(make);
  if (waiting.length === 1) setImmediate(makeNext);
}

/**
 * Sends rows as a JSON array, piece by piece, as fast as the client reads: a client that does not read holds a piece or
 * two, and nobody waits while a hundred megabytes are made. The rows are those of the moment of the request, whatever is
 * written meanwhile. A row that cannot be shown ends the connection: the status is out by then.
 *
 * Pieces go out as text: what the system makes of it is freed when it was written, while bytes of our own would wait
 * for the garbage collector, which does not come while an org is idle.
 */
export function sendRows(res: ServerResponse, rows: readonly Row[], { textOf, failed }: RowTexts): void {
  let next = 0;
  const piece = (): RowText => {
    const texts: string[] = [];
    let size = 0;
    for (; next < rows.length && size < PIECE_BYTES; next++) {
      const { text, length } = textOf(rows[next] as Row);
      texts.push(text);
      size += length + 1;
    }
    return { text: texts.join(','), length: Math.max(0, size - 1) };
  };
  const goOn = (): void => {
    if (res.destroyed) return;
    try {
      const before = next === 0 ? '[' : ',';
      const { text, length } = piece();
      res.write(before);
      const isDrained = res.write(text, length === text.length ? 'latin1' : 'utf8');
      if (next === rows.length) res.end(']');
      else if (isDrained) inTurn(goOn);
      // What the system takes at once is drained at once, in the same turn of the loop.
      else res.once('drain', () => inTurn(goOn));
    } catch (error) {
      res.destroy();
      failed(error);
    }
  };
  inTurn(goOn);
}
