import type { IncomingMessage } from 'node:http';
import { OktaError } from '../../contract/errors.js';

/** Takes a body that was read, or why it was not. */
export type Then = (error: unknown, body?: unknown) => void;

/** 413 E0000003 for a body over the limit (inferred: no such answer was recorded). */
export const tooLarge = (limit: number): OktaError =>
  new OktaError('E0000003', { status: 413, causes: [`The request body exceeds ${limit} bytes.`] });

/** What a body is refused with that somebody else has read: it comes but once. */
export const readBefore = (): OktaError =>
  new OktaError('E0000003', {
    causes: ['The body was read before the sandbox could: let the sandbox come before what reads bodies.'],
  });

/** Where the chunks of a body go. `done` is told once: with an error, or without one at the end of the body. */
export interface Sink {
  take(chunk: Buffer): void;
  done(error?: unknown): void;
}

/**
 * Hands a body on chunk by chunk, and stops at the limit: what comes after is never held, and Node lets it run out when
 * the answer was sent.
 * Errors: 413 E0000003 over the limit, 400 E0000021 for a compressed body.
 */
export function pour(req: IncomingMessage, limit: number, sink: Sink): void {
  if (req.readableDidRead) return sink.done(readBefore());
  const encoding = req.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') return sink.done(new OktaError('E0000021'));
  if (Number(req.headers['content-length']) > limit) return sink.done(tooLarge(limit));
  let size = 0;
  const finish = (error?: unknown): void => {
    req.off('data', take).off('end', finish).off('error', finish);
    // A connection that breaks off later is nobody's fault any more.
    req.on('error', () => {});
    sink.done(error);
  };
  const take = (chunk: Buffer): void => {
    size += chunk.length;
    if (size > limit) finish(tooLarge(limit));
    else sink.take(chunk);
  };
  req.on('data', take).on('end', finish).on('error', finish);
}

/** Reads a whole body of at most `limit` bytes. Errors as `pour`. */
export function readBytes(req: IncomingMessage, limit: number, then: (error: unknown, bytes?: Buffer) => void): void {
  const chunks: Buffer[] = [];
  pour(req, limit, {
    take: (chunk) => chunks.push(chunk),
    done: (error) => (error === undefined ? then(undefined, Buffer.concat(chunks)) : then(error)),
  });
}
