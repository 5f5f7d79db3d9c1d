import type { ServerResponse } from 'node:http';
import { commonHeaders, commonLines, type Headers, type HeadFacts } from './heads.js';
import { inTurn } from './large-list.js';
import type { LinkLines } from './link-lines.js';
import type { Pieces } from './rendering.js';
import { WholeResponse } from './whole-response.js';

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

/** What stands in a head. */
export interface Head {
  readonly status: number;
  readonly facts: HeadFacts;
  /** What an operation gave: Node looks at what comes from outside. */
  readonly given?: Headers | undefined;
  readonly etag?: string | undefined;
  readonly links?: LinkLines | undefined;
  /** Keep browsers from taking the answer for a file of the kind that its path ends like (facts: conventions §4). */
  readonly isInline?: boolean;
  /** Whether the head alone is asked for. */
  readonly alone: boolean;
}

const INLINE = 'inline;filename=f.txt';

/** What comes behind the headers that every answer has. */
export function ownHeaders({ given, etag, links, isInline }: Head): Headers {
  const own: Headers = { ...given };
  if (etag !== undefined) own.ETag = etag;
  if (links) own.Link = links.values;
  if (isInline) own['Content-Disposition'] = INLINE;
  return own;
}

/** All headers of an answer, the body's own among them. */
function headersOf(head: Head, body: Payload | undefined): Headers {
  const { status } = head;
  const headers = Object.assign(commonHeaders(head.facts), ownHeaders(head));
  if (body) {
    headers['Content-Type'] ??= 'application/json';
    headers['Content-Length'] = body.length;
  } else if (status !== 204) headers['Content-Length'] = 0;
  return headers;
}

/** The same as text; undefined where it is for Node to make. */
function textOf({ status, facts, given, etag, links, isInline }: Head, body: Payload | undefined): string | undefined {
  if (given || (links && links.lines === undefined)) return undefined;
  let text = commonLines(facts);
  if (etag !== undefined) text += `ETag: ${etag}\r\n`;
  if (links) text += links.lines;
  if (isInline) text += `Content-Disposition: ${INLINE}\r\n`;
  if (body) return `${text}Content-Type: application/json\r\nContent-Length: ${body.length}\r\n`;
  return status === 204 ? text : `${text}Content-Length: 0\r\n`;
}

/** Whether text is ASCII alone: the same bytes as Latin-1, which need no search for characters that take more. */
const isAscii = (text: string, { length }: Payload): boolean => text.length === length;

/** Sends an answer whole, where it is so plain. @returns whether it did */
function sendWhole(res: WholeResponse, head: Head, body: Payload | undefined): boolean {
  const data = body?.data;
  if (typeof data === 'string' ? !isAscii(data, body as Payload) : data !== undefined && !Buffer.isBuffer(data)) {
    return false;
  }
  const text = textOf(head, body);
  return text !== undefined && res.endWhole(head.status, text, () => headersOf(head, body), data as string | Buffer);
}

/** Sends an answer: its head, and its body where it has one. */
export function send(res: ServerResponse, head: Head, body: Payload | undefined): void {
  if (!head.alone && res instanceof WholeResponse && sendWhole(res, head, body)) return;
  res.writeHead(head.status, headersOf(head, body) as Record<string, string | number | string[]>);
  if (head.alone || body === undefined) res.end();
  else if (typeof body.data === 'string') res.end(body.data, isAscii(body.data, body) ? 'latin1' : 'utf8');
  else if (Buffer.isBuffer(body.data)) res.end(body.data);
  else sendPieces(res, body.data as readonly Buffer[]);
}

/** A piece in each turn of the event loop, as fast as the client reads: all of them at once would hold everybody up. */
function sendPieces(res: ServerResponse, pieces: readonly Buffer[]): void {
  let next = 0;
  const goOn = (): void => {
    if (res.destroyed) return;
    const isDrained = res.write(pieces[next]);
    next += 1;
    if (next === pieces.length) res.end();
    else if (isDrained) inTurn(goOn);
    // What the system takes at once is drained at once, in the same turn of the loop.
    else res.once('drain', () => inTurn(goOn));
  };
  goOn();
}
