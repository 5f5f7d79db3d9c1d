import type { IncomingMessage, ServerResponse } from 'node:http';
import { OktaError } from '../../contract/errors.js';
import { WholeRequest } from '../whole-request.js';
import { readBefore, type Then } from './bytes.js';
import { refuseOddText } from './text.js';

/** Up to this many bytes a body is read at once. */
const PLAIN_BYTES = 65_536;

/** Encodings that every Node reads: newer ones would read zstd as well, and older ones not. */
const ENCODINGS = /^(?:identity|gzip|deflate|br)$/i;

/** Small, uncompressed and of a known length: nearly every body. */
const isPlain = (req: IncomingMessage): boolean =>
  Number(req.headers['content-length']) <= PLAIN_BYTES && req.headers['content-encoding'] === undefined;

/** The value of a body, or why it is none. */
function parsed(bytes: Buffer, then: Then): void {
  let body: unknown;
  try {
    refuseOddText(bytes);
    // Some clients begin with a byte order mark, which is no part of the JSON.
    body = JSON.parse(bytes.toString('utf8', bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0));
  } catch {
    return then(new OktaError('E0000003'));
  }
  then(undefined, body);
}

/** Reads a plain body without the parser, which costs a small request a tenth of its time. */
function readPlain(req: IncomingMessage, then: Then): void {
  const finish = (error: unknown, bytes?: Buffer): void => (bytes ? parsed(bytes, then) : then(error));
  if (req instanceof WholeRequest && req.whole(finish)) return;
  const chunks: Buffer[] = [];
  req.on('data', (chunk: Buffer) => chunks.push(chunk));
  req.on('error', then);
  req.on('end', () => parsed(Buffer.concat(chunks), then));
}

/** The body that a parser of the app around the sandbox has read, as a value, as a text or as bytes. */
function takeRead({ body }: IncomingMessage & { readonly body?: unknown }, then: Then): void {
  if (body === undefined) return then(readBefore());
  if (typeof body === 'string' || body instanceof Uint8Array) return parsed(Buffer.from(body), then);
  then(undefined, body);
}

/**
 * Reads a JSON body; `then` gets undefined where it turns out to be empty.
 * Errors: 400 E0000003 for what is not JSON, E0000021 for an encoding that is unknown, 413 over the limit.
 */
export function readJson(req: IncomingMessage, res: ServerResponse, type: string, then: Then): void {
  if (req.readableDidRead) return takeRead(req, then);
  if (isPlain(req)) return readPlain(req, then);
  const encoding = req.headers['content-encoding'];
  if (encoding !== undefined && !ENCODINGS.test(encoding)) return then(new OktaError('E0000021'));
  // `utf8` is no spelling that the parser knows.
  if (/charset="?utf8/i.test(type)) req.headers['content-type'] = type.replace(/utf8/i, 'utf-8');
  // The parser is loaded with the first such body: a start does not pay for it.
  import('./parser.js').then(({ parseJson }) => parseJson(req, res, then), then);
}
