import type { Socket } from 'node:net';
import { OktaError } from '../contract/errors.js';
import type { OptionWords } from '../store/option-words.js';
import type { Org } from './org.js';
import { type Envelope, rawError } from './render.js';
import { type LoggedRequest, URL_KEPT } from './request-log.js';

/** Statuses of what Node's parser refuses, by its code; all else is 400. */
const statuses: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** The first byte of a TLS connection: a handshake record. */
export const TLS_HANDSHAKE = 0x16;

/** What the parser tells of what it could not read. */
type ParserError = NodeJS.ErrnoException & { readonly rawPacket?: Buffer };

/** Something that came in and is no request to the API, as the log tells it. */
export interface Stranger {
  readonly method: string;
  readonly url: string;
  readonly why: string;
  readonly status?: number;
}

/** Where a sandbox tells of strangers. */
export interface StrangerOptions {
  warn(message: string): void;
  /** How messages name options. */
  readonly option: OptionWords;
  readonly onRequest?: ((request: LoggedRequest) => void) | undefined;
}

/** Puts what is no request to the API among the requests that people look at, and on `--log`. */
export function noteStranger(org: Org, stranger: Stranger, { onRequest }: Pick<StrangerOptions, 'onRequest'>): void {
  const { method, url, why, status } = stranger;
  const logged = org.requests.begin({
    ...{ id: org.requestId(), at: org.clock.now(), begun: performance.now(), ms: 0 },
    ...{ method, url: url.slice(0, URL_KEPT), why: [why] },
    ...(status === undefined ? {} : { status }),
  });
  onRequest?.(logged);
}

/** What an answer carries that belongs to no request. */
const bareEnvelope = (org: Org): Envelope => ({
  requestId: org.requestId(),
  limit: org.limits.take('other'),
  now: org.clock.now(),
  base: '',
  path: '',
  search: '',
  reads: false,
  head: false,
});

const refusalText = (org: Org, refusal: OktaError): string => rawError(refusal, bareEnvelope(org), org.errorId('oae'));

/** How long a client may take to read a refusal and to leave, in milliseconds. */
const LEAVE_MS = 1000;

/** Connections that are refused already: what else comes in on them is not looked at. */
const refused = new WeakSet<Socket>();

/**
 * Answers what is no request that can be read, or comes too late, in Okta's form: after the answers to what was asked
 * before on the same connection. Then the connection is closed, whether the client closes its half or not.
 */
function refuseUnreadable(org: Org, error: ParserError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const refusal = new OktaError('E0000020', { status: statuses[error.code ?? ''] ?? 400 });
  org.inFlight.afterAnswers(socket, () => {
    if (socket.writable) socket.end(refusalText(org, refusal));
    setTimeout(() => socket.destroy(), LEAVE_MS).unref();
  });
}

/** What answers connections that bring no request that can be read. */
export interface Strangers {
  /** Answers what the parser refused, in Okta's form, and ends the connection. */
  unreadable(error: NodeJS.ErrnoException, socket: Socket): void;
  /** Answers plain HTTP that was spoken to the https port: 400. */
  plain(socket: Socket): void;
}

/** The terminal is told of each kind once, since clients try again and again; the log is told each time. */
export function strangers(org: Org, options: StrangerOptions): Strangers {
  const told = new Set<string>();
  const tell = (stranger: Stranger): void => {
    noteStranger(org, stranger, options);
    if (!told.has(stranger.method)) options.warn(stranger.why);
    told.add(stranger.method);
  };
  return {
    unreadable(error: ParserError, socket) {
      if (refused.has(socket)) return;
      refused.add(socket);
      if (error.rawPacket?.[0] === TLS_HANDSHAKE && socket.writable) {
        socket.destroy();
        const or = `give it an http URL, or start with ${options.option('https')}`;
        const why = `a client spoke TLS to this port, which speaks http: ${or}`;
        return tell({ method: 'TLS', url: '-', why });
      }
      refuseUnreadable(org, error, socket);
    },
    plain(socket) {
      const why = 'a client spoke http to this port, which speaks https: give it an https URL';
      const refusal = new OktaError('E0000020', { status: 400, causes: ['This port speaks https, not http.'] });
      socket.end(refusalText(org, refusal));
      tell({ method: 'HTTP', url: '-', why, status: 400 });
    },
  };
}
