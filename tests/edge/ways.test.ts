import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Route } from '../../contract/routes.js';
import { routes } from '../../generated/routes.js';
import { appOf, serverFor } from '../../server/app.js';
import { directServer } from '../../server/direct.js';
import { type OpenSandbox, openSandbox } from '../../server/open-sandbox.js';
import { forgetComparison } from '../../server/whole-response.js';

/** A sandbox and where it listens. */
interface Way {
  readonly sandbox: OpenSandbox;
  readonly port: number;
}

const TOKEN = '00mockta-default-token-for-local-use-only0';
let direct: Way;
let express: Way;
let asked = 0;

/** Of one seed and one frozen moment: ids, dates and secrets are the same too, but for keys. */
const options = { idSeed: 'ways', frozenAt: Date.UTC(2026, 0, 15, 9, 30), warn: () => {} };

beforeAll(async () => {
  forgetComparison();
  const [one, other] = [await openSandbox(options), await openSandbox(options)];
  direct = { sandbox: one, port: (await one.listen(directServer(one), 0)).port };
  express = { sandbox: other, port: (await other.listen((make) => serverFor(appOf(other), make), 0)).port };
});
afterAll(() => Promise.all([direct.sandbox.close(), express.sandbox.close()]));

/** Sends bytes and reads what comes until the server closes. */
function talk({ port }: Way, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.once('error', reject);
    socket.once('close', () => resolve(Buffer.concat(chunks).toString('latin1')));
  });
}

/** Keys are made at random, and what they sign and are named by is; ports differ in a Host alone, which is given. */
const plain = (text: string): string => text.replace(/[\w+/=-]{43,}/g, (long) => (long === TOKEN ? long : '#'));

/** Has both ways answer the same bytes. @returns the answers */
async function same(bytes: string, count: number): Promise<string> {
  asked += count;
  const [one, other] = await Promise.all([talk(direct, bytes), talk(express, bytes)]);
  expect(plain(one)).toBe(plain(other));
  return one;
}

/** Puts both back to their seed. */
const again = (): Promise<unknown> => Promise.all([direct.sandbox.reset(), express.sandbox.reset()]);

/** One request as text. */
function request(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body = '',
  version = '1.1',
): string {
  const all = { Host: 'localhost', Authorization: `SSWS ${TOKEN}`, ...headers };
  const sized =
    body === '' && method !== 'POST' && method !== 'PUT' ? all : { ...all, 'Content-Length': `${body.length}` };
  const lines = Object.entries(sized).filter(([, value]) => value !== '');
  return `${method} ${path} HTTP/${version}\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`;
}

const CLOSE = { Connection: 'close' };
const JSON_TYPE = { 'Content-Type': 'application/json' };

/** A path with something that is there in place of the first parameter, where the seed has it. */
function pathOf({ path }: Route): string {
  const { store } = direct.sandbox;
  const there: Record<string, string | undefined> = {
    userId: 'me',
    groupId: store.groups.all()[0]?.id,
    appId: store.apps.all()[0]?.id,
    policyId: store.policies.all()[0]?.id,
  };
  return path.replace(/:(\w+)/g, (_, name: string) => there[name] ?? 'absent');
}

/** What is asked of an operation on one connection, each request before the one before it is answered. */
function pipelined(route: Route): string[] {
  const [method, path] = [route.method.toUpperCase(), pathOf(route)];
  const common = [
    request(method, path, { Authorization: '' }),
    request(method, path, { Accept: 'image/webp' }),
    request('OPTIONS', path, { Origin: 'https://pages.example' }),
  ];
  if (method === 'GET') return [request('GET', path), request('HEAD', path), ...common, request('GET', path, CLOSE)];
  return [
    ...common,
    request(method, path, JSON_TYPE, '{"broken'),
    request(method, path, { 'Content-Type': 'text/csv' }, 'a,b'),
    request(method, path, { ...JSON_TYPE, ...CLOSE }, method === 'DELETE' ? '' : '{"profile":{"name":"Made"}}'),
  ];
}

describe('the direct way and the Express app answer the same bytes', () => {
  test.each((routes as readonly Route[]).map((route) => [route.operationId, route] as const))(
    '%s',
    async (_, route) => {
      const many = pipelined(route);
      const answers = await same(many.join(''), many.length);
      expect(answers.match(/HTTP\/1\.1 \d{3} /g)?.length).toBe(many.length);
      const [method, path] = [route.method.toUpperCase(), pathOf(route)];
      const body = method === 'GET' || method === 'DELETE' ? '' : '{}';
      await same(request(method, path, body === '' ? {} : JSON_TYPE, body, '1.0'), 1);
      await again();
    },
  );

  test('to what is no request, no path and no host of theirs', async () => {
    const odd = [
      'nonsense\r\n\r\n',
      request('GET', '/api/v1/users/%zz', CLOSE),
      request('GET', '//api//v1/users/me/', CLOSE),
      request('GET', 'http://localhost/api/v1/users/me', CLOSE),
      request('GET', '/nowhere', CLOSE),
      request('PATCH', '/api/v1/users/me', CLOSE),
      request('OPTIONS', '*', CLOSE),
      request('GET', '/api/v1/users/me', { ...CLOSE, Host: 'elsewhere.example' }),
      request('POST', '/api/v1/users', { ...CLOSE, ...JSON_TYPE, 'Content-Length': '' }),
      request('GET', '/.well-known/okta-organization', CLOSE),
      request('GET', '/_sandbox/nothing', CLOSE),
    ];
    for (const one of odd) await same(one, 1);
  });

  test('in two thousand requests', () => {
    expect(asked).toBeGreaterThan(2000);
  });

  test('and the direct way sends plain answers whole', () => {
    expect(forgetComparison()).toBe(true);
  });
});
