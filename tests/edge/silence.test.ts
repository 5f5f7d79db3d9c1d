import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { cutOffSilent } from '../../server/silence.js';

/** More than the system takes for a client that does not read. */
const LARGE = Buffer.alloc(32 * 1_048_576, 'a');

const CLOSING = 'GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n';

let server: Server;
let served: Promise<unknown>;
beforeEach(async () => {
  server = createServer((_, res) => res.end(LARGE));
  cutOffSilent(server, 10, 20);
  served = once(server, 'connection');
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(async () => {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
});

const client = (): Socket => connect((server.address() as AddressInfo).port, '127.0.0.1');

test('a client that does not read its answer is cut off; one that says nothing between two requests is not', async () => {
  const [idle, socket] = [client(), client().pause()];
  await served;
  socket.on('error', () => undefined).write(CLOSING);
  const [{ socket: there }] = (await once(server, 'request')) as [IncomingMessage];
  await once(there, 'close');
  expect(socket.bytesRead).toBeLessThan(LARGE.length);
  const count = await new Promise((resolve) => server.getConnections((_, open) => resolve(open)));
  expect(count).toBe(1);
  for (const one of [idle, socket]) one.destroy();
});

test('one that reads gets all of it', async () => {
  const socket = client();
  let length = 0;
  socket.on('data', (bytes: Buffer) => {
    length += bytes.length;
  });
  socket.write(CLOSING);
  await once(socket, 'close');
  expect(length).toBeGreaterThan(LARGE.length);
});
