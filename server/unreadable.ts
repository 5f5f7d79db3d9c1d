import type { Socket } from 'node:net';
import { OktaError } from '../contract/errors.js';
import type { Org } from './org.js';
import { rawError } from './render.js';

/** Statuses of what Node's parser refuses, by its code; all else is 400. */
const statuses: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** How long a client may take to read a refusal and to leave, in milliseconds. */
const LEAVE_MS = 1000;

/** Connections that are refused already: what else comes in on them is not looked at. */
const refused = new WeakSet<Socket>();

/**
 * Answers what is no request that can be read, or comes too late, in Okta's form: after the answers to what was asked
 * before on the same connection. Then the connection is closed, whether the client closes its half or not.
 */
export function refuseUnreadable(org: Org, error: NodeJS.ErrnoException, socket: Socket): void {
  if (refused.has(socket)) return;
  refused.add(socket);
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  org.inFlight.afterAnswers(socket, () => {
    if (socket.writable) socket.end(refusalOf(org, error));
    setTimeout(() => socket.destroy(), LEAVE_MS).unref();
  });
}

function refusalOf(org: Org, error: NodeJS.ErrnoException): string {
  const refusal = new OktaError('E0000020', { status: statuses[error.code ?? ''] ?? 400 });
  const envelope = {
    requestId: org.requestId(),
    limit: org.limits.take('other'),
    now: org.clock.now(),
    base: '',
    path: '',
    search: '',
    reads: false,
    head: false,
  };
  return rawError(refusal, envelope, org.errorId('oae'));
}
