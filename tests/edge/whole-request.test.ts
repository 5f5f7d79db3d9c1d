import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { WholeRequest } from '../../server/whole-request.js';

let server: Server;
afterEach(async () => {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
});

/** Asks a server with this listener for all of these on one connection. @returns the bodies of its answers */
async function answers(listener: RequestListener, ...requests: string[]): Promise<string[]> {
  server = createServer({ IncomingMessage: WholeRequest }, listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  let text = '';
  socket.on('data', (bytes: Buffer) => {
    text += bytes.toString();
  });
  for (const [n, request] of requests.entries()) {
    socket.write(request);
    while (text.split('\r\n\r\n').length < n + 2 || !text.endsWith('.')) await once(socket, 'data');
  }
  socket.destroy();
  return text
    .split('\r\n\r\n')
    .slice(1)
    .map((part) => part.split('HTTP/1.1')[0] as string);
}

const GET = 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n';
const post = (body: string): string =>
  `POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${body.length}\r\n\r\n${body}`;

test('a request without a body has ended when it was answered, and is asked nothing of', async () => {
  const seen: boolean[] = [];
  const ended: Promise<unknown>[] = [];
  const found = await answers(
    (req, res) => {
      ended.push(once(res, 'close').then(() => seen.push(req.readableEnded, req.destroyed)));
      res.end('one.');
    },
    GET,
    GET,
  );
  await Promise.all(ended);
  expect(found).toEqual(['one.', 'one.']);
  // Node's own would be on its way to its end now, and destroyed behind it.
  expect(seen).toEqual([true, false, true, false]);
});

test('a body that nobody reads is passed over', async () => {
  expect(await answers((_, res) => res.end('two.'), post('x'.repeat(200_000)), GET, post('y'))).toEqual([
    'two.',
    'two.',
    'two.',
  ]);
});

test('who listens is told, of a body and of none', async () => {
  const echo: RequestListener = async (req, res) => {
    let body = '';
    req.on('data', (bytes: Buffer) => {
      body += bytes.toString();
    });
    await once(req, 'end');
    res.end(`[${body}].`);
  };
  expect(await answers(echo, GET, post('{"a":1}'))).toEqual(['[].', '[{"a":1}].']);
});

test('and who listens for the end alone is told of it, behind the answer', async () => {
  const told: Promise<unknown>[] = [];
  const found = await answers((req, res) => {
    told.push(once(req, 'close'));
    res.end('three.');
  }, GET);
  expect([found, (await Promise.all(told)).length]).toEqual([['three.'], 1]);
});
