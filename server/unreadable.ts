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

/** Answers what is no request that can be read, in Okta's form, and ends the connection. */
export function refuseUnreadable(org: Org, error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
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
  socket.end(rawError(refusal, envelope, org.errorId('oae')));
}
