import type { IncomingMessage, ServerResponse } from 'node:http';
import express from 'express';
import { OktaError } from '../../contract/errors.js';
import { type Then, tooLarge } from './bytes.js';
import { refuseOddText } from './text.js';

/** The largest JSON body that is read. */
const LIMIT_BYTES = 1_048_576;
/** Requests whose body turned out to have no byte: the parser would take it for an empty object. */
const empty = new WeakSet<object>();

const parser = express.json({
  limit: LIMIT_BYTES,
  strict: false,
  type: () => true,
  verify: (req, _res, bytes) => {
    if (bytes.length === 0) empty.add(req);
    refuseOddText(bytes);
  },
});

/** Reads a JSON body of any length and encoding that the parser knows. Errors as `readJson`. */
export function parseJson(req: IncomingMessage & { body?: unknown }, res: ServerResponse, then: Then): void {
  parser(req, res, (error?: unknown) => {
    if (error) then(asOktaError(error));
    else then(undefined, empty.has(req) ? undefined : req.body);
  });
}

function asOktaError(error: unknown): unknown {
  if (error instanceof OktaError) return error;
  const { status, type } = error as { status?: number; type?: string };
  if (type === 'entity.too.large') return tooLarge(LIMIT_BYTES);
  if (type === 'encoding.unsupported' || type === 'charset.unsupported') return new OktaError('E0000021');
  return status !== undefined && status < 500 ? new OktaError('E0000003') : error;
}
