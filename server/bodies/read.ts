import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FormFields, RawBody } from '../../contract/bodies.js';
import { OktaError } from '../../contract/errors.js';
import { WholeRequest } from '../whole-request.js';
import { readBytes, type Then } from './bytes.js';
import { readJson } from './json.js';
import { readMultipart } from './multipart.js';

/** The largest body that is read where it is neither JSON nor a form with a file. */
const LIMIT_BYTES = 1_048_576;

/** What an operation takes that says nothing of it. */
const JSON_ONLY: readonly string[] = ['application/json'];
const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i;

/** The charsets that a text body may name. */
const UTF8 = /charset="?utf-?8"?\s*(?:;|$)/i;

/** Whether the request carries a body at all. */
export const hasBody = (req: IncomingMessage): boolean =>
  req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0;

/** Lets what a client may send go unread. */
export const leaveBody = (req: IncomingMessage): void => {
  if (req instanceof WholeRequest) req.leave();
};

/** The media type without its parameters, in lower case. */
const nameOf = (type: string): string => (type.split(';')[0] ?? '').trim().toLowerCase();

/**
 * Reads a body by its media type, which must be one that the operation takes: JSON as its value, `FormFields`, an
 * `Upload`, or else a `RawBody`. `then` gets undefined where there is no body.
 * Errors: 400 E0000021 for another media type, E0000018 without one, E0000003 for a body that is not what it says, 413
 * over the limit.
 * @param consumes media types; JSON alone where undefined
 */
export function readBody(
  req: IncomingMessage,
  res: ServerResponse,
  consumes: readonly string[] | undefined,
  then: Then,
): void {
  if (!hasBody(req)) {
    leaveBody(req);
    return then(undefined, undefined);
  }
  const type = req.headers['content-type'];
  if (type === undefined || type === '') return then(new OktaError('E0000018'));
  // As nearly every client writes it.
  if (type === 'application/json' && consumes === undefined) return readJson(req, res, type, then);
  const name = JSON_TYPE.test(type) ? 'application/json' : nameOf(type);
  if (!(consumes ?? JSON_ONLY).includes(name)) return then(new OktaError('E0000021'));
  if (name === 'multipart/form-data') return readMultipart(req, then);
  if (name !== 'application/json' && name !== 'application/x-www-form-urlencoded') return readRaw(req, name, then);
  if (/charset/i.test(type) && !UTF8.test(type)) return then(new OktaError('E0000021'));
  if (name === 'application/json') return readJson(req, res, type, then);
  readBytes(req, LIMIT_BYTES, (error, bytes) => then(error, bytes && formFields(bytes.toString())));
}

function readRaw(req: IncomingMessage, mediaType: string, then: Then): void {
  const encoding = req.headers['content-transfer-encoding'];
  const transferEncoding = typeof encoding === 'string' ? encoding.trim().toLowerCase() : undefined;
  readBytes(req, LIMIT_BYTES, (error, bytes) => {
    if (!bytes) return then(error);
    // A chunked body may turn out to have no byte.
    const body: RawBody | undefined = bytes.length === 0 ? undefined : { bytes, mediaType, transferEncoding };
    then(undefined, body);
  });
}

function formFields(text: string): FormFields {
  const fields = Object.create(null) as Record<string, string>;
  for (const [name, value] of new URLSearchParams(text)) fields[name] = value;
  return fields;
}
