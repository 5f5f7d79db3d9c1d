import express, { type Request, type RequestHandler, type Response } from 'express';
import { OktaError } from './errors.js';

/** The largest body that is read. */
const LIMIT_BYTES = 1_048_576;

/** Okta takes characters of up to three UTF-8 bytes (facts: conventions §1). */
const refuseFourByteCharacters = (_req: unknown, _res: unknown, bytes: Buffer): void => {
  for (const byte of bytes) if (byte >= 0xf0) throw new Error('a character of four bytes');
};

let parser: RequestHandler | undefined;

/** The parser is loaded with the first body: a start does not pay for it. */
const jsonParser = (): RequestHandler => {
  parser ??= express.json({
    limit: LIMIT_BYTES,
    strict: false,
    type: () => true,
    verify: refuseFourByteCharacters,
  });
  return parser;
};

const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i;

/** Whether the request carries a body at all. */
export const hasBody = (req: Request): boolean =>
  req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0;

/**
 * Reads a JSON body; `then` gets undefined where there is none.
 * Errors: 400 E0000021 for another media type, E0000018 without one, E0000003 for what is not JSON, 413 over the limit.
 */
export function readBody(
  req: Request,
  res: Response,
  consumes: readonly string[] | undefined,
  then: (error: unknown, body?: unknown) => void,
): void {
  if (!hasBody(req)) {
    then(undefined, undefined);
    return;
  }
  const type = req.headers['content-type'];
  if (type === undefined || type === '') return then(new OktaError('E0000018'));
  if (!JSON_TYPE.test(type) && !consumes?.some((other) => type.toLowerCase().startsWith(other))) {
    return then(new OktaError('E0000021'));
  }
  jsonParser()(req, res, (error?: unknown) => {
    if (error) then(asOktaError(error));
    else then(undefined, req.body as unknown);
  });
}

function asOktaError(error: unknown): unknown {
  if (error instanceof OktaError) return error;
  const { status, type } = error as { status?: number; type?: string };
  if (type === 'entity.too.large') {
    return new OktaError('E0000003', { status: 413, causes: [`The request body exceeds ${LIMIT_BYTES} bytes.`] });
  }
  if (type === 'encoding.unsupported' || type === 'charset.unsupported') return new OktaError('E0000021');
  return status !== undefined && status < 500 ? new OktaError('E0000003') : error;
}
