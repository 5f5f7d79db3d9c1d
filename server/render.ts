import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { OktaError } from '../contract/errors.js';
import { Answer, type Paging, Raw, Shown, ShownList } from '../contract/reply.js';
import type { Row } from '../store/rows/common.js';
import { carrying } from './carried-query.js';
import type { KeptBytes } from './kept-bytes.js';
import { type RowTexts, sendRows } from './large-list.js';
import type { LimitState } from './limits.js';
import type { Pieces } from './rendering.js';
import { type Headers, inPieces, type Payload, payload, send } from './send.js';

/** What every answer of one request carries. */
export interface Envelope {
  readonly requestId: string;
  readonly limit: LimitState | undefined;
  /** Milliseconds on the org's clock. */
  readonly now: number;
  /** Scheme, host, path and query of the request, for Link headers. */
  readonly base: string;
  readonly path: string;
  readonly search: string;
  /** The request only reads; `head`: it wants no body. */
  readonly reads: boolean;
  readonly head: boolean;
}

let second = 0;
let dateText = '';

/** An HTTP date of the org's clock, kept for a second. */
function httpDate(ms: number): string {
  const now = Math.floor(ms / 1000);
  if (now !== second) {
    second = now;
    dateText = new Date(ms).toUTCString();
  }
  return dateText;
}

/** The headers that Okta sends with every answer (facts: conventions §4). */
function commonHeaders(envelope: Envelope): Headers {
  const headers: Headers = {
    Date: httpDate(envelope.now),
    'X-Okta-Request-Id': envelope.requestId,
    'Cache-Control': 'no-cache, no-store',
    Pragma: 'no-cache',
    Expires: '0',
    'X-Content-Type-Options': 'nosniff',
  };
  if (envelope.limit) {
    headers['X-Rate-Limit-Limit'] = envelope.limit.limit;
    headers['X-Rate-Limit-Remaining'] = envelope.limit.remaining;
    headers['X-Rate-Limit-Reset'] = envelope.limit.reset;
  }
  return headers;
}

/** Characters of a link. Node's clients read no more than 16 KB of headers, and both links stand in them. */
const MAX_LINK = 4096;

/** `self` always, `next` unless it is the last page; one header line for each (facts: recorded-shapes §1). */
function linkHeaders(envelope: Envelope, paging: Paging): string[] {
  const given = new URLSearchParams(envelope.search);
  const limit = paging.limit === undefined ? [] : [`limit=${paging.limit}`];
  const rest: string[] = [];
  for (const [name, value] of given) {
    if (name === 'after' || (name === 'limit' && !paging.asAsked)) continue;
    rest.push(new URLSearchParams([[name, value]]).toString());
  }
  const after = given.get('after');
  const url = (query: string[]): string =>
    `${envelope.base}${envelope.path}${query.length > 0 ? `?${query.join('&')}` : ''}`;
  const cursor = (value: string): string => `after=${encodeURIComponent(value)}`;
  const page = (value: string): string[] =>
    paging.asAsked ? [...rest, cursor(value)] : [cursor(value), ...limit, ...rest];
  const self = url(after ? page(after) : [...limit, ...rest]);
  // Where a query is very long, nothing shows the way here, and the cursor alone the way on.
  const links = self.length > MAX_LINK ? [] : [`<${self}>; rel="self"`];
  if (paging.next === undefined) return links;
  const query = page(paging.next);
  const next = url(query);
  links.push(`<${next.length > MAX_LINK ? url([cursor(carrying(query.join('&')))]) : next}>; rel="next"`);
  return links;
}

/** Okta keeps browsers from taking such an answer for a file of that kind: a user by login (facts: conventions §4). */
const endsLikeFile = (path: string): boolean => path.lastIndexOf('.') > path.lastIndexOf('/');

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
  const headers = { ...commonHeaders(envelope), ...options.headers, 'Content-Type': mediaType };
  send(res, status, headers, { data, length: data.length }, envelope.head);
  return { status, data };
}

/** A list of more bytes than this is sent in pieces. */
const MOST_AT_ONCE = 1_048_576;

type Large = RowTexts & { readonly rows: readonly Row[] };

function sendLarge(res: ServerResponse, status: number, headers: Headers, large: Large, head: boolean): void {
  res.writeHead(status, { ...headers, 'Content-Type': 'application/json' });
  if (head) res.end();
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
  const headers = commonHeaders(envelope);
  let status = routeStatus;
  if (result instanceof Raw) return sendRaw(res, result, routeStatus, envelope);
  let body = result;
  let paging: Paging | undefined;
  if (body instanceof Answer) {
    status = body.options.status ?? status;
    if (body.options.headers) Object.assign(headers, body.options.headers);
    paging = body.options.paging;
    body = status === 204 ? undefined : body.body;
  }
  let sent: Payload | undefined;
  let large: Large | undefined;
  if (body instanceof Shown) {
    const { text, length } = kept.one(body.view, body.row, envelope.reads || body.etag);
    sent = { data: text, length };
    if (body.etag) headers.ETag = kept.etag(body.view, body.row);
  } else if (body instanceof ShownList) {
    paging ??= body.paging;
    const { view, rows } = body;
    const bytes = kept.list(view, rows, whole ? Number.POSITIVE_INFINITY : MOST_AT_ONCE);
    if (bytes) sent = payload(bytes);
    else large = { rows, textOf: (row) => kept.one(view, row, true), failed };
  } else if (written) {
    sent = inPieces(written);
  } else if (body !== undefined) sent = payload(JSON.stringify(body));
  if (paging) headers.Link = linkHeaders(envelope, paging);
  if (endsLikeFile(envelope.path) && (sent ?? large)) headers['Content-Disposition'] = 'inline;filename=f.txt';
  if (large) sendLarge(res, status, headers, large, envelope.head);
  else
    send(res, status, headers, sent, envelope.head, !paging && !(result instanceof Answer && result.options.headers));
  return { status, data: sent?.data };
}

/** Sends an answer without a body. */
export function sendNothing(
  res: ServerResponse,
  status: number,
  own: Readonly<Record<string, string>>,
  envelope: Envelope,
): void {
  send(res, status, { ...commonHeaders(envelope), ...own }, undefined, envelope.head);
}

/** Sends an error in Okta's form (facts: errors §1). */
export function sendError(res: ServerResponse, error: OktaError, envelope: Envelope, errorId: string): void {
  const headers = commonHeaders(envelope);
  Object.assign(headers, error.details.headers);
  if (error.details.form === 'none') return send(res, error.status, headers, undefined, envelope.head);
  const ours = error.details.headers === undefined;
  send(res, error.status, headers, payload(errorText(error, errorId)), envelope.head, ours);
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
