import type { ServerResponse } from 'node:http';
import type { Pieces } from './rendering.js';
import { WholeResponse } from './whole-response.js';

/** Headers by name. */
export type Headers = Record<string, string | number | string[]>;

/** A body as it goes out. */
export interface Payload {
  readonly data: string | Buffer | readonly Buffer[];
  /** In bytes. */
  readonly length: number;
}

/** A body that was made in pieces. */
export const inPieces = ({ pieces, length }: Pieces): Payload => ({ data: pieces, length });
/** A body in one. */
export const payload = (data: string | Buffer): Payload => ({ data, length: Buffer.byteLength(data) });

/**
 * Sends an answer: its head, and its body where it has one.
 * @param head whether the head alone is asked for
 * @param ours no header is an operation's own: all of them can stand in a head as they are
 */
export function send(
  res: ServerResponse,
  status: number,
  headers: Headers,
  body: Payload | undefined,
  head: boolean,
  ours = false,
): void {
  if (body === undefined) {
    if (status !== 204) headers['Content-Length'] = 0;
    res.writeHead(status, headers);
    res.end();
    return;
  }
  headers['Content-Type'] ??= 'application/json';
  headers['Content-Length'] = body.length;
  // ASCII alone is the same bytes as Latin-1.
  const isPlain = ours && !head && typeof body.data === 'string' && body.length === body.data.length;
  if (isPlain && res instanceof WholeResponse && res.endWhole(status, headers, body.data as string)) return;
  res.writeHead(status, headers);
  if (head) res.end();
  // ASCII as Latin-1: the same bytes, and no search for characters that take more.
  else if (typeof body.data === 'string') res.end(body.data, body.length === body.data.length ? 'latin1' : 'utf8');
  else if (Buffer.isBuffer(body.data)) res.end(body.data);
  else sendPieces(res, body.data);
}

/** Bytes of one write: pieces are joined up to here, so that a list of short rows is no thousands of writes. */
const WRITE_BYTES = 1 << 16;

function sendPieces(res: ServerResponse, pieces: readonly Buffer[]): void {
  let joined: Buffer[] = [];
  let length = 0;
  for (const piece of pieces) {
    joined.push(piece);
    length += piece.length;
    if (length < WRITE_BYTES) continue;
    res.write(joined.length === 1 ? piece : Buffer.concat(joined, length));
    joined = [];
    length = 0;
  }
  res.end(Buffer.concat(joined, length));
}
