import { connect, type Socket } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';
import { PASSWORD, profile } from '../support/people.js';

const warnings: string[] = [];
const org = suiteOrg({ warn: (message) => warnings.push(message) });

const request = (line: string, body = '', length = Buffer.byteLength(body)): string =>
  `${line} HTTP/1.1\r\nHost: localhost\r\nAuthorization: SSWS ${org.sandbox.token}\r\n` +
  `${body === '' ? '' : `Content-Type: application/json\r\nContent-Length: ${length}\r\n`}\r\n${body}`;
const person = (n: number): string =>
  request(
    'POST /api/v1/users',
    JSON.stringify({ profile: profile(n), credentials: { password: { value: PASSWORD } } }),
  );

/** A connection that keeps its own half open whatever the server does, and what came in on it. */
async function open(): Promise<{ socket: Socket; closed: Promise<string> }> {
  const socket = connect({ port: Number(new URL(org.url).port), host: '127.0.0.1', allowHalfOpen: true });
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.on('error', () => {});
  // A server that has closed for good answers what is written with a reset.
  socket.on('end', () => {
    const knock = (): void => {
      if (socket.destroyed) return;
      socket.write('x');
      setImmediate(knock);
    };
    knock();
  });
  const closed = new Promise<string>((resolve) => {
    socket.once('close', () => resolve(Buffer.concat(chunks).toString()));
  });
  await new Promise((resolve) => socket.once('connect', resolve));
  return { socket, closed };
}

const statuses = (text: string): string[] => [...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status ?? '');

describe('requests that are sent behind each other', () => {
  test('are answered in order, each when the one before is', async () => {
    const { socket, closed } = await open();
    const login = String(profile(1).login);
    socket.write(`${person(1)}${request(`GET /api/v1/users/${login}`)}${request('GET /nowhere')}`);
    // The last asks for the end.
    socket.write(request('GET /api/v1/users?limit=1').replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n'));
    expect(statuses(await closed)).toEqual(['200', '200', '404', '200']);
  });

  test('before what cannot be read are answered before it, and the connection is closed for good', async () => {
    const { socket, closed } = await open();
    socket.write(`${person(1)}garbage\r\n\r\n`);
    const text = await closed;
    expect(statuses(text)).toEqual(['200', '400']);
    expect(text).toContain('robin.1@example.com');
    expect(text).toContain('E0000020');
    expect((await org.get(`/api/v1/users/${profile(1).login}`)).status).toBe(200);
  });

  test('with a body that turns into garbage count as one that cannot be read', async () => {
    const { socket, closed } = await open();
    const chunked = request('POST /api/v1/groups').replace('\r\n\r\n', '\r\nTransfer-Encoding: chunked\r\n\r\n');
    socket.write(`${person(1)}${chunked}2\r\n{"\r\nno length\r\n`);
    expect(statuses(await closed)).toEqual(['200', '400']);
    expect(org.store.groups.all().every(({ type }) => type === 'BUILT_IN')).toBe(true);
  });

  test('are not begun where the client left before it was their turn, and no reset waits for them', async () => {
    const { socket, closed } = await open();
    socket.write(`${request('POST /api/v1/groups', '{"profile"', 99)}`);
    await new Promise((resolve) => setImmediate(resolve));
    socket.destroy();
    await closed;
    const many = await open();
    many.socket.write(person(1) + person(2).repeat(100));
    await new Promise((resolve) => setImmediate(resolve));
    many.socket.destroy();
    await many.closed;
    await org.sandbox.org.inFlight.idle();
    expect(org.store.users.by('login', String(profile(2).login))).toBeUndefined();
    await org.reset();
    expect([org.sandbox.org.inFlight.size, warnings]).toEqual([0, []]);
  });
});

test('many requests in one packet are all answered, however many wait', async () => {
  const { socket, closed } = await open();
  const last = request('GET /api/v1/org').replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n');
  socket.write(person(1) + request('GET /api/v1/users?limit=1').repeat(300) + last);
  const found = statuses(await closed);
  expect([found.length, new Set(found)]).toEqual([302, new Set(['200'])]);
});
