import { OktaError } from '../contract/errors.js';
import { hasBody, leaveBody, readBody } from './bodies/read.js';
import { type Exchange, envelopeOf } from './exchange.js';
import { sendNothing } from './render.js';
import { isKept } from './request-log.js';
import { guarded } from './respond.js';

/**
 * Reads the body by its media type, then goes on; undefined where there is none.
 * @throws OktaError 411 for a request that does not say whether it has one
 */
export function receiveBody(
  exchange: Exchange,
  consumes: readonly string[] | undefined,
  step: (body: unknown) => void,
): void {
  const { headers } = exchange.req;
  if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) {
    throw new OktaError('E0000020', { status: 411, form: 'none' });
  }
  if (!hasBody(exchange.req)) {
    // Nothing is waited for, nor kept.
    leaveBody(exchange.req);
    return step(undefined);
  }
  readBody(exchange.req, exchange.res, consumes, (error, body) => {
    noteBody(exchange, body);
    guarded(exchange, () => {
      if (error) throw error;
      step(body);
    });
  });
}

/** Keeps the body where it is to be looked at, or that there was one. */
function noteBody({ logged, req: { headers } }: Exchange, body: unknown): void {
  if (!logged) return;
  const isSent = headers['transfer-encoding'] !== undefined || Number(headers['content-length']) > 0;
  if (body !== undefined && isKept(headers)) logged.body = body;
  else if (isSent) logged.bodyLost = true;
}

/** A known path with another method: OPTIONS tells the methods, all else is 405 E0000022. */
export function otherMethod(exchange: Exchange, methods: readonly string[]): void {
  const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  if (exchange.req.method !== 'OPTIONS') throw new OktaError('E0000022', { headers: { Allow: allow } });
  sendNothing(exchange.res, 204, { Allow: allow }, envelopeOf(exchange));
}
