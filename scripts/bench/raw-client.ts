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

/** Sends requests over one connection, the next when the last was answered, until there is none left. */
function run(socket: Socket, next: () => Buffer | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    let came: Buffer[] = [];
    const send = (): void => {
      const request = next();
      if (request) socket.write(request);
      else {
        socket.end();
        resolve();
      }
    };
    socket.on('data', (chunk: Buffer) => {
      came.push(chunk);
      const bytes = came.length === 1 ? chunk : Buffer.concat(came);
      try {
        const end = endOf(bytes);
        if (end === undefined) return;
        came = bytes.length === end ? [] : [bytes.subarray(end)];
        send();
      } catch (error) {
        reject(error as Error);
        socket.destroy();
      }
    });
    socket.once('error', reject);
    socket.once('connect', send);
  });
}

/**
 * Sends all of these requests, which are HTTP as it goes over the wire, and waits for their answers. A client that does
 * little more than write and count leaves the processor to what is measured.
 * @throws Error for an answer that is no success: what is measured must be real
 */
export async function sendAll(url: string, requests: readonly Buffer[]): Promise<void> {
  const { hostname, port } = new URL(url);
  let sent = 0;
  const next = (): Buffer | undefined => requests[sent++];
  const sockets = Array.from({ length: CONNECTIONS }, () => connect(Number(port), hostname).setNoDelay());
  try {
    await Promise.all(sockets.map((socket) => run(socket, next)));
  } finally {
    for (const socket of sockets) socket.destroy();
  }
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
