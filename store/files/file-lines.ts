import { isAscii } from 'node:buffer';
import { closeSync, openSync, readSync } from 'node:fs';
import { StateFileError } from '../errors.js';

/** Large enough for few reads, small enough that what is made of a piece dies young. */
const PIECE_BYTES = 1 << 17;
/** No line of ours comes near: a longer one is no record. */
const MAX_LINE_BYTES = 1 << 28;
const NEWLINE = 10;

/** How a file is read in pieces. */
interface Reading {
  /** How long a piece is, about. */
  readonly bytes?: number;
  /** Pieces are good for ever, and not only until the next one is asked for. */
  readonly isKept?: boolean;
}

/**
 * Reads a file in pieces that end at the end of a line, so that a large file is never in memory as a whole. The last
 * piece may lack its newline. A piece is good until the next one is asked for.
 */
export function* piecesOf(path: string, { bytes = PIECE_BYTES, isKept = false }: Reading = {}): Generator<Buffer> {
  const fd = openSync(path, 'r');
  try {
    let buffer = Buffer.allocUnsafeSlow(bytes);
    let held = 0;
    for (;;) {
      if (held > MAX_LINE_BYTES)
        throw new StateFileError(`${path}: a line is longer than any of ours. Nothing was changed.`);
      if (held === buffer.length) buffer = Buffer.concat([buffer], 2 * buffer.length);
      const count = readSync(fd, buffer, held, buffer.length - held, null);
      if (count === 0) break;
      const end = buffer.lastIndexOf(NEWLINE, held + count - 1) + 1;
      held += count;
      if (end <= held - count) continue;
      yield buffer.subarray(0, end);
      const next = isKept ? Buffer.allocUnsafeSlow(Math.max(bytes, held - end)) : buffer;
      buffer.copy(next, 0, end, held);
      buffer = next;
      held -= end;
    }
    if (held > 0) yield buffer.subarray(0, held);
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

/** Most bytes that a character of a text takes: UTF-8 needs three for each unit of UTF-16. */
export const MOST_PER_UNIT = 3;

/** UTF-8 as text; plain ASCII, as most of a state file is, several times faster than the general way. */
export const textOf = (bytes: Buffer): string => bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');
