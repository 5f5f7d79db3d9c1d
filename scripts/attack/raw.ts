import { connect, type Socket } from 'node:net';
import type { Target } from './target.js';

/** The bytes of a request; a body is JSON, and may be said to be longer than it is. */
export function bytesOf(target: Target, line: string, body = '', length = Buffer.byteLength(body)): string {
  const head = Object.entries({ host: 'localhost', ...target.headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  const says = line.startsWith('GET') ? '' : `content-length: ${length}\r\n`;
  return `${line} HTTP/1.1\r\n${head.join('')}${says}\r\n${body}`;
}

/** A connection, or undefined where none could be made: there are only so many. What happens to it later is no error. */
export function knock({ port }: Target): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    socket.on('error', () => resolve(undefined));
    socket.once('connect', () => resolve(socket));
  });
}

/** Waits so many milliseconds, or less where the attack ends. */
export const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end);
    if (signal?.aborted) end();
  });
