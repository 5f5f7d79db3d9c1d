import { isAscii, isUtf8 } from 'node:buffer';
import express, { type Request, type RequestHandler, type Response } from 'express';
import { OktaError } from '../../contract/errors.js';
import { type Then, tooLarge } from './bytes.js';

/** The largest JSON body that is read. */
const LIMIT_BYTES = 1_048_576;
/** Up to this many bytes a body is read at once. */
const PLAIN_BYTES = 65_536;

/** By index: a buffer's own iterator would take ten milliseconds over a large body. */
function hasFourByteCharacter(bytes: Buffer): boolean {
  for (let i = 0; i < bytes.length; i++) if ((bytes[i] as number) >= 0xf0) return true;
  return false;
}

const BACKSLASH = 0x5c;
/** Half of a character of four bytes, written as an escape. */
const SURROGATE = /(?<!\\)(?:\\\\)*\\u[dD][89a-fA-F]/;

/**
 * Okta takes UTF-8, and of it characters of up to three bytes, however they are written (facts: conventions §1).
 * @throws Error for anything else
 */
function refuseOddText(bytes: Buffer): void {
  if (!isAscii(bytes) && (hasFourByteCharacter(bytes) || !isUtf8(bytes)))
    throw new Error('not UTF-8 of up to three bytes');
  if (bytes.includes(BACKSLASH) && SURROGATE.test(bytes.toString('latin1'))) throw new Error('a surrogate');
}

/** Requests whose body turned out to have no byte: the parser would take it for an empty object. */
const empty = new WeakSet<object>();

let parser: RequestHandler | undefined;

/** The parser is loaded with the first body: a start does not pay for it. */
const jsonParser = (): RequestHandler => {
  parser ??= express.json({
    limit: LIMIT_BYTES,
    strict: false,
    type: () => true,
    verify: (req, _res, bytes) => {
      if (bytes.length === 0) empty.add(req);
      refuseOddText(bytes);
    },
  });
  return parser;
};

/** Small, uncompressed and of a known length: nearly every body. */
const isPlain = (req: Request): boolean =>
  Number(req.headers['content-length']) <= PLAIN_BYTES && req.headers['content-encoding'] === undefined;

/** Reads a plain body without the parser, which costs a small request a tenth of its time. */
function readPlain(req: Request, then: Then): void {
  const chunks: Buffer[] = [];
  req.on('data', (chunk: Buffer) => chunks.push(chunk));
  req.on('error', then);
  req.on('end', () => {
    const bytes = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
    let body: unknown;
    try {
      refuseOddText(bytes);
      // Some clients begin with a byte order mark, which is no part of the JSON.
      body = JSON.parse(bytes.toString('utf8', bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0));
    } catch {
      return then(new OktaError('E0000003'));
    }
    then(undefined, body);
  });
}

/**
 * Reads a JSON body; `then` gets undefined where it turns out to be empty.
 * Errors: 400 E0000003 for what is not JSON, E0000021 for an encoding that is unknown, 413 over the limit.
 */
export function readJson(req: Request, res: Response, type: string, then: Then): void {
  if (isPlain(req)) return readPlain(req, then);
  // `utf8` is no spelling that the parser knows.
  if (/charset="?utf8/i.test(type)) req.headers['content-type'] = type.replace(/utf8/i, 'utf-8');
  jsonParser()(req, res, (error?: unknown) => {
    if (error) then(asOktaError(error));
    else then(undefined, empty.has(req) ? undefined : (req.body as unknown));
  });
}

function asOktaError(error: unknown): unknown {
  if (error instanceof OktaError) return error;
  const { status, type } = error as { status?: number; type?: string };
  if (type === 'entity.too.large') return tooLarge(LIMIT_BYTES);
  if (type === 'encoding.unsupported' || type === 'charset.unsupported') return new OktaError('E0000021');
  return status !== undefined && status < 500 ? new OktaError('E0000003') : error;
}
