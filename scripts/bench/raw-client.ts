import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** Connections that are asked one request at a time each. */
const CONNECTIONS = 8;

const HEAD_END = '\r\n\r\n';

/** Where an answer ends in what came in so far; undefined where it is not there yet. @throws Error for no success */
function endOf(bytes: Buffer): number | undefined {
  const head = bytes.indexOf(HEAD_END);
  if (head < 0) return undefined;
  const text = bytes.toString('latin1', 0, head);
  const status = Number(text.slice(9, 12));
  if (status < 200 || status > 299)
    throw new Error(`an answer was no success: ${bytes.toString('utf8').slice(0, 400)}`);
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(text)?.[1] ?? 0);
  const end = head + HEAD_END.length + length;
  return bytes.length < end ? undefined : end;
}

/** One connection. @returns what sends requests over it, the next when the last was answered, until there is none left */
function runnerOf(socket: Socket): (next: () => Buffer | undefined) => Promise<void> {
  let came: Buffer[] = [];
  let answered: (() => void) | undefined;
  let failed: ((error: Error) => void) | undefined;
  socket.on('data', (chunk: Buffer) => {
    came.push(chunk);
    const bytes = came.length === 1 ? chunk : Buffer.concat(came);
    try {
      const end = endOf(bytes);
      if (end === undefined) return;
      came = bytes.length === end ? [] : [bytes.subarray(end)];
      answered?.();
    } catch (error) {
      failed?.(error as Error);
      socket.destroy();
    }
  });
  socket.on('error', (error) => failed?.(error));
  socket.on('close', () => failed?.(new Error('the server closed a connection')));
  return (next) =>
    new Promise((resolve, reject) => {
      failed = reject;
      answered = () => {
        const request = next();
        if (request) socket.write(request);
        else resolve();
      };
      answered();
    });
}

/** A client that does little more than write and count, and so leaves the processor to what is measured. */
export interface RawClient {
  /**
   * Sends all of these requests, which are HTTP as it goes over the wire, and waits for their answers.
   * @throws Error for an answer that is no success: what is measured must be real
   */
  sendAll(requests: readonly Buffer[]): Promise<void>;
  close(): void;
}

/** Connects to a server, and stays connected. */
export async function rawClient(url: string): Promise<RawClient> {
  const { hostname, port } = new URL(url);
  const sockets = Array.from({ length: CONNECTIONS }, () => connect(Number(port), hostname).setNoDelay());
  await Promise.all(sockets.map((socket) => once(socket, 'connect')));
  const runners = sockets.map(runnerOf);
  return {
    async sendAll(requests) {
      let sent = 0;
      await Promise.all(runners.map((run) => run(() => requests[sent++])));
    },
    close() {
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** One request as bytes. */
export function requestOf(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body?: string,
): Buffer {
  const all = {
    host: 'localhost',
    ...headers,
    ...(body === undefined
      ? {}
      : { 'content-type': 'application/json', 'content-length': `${Buffer.byteLength(body)}` }),
    ...(body === undefined && method !== 'GET' ? { 'content-length': '0' } : {}),
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body ?? ''}`);
}
