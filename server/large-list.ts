import type { ServerResponse } from 'node:http';
import type { Row } from '../store/rows/common.js';

/** What is made of a list between two looks at everything else, in bytes. */
const PIECE_BYTES = 65_536;

const COMMA = Buffer.from(',');
const OPEN = Buffer.from('[');
const CLOSE = Buffer.from(']');

/** How a row becomes bytes, and who is told where that fails when the answer has begun. */
export interface RowBytes {
  bytesOf(row: Row): Buffer;
  failed(error: unknown): void;
}

/**
 * Sends rows as a JSON array, piece by piece, as fast as the client reads: a client that does not read holds a piece or
 * two, and nobody waits while a hundred megabytes are made. The rows are those of the moment of the request, whatever is
 * written meanwhile. A row that cannot be shown ends the connection: the status is out by then.
 */
export function sendRows(res: ServerResponse, rows: readonly Row[], { bytesOf, failed }: RowBytes): void {
  let next = 0;
  const piece = (): Buffer => {
    const parts: Buffer[] = [next === 0 ? OPEN : COMMA];
    let size = 0;
    for (; next < rows.length && size < PIECE_BYTES; next++) {
      const bytes = bytesOf(rows[next] as Row);
      if (parts.length > 1) parts.push(COMMA);
      parts.push(bytes);
      size += bytes.length;
    }
    if (next === rows.length) parts.push(CLOSE);
    return Buffer.concat(parts);
  };
  const goOn = (): void => {
    if (res.destroyed) return;
    try {
      const bytes = piece();
      if (next === rows.length) res.end(bytes);
      else if (res.write(bytes)) setImmediate(goOn);
      // What the system takes at once is drained at once, in the same turn of the loop.
      else res.once('drain', () => setImmediate(goOn));
    } catch (error) {
      res.destroy();
      failed(error);
    }
  };
  goOn();
}
