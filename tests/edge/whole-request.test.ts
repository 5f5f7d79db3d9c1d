import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { directServer } from '../../server/direct.js';
import { type OpenSandbox, openSandbox } from '../../server/open-sandbox.js';

const warnings: string[] = [];
let sandbox: OpenSandbox;
let socket: Socket;
let came = '';

beforeAll(async () => {
  sandbox = await openSandbox({ warn: (message) => warnings.push(message) });
  const { port } = await sandbox.listen(directServer(sandbox), 0);
  socket = connect(port, '127.0.0.1');
  socket.on('data', (chunk: Buffer) => {
    came += chunk.toString('latin1');
  });
});
beforeEach(() => {
  came = '';
});
afterAll(async () => {
  socket.destroy();
  await sandbox.close();
  expect(warnings).toEqual([]);
});

const body = (name: string): string => JSON.stringify({ profile: { name, description: 'x'.repeat(300) } });

const head = (line: string, length: number, more = ''): string =>
  `${line} HTTP/1.1\r\nHost: localhost\r\nAuthorization: SSWS ${sandbox.token}\r\n` +
  `Content-Type: application/json\r\nContent-Length: ${length}\r\n${more}\r\n`;

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Waits for something to be so. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await turn();
}

const statuses = (): string[] => [...came.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status ?? '');
const groups = (): number => sandbox.store.groups.count();
const open = (): number => sandbox.org.inFlight.size;

describe('on the way past the streams of Node', () => {
  test('a body is read that comes in pieces', async () => {
    const [text, before] = [body('Pieces'), groups()];
    socket.write(head('POST /api/v1/groups', text.length) + text.slice(0, 40));
    await until(() => open() === 1);
    for (const piece of [text.slice(40, 41), text.slice(41, 200), text.slice(200)]) {
      expect([groups(), statuses()]).toEqual([before, []]);
      socket.write(piece);
      await turn();
    }
    await until(() => statuses().length === 1);
    expect([statuses(), groups()]).toEqual([['200'], before + 1]);
    expect(came).toContain('"name":"Pieces"');
  });

  test('bodies that nobody reads do not come into the way of the next request', async () => {
    const text = body('Unread');
    socket.write(`${head('GET /api/v1/users/me', text.length)}${text}`);
    await until(() => statuses().length === 1);
    socket.write(head('DELETE /api/v1/groups/none', text.length) + text.slice(0, 10));
    await until(() => statuses().length === 2);
    socket.write(text.slice(10) + head('GET /api/v1/users/me', 0));
    await until(() => statuses().length === 3);
    expect(statuses()).toEqual(['200', '404', '200']);
  });

  test('a body is refused before it came, and what comes of it is let go', async () => {
    const text = body('Late');
    socket.write(head('POST /api/v1/groups', text.length, 'Accept: text/none\r\n') + text.slice(0, 10));
    await until(() => statuses().length === 1);
    socket.write(text.slice(10) + head('GET /api/v1/users/me', 0));
    await until(() => statuses().length === 2);
    expect(statuses()).toEqual(['400', '200']);
    expect(came).toContain('E0000019');
  });

  test('requests that were sent behind each other, and wait with their bodies, are read, too', async () => {
    const all = ['One', 'Two', 'Three'].map(body);
    socket.write(all.map((text) => head('POST /api/v1/groups', text.length) + text).join(''));
    await until(() => statuses().length === 3);
    expect(statuses()).toEqual(['200', '200', '200']);
    expect([...came.matchAll(/"profile":{"name":"(\w+)"/g)].map(([, name]) => name)).toEqual(['One', 'Two', 'Three']);
  });

  test('who leaves in the middle of a body changes nothing, and is forgotten', async () => {
    const [text, before] = [body('Half'), sandbox.org.store.hash()];
    const other = connect(socket.remotePort as number, '127.0.0.1');
    other.write(head('POST /api/v1/groups', text.length) + text.slice(0, 40));
    await until(() => open() === 1);
    other.destroy();
    await until(() => open() === 0);
    expect([sandbox.org.store.hash(), sandbox.org.requests.newest()[0]?.bodyLost]).toEqual([before, true]);
  });

  test('a connection ends when it is asked to', async () => {
    const text = body('Last');
    socket.write(head('POST /api/v1/groups', text.length, 'Connection: close\r\n') + text);
    await once(socket, 'close');
    expect(statuses()).toEqual(['200']);
  });
});
