import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { OktaError } from '../contract/errors.js';
import { Answer, type Paging, Raw, Shown, ShownList } from '../contract/reply.js';
import type { Row } from '../store/rows/common.js';
import { commonHeaders, type Headers, type HeadFacts } from './heads.js';
import { etagOf, type KeptBytes } from './kept-bytes.js';
import { type RowTexts, sendRows } from './large-list.js';
import { linkLines } from './link-lines.js';
import type { Pieces } from './rendering.js';
import { type Head, inPieces, ownHeaders, type Payload, payload, send } from './send.js';

/** What every answer of one request carries. */
export interface Envelope extends HeadFacts {
  /** Scheme, host, path and query of the request, for Link headers. */
  readonly base: string;
  readonly path: string;
  readonly search: string;
  /** The request only reads; `head`: it wants no body. */
  readonly reads: boolean;
  readonly head: boolean;
}

/** Okta keeps browsers from taking such an answer for a file of that kind: a user by login (facts: conventions §4). */
const endsLikeFile = (path: string): boolean => path.includes('.') && path.lastIndexOf('.') > path.lastIndexOf('/');

/** Sends text or bytes as the media type they are. */
function sendRaw(
  res: ServerResponse,
  { body, options }: Raw,
  routeStatus: number,
  envelope: Envelope,
): { status: number; data: Buffer } {
  const { mediaType, status = routeStatus } = options;
  const charset = /charset="?iso-8859-1/i.test(mediaType) ? 'latin1' : 'utf8';
  const data =
    typeof body === 'string' ? Buffer.from(body, charset) : Buffer.from(body.buffer, body.byteOffset, body.length);
  const given = { ...options.headers, 'Content-Type': mediaType };
  send(res, { status, facts: envelope, given, alone: envelope.head }, { data, length: data.length });
  return { status, data };
}

/** A list of more bytes than this is sent in pieces. */
const MOST_AT_ONCE = 1_048_576;

type Large = RowTexts & { readonly rows: readonly Row[] };

function sendLarge(res: ServerResponse, head: Head, large: Large): void {
  const { status, facts, alone } = head;
  const headers = { ...commonHeaders(facts), ...ownHeaders(head), 'Content-Type': 'application/json' };
  res.writeHead(status, headers as Record<string, string | number | string[]>);
  if (alone) res.end();
  else sendRows(res, large.rows, large);
}

/** How rows become an answer. */
export interface Showing extends Pick<RowTexts, 'failed'> {
  readonly kept: KeptBytes;
  /** Make it in one piece, however large: somebody wants to see the bytes. */
  readonly whole: boolean;
  /** The body, where it was written down before. */
  readonly written: Pieces | undefined;
}

/** An answer taken apart. */
interface Parts {
  readonly status: number;
  readonly body: unknown;
  /** The operation's own headers. */
  readonly given?: Readonly<Record<string, string>> | undefined;
  readonly paging?: Paging | undefined;
}

const NONE: Answer<unknown>['options'] = {};

function partsOf(result: unknown, routeStatus: number): Parts {
  const {
    body,
    options,
  }: Pick<Answer<unknown>, 'body' | 'options'> = result instanceof Answer ? result : { body: result, options: NONE };
  const { status = routeStatus, headers, paging = body instanceof ShownList ? body.paging : undefined } = options;
  return { status, body: status === 204 ? undefined : body, given: headers, paging };
}

/**
 * Sends what a handler returned.
 * @returns the status and, where a reference validator wants to see it, the body's bytes
 */
export function sendReply(
  res: ServerResponse,
  result: unknown,
  routeStatus: number,
  envelope: Envelope,
  { kept, whole, failed, written }: Showing,
): { status: number; data: Payload['data'] | undefined } {
  if (result instanceof Raw) return sendRaw(res, result, routeStatus, envelope);
  const { status, body, given, paging } = partsOf(result, routeStatus);
  let sent: Payload | undefined;
  let large: Large | undefined;
  let etag: string | undefined;
  if (body instanceof Shown) {
    const one = kept.one(body.view, body.row, envelope.reads || body.etag);
    sent = { data: one.text, length: one.length };
    if (body.etag) etag = etagOf(one);
  } else if (body instanceof ShownList) {
    const { view, rows } = body;
    const bytes = kept.list(view, rows, whole ? Number.POSITIVE_INFINITY : MOST_AT_ONCE);
    if (bytes) sent = payload(bytes);
    else large = { rows, textOf: (row) => kept.one(view, row, true), failed };
  } else if (written) {
    sent = inPieces(written);
  } else if (body !== undefined) sent = payload(JSON.stringify(body));
  const links = paging && linkLines(envelope, paging);
  const isInline = (sent ?? large) !== undefined && endsLikeFile(envelope.path);
  const head: Head = { status, facts: envelope, given, etag, links, isInline, alone: envelope.head };
  if (large) sendLarge(res, head, large);
  else send(res, head, sent);
  return { status, data: sent?.data };
}

/** Sends an answer without a body. */
export function sendNothing(
  res: ServerResponse,
  status: number,
  given: Readonly<Record<string, string>>,
  envelope: Envelope,
): void {
  send(res, { status, facts: envelope, given, alone: envelope.head }, undefined);
}

/** Sends an error in Okta's form (facts: errors §1). */
export function sendError(res: ServerResponse, error: OktaError, envelope: Envelope, errorId: string): void {
  const { status, details } = error;
  const head: Head = { status, facts: envelope, given: details.headers, alone: envelope.head };
  send(res, head, details.form === 'none' ? undefined : payload(errorText(error, errorId)));
}

function errorText({ code, summary, causes, details }: OktaError, errorId: string): string {
  const link = details.form === 'log' ? {} : { errorLink: code };
  return JSON.stringify({ errorCode: code, errorSummary: summary, ...link, errorId, errorCauses: causes });
}

/** The same as bytes of HTTP, for a connection whose request could not be read. It ends the connection. */
export function rawError(error: OktaError, envelope: Envelope, errorId: string): string {
  const body = errorText(error, errorId);
  const headers: Headers = {
    ...commonHeaders(envelope),
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
    Connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${error.status} ${STATUS_CODES[error.status] ?? ''}\r\n${lines.join('')}\r\n${body}`;
}
