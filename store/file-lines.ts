import { closeSync, openSync, readSync } from 'node:fs';

const CHUNK_BYTES = 1 << 20;
const NEWLINE = 10;

/**
 * Reads a file in pieces that end at the end of a line, about a megabyte each, so that a large file is never in memory
 * as a whole. The last piece may lack its newline.
 */
export function* piecesOf(path: string): Generator<Buffer> {
  const fd = openSync(path, 'r');
  try {
    let rest: Buffer[] = [];
    for (;;) {
      const buffer = Buffer.allocUnsafeSlow(CHUNK_BYTES);
      const count = readSync(fd, buffer, 0, CHUNK_BYTES, null);
      if (count === 0) break;
      const end = buffer.lastIndexOf(NEWLINE, count - 1) + 1;
      if (end > 0) {
        yield rest.length === 0 ? buffer.subarray(0, end) : Buffer.concat([...rest, buffer.subarray(0, end)]);
        rest = [];
      }
      if (end < count) rest.push(buffer.subarray(end, count));
    }
    if (rest.length > 0) yield Buffer.concat(rest);
  } finally {
    closeSync(fd);
  }
}

/** The lines of a piece, without their newlines. */
export function* linesOf(piece: Buffer): Generator<Buffer> {
  for (let at = 0; at < piece.length; ) {
    const newline = piece.indexOf(NEWLINE, at);
    const end = newline < 0 ? piece.length : newline;
    yield piece.subarray(at, end);
    at = end + 1;
  }
}
