import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { sendRows } from '../../server/large-list.js';
import type { Row } from '../../store/rows/common.js';
import { suiteOrg } from '../support/org.js';
import { createPerson } from '../support/people.js';

const org = suiteOrg({ shared: true });
const COUNT = 40;

beforeAll(async () => {
  const { id } = await createPerson(org, 0);
  const { id: _id, seq: _seq, ...user } = org.store.users.require(id);
  org.sandbox.org.store.transaction(() => {
    for (let n = 1; n < COUNT; n++) {
      const login = `robin.${n}@example.com`;
      const profile = { ...user.profile, login, email: login, title: `${n} é `.repeat(10_000) };
      org.store.users.insert({ ...user, profile });
    }
  });
});

const ask = (method: string, more = ''): string =>
  `${method} /api/v1/users?limit=200 HTTP/1.1\r\nHost: localhost\r\nAuthorization: SSWS ${org.sandbox.token}\r\n${more}\r\n`;

describe('a list of many megabytes', () => {
  test('arrives whole and in order, in pieces of no stated length', async () => {
    const { status, headers, body, text } = await org.get('/api/v1/users?limit=200');
    const logins = (body as { profile: { login: string } }[]).map(({ profile }) => profile.login);
    // The reference validator of a strict org wants to see it in one piece.
    const length =
      process.env.MOCKTA_STRICT === '1' ? [undefined, `${Buffer.byteLength(text)}`] : ['chunked', undefined];
    expect([status, headers['transfer-encoding'], headers['content-length']]).toEqual([200, ...length]);
    const robins = logins.filter((login) => login.startsWith('robin.'));
    expect(robins).toEqual(Array.from({ length: COUNT }, (_, n) => `robin.${n}@example.com`));
    expect(headers.link).toContain('rel="self"');
  });

  test('that nobody reads is not made, and no reset waits for it', async () => {
    const socket = connect(Number(new URL(org.url).port), '127.0.0.1');
    socket.on('error', () => {});
    socket.pause();
    socket.write(ask('GET').repeat(20));
    await once(socket, 'connect');
    while (org.sandbox.org.inFlight.size === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(org.sandbox.org.inFlight.size).toBe(1);
    socket.destroy();
    await org.sandbox.org.inFlight.idle();
    expect(org.sandbox.org.inFlight.size).toBe(0);
  });

  test('is as long as it is asked for by HEAD: without a body', async () => {
    const socket = connect(Number(new URL(org.url).port), '127.0.0.1');
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.write(ask('HEAD', 'Connection: close\r\n'));
    await once(socket, 'close');
    expect(Buffer.concat(chunks).toString()).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]*\r\n\r\n$/);
  });
});

/** What a client gets of an answer that is written by this. */
async function got(answer: (res: ServerResponse) => void): Promise<string> {
  const server = createServer((_, res) => answer(res)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const text = await fetch(`http://127.0.0.1:${port}`)
    .then((response) => response.text())
    .catch(() => 'broken off');
  server.close();
  return text;
}

const rows: readonly Row[] = Array.from({ length: 300 }, (_, n) => ({ id: `row${n}`, seq: n + 1 }));
/** Letters of one byte and of several, so that pieces of both kinds are there. */
const textOf = ({ id, seq }: Row): { text: string; length: number } => {
  const text = `"${id}${(seq % 100 === 0 ? 'é' : 'x').repeat(1000)}"`;
  return { text, length: Buffer.byteLength(text) };
};

test('rows are joined as JSON whatever the pieces', async () => {
  const failed = (error: unknown): void => {
    throw error;
  };
  const all = JSON.parse(await got((res) => sendRows(res, rows, { textOf, failed }))) as string[];
  expect(all).toEqual(rows.map((row) => JSON.parse(textOf(row).text)));
  expect(await got((res) => sendRows(res, [], { textOf, failed }))).toBe('[]');
});

test('a row that cannot be shown breaks the answer off, and is told', async () => {
  const faults: unknown[] = [];
  const broken: typeof textOf = (row) => {
    if (row.id === 'row200') throw new Error('no view');
    return textOf(row);
  };
  const text = await got((res) => sendRows(res, rows, { textOf: broken, failed: (error) => faults.push(error) }));
  expect([text, String(faults)]).toEqual(['broken off', 'Error: no view']);
});
