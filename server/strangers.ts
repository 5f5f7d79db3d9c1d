import type { Socket } from 'node:net';
import { OktaError } from '../contract/errors.js';
import type { Org } from './org.js';
import { type Envelope, rawError } from './render.js';
import type { LoggedRequest } from './request-log.js';

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
  readonly onRequest?: ((request: LoggedRequest) => void) | undefined;
}

/** Puts what is no request to the API among the requests that people look at, and on `--log`. */
export function noteStranger(org: Org, stranger: Stranger, { onRequest }: Pick<StrangerOptions, 'onRequest'>): void {
  const { method, url, why, status } = stranger;
  const logged = org.requests.begin({
    ...{ id: org.requestId(), at: org.clock.now(), begun: performance.now(), ms: 0 },
    ...{ method, url: url.slice(0, 2048), why: [why] },
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

const endWith = (org: Org, socket: Socket, refusal: OktaError): void =>
  void socket.end(rawError(refusal, bareEnvelope(org), org.errorId('oae')));

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
      if (error.rawPacket?.[0] === TLS_HANDSHAKE && socket.writable) {
        socket.destroy();
        const why = 'a client spoke TLS to this port, which speaks http: give it an http URL, or start with --https';
        return tell({ method: 'TLS', url: '-', why });
      }
      if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
      endWith(org, socket, new OktaError('E0000020', { status: statuses[error.code ?? ''] ?? 400 }));
    },
    plain(socket) {
      const why = 'a client spoke http to this port, which speaks https: give it an https URL';
      endWith(org, socket, new OktaError('E0000020', { status: 400, causes: ['This port speaks https, not http.'] }));
      tell({ method: 'HTTP', url: '-', why, status: 400 });
    },
  };
}
