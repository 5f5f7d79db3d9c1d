import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { OktaError } from '../../contract/errors.js';
import type { Neighbour, NeighbourHandler } from '../../contract/neighbours.js';
import { raw } from '../../contract/reply.js';
import { neighbours } from '../../handlers/neighbours/index.js';
import { match } from '../../server/router.js';
import { type TestOrg, testOrg } from '../support/org.js';
import { sendRaw } from '../support/raw.js';

let org: TestOrg;
beforeAll(async () => {
  org = await testOrg();
});
afterAll(() => org.close());

const PATH = '/.well-known/okta-organization';
const bare = (line: string): ReturnType<typeof sendRaw> =>
  sendRaw(org.url, `${line} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`);

describe('paths beside the API', () => {
  test('tell anybody what kind of org it is', async () => {
    const answer = await bare(`GET ${PATH}`);
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/json',
      'x-okta-request-id': expect.stringMatching(/^[0-9a-f]{32}$/),
      'x-rate-limit-limit': expect.any(String),
    });
    expect(JSON.parse(answer.body)).toMatchObject({
      id: org.store.org.all()[0]?.id,
      pipeline: 'idx',
      _links: { organization: { href: 'http://127.0.0.1' } },
    });
  });

  test('tell a Classic org', async () => {
    const { store } = org.sandbox.org;
    const [row] = org.store.org.all();
    store.transaction(() => org.store.org.update(row?.id ?? '', { pipeline: 'v1' }));
    expect(JSON.parse((await bare(`GET ${PATH}`)).body)).toMatchObject({ pipeline: 'v1' });
    await org.reset();
  });

  test('answer HEAD, refuse other methods, and leave unknown paths unknown', async () => {
    const before = org.hash();
    expect(await bare(`HEAD ${PATH}/`)).toMatchObject({ status: 200, body: '' });
    expect(await bare(`OPTIONS ${PATH}`)).toMatchObject({ status: 204, headers: { allow: 'GET, HEAD, OPTIONS' } });
    const wrong = await bare(`PUT ${PATH}`);
    expect([wrong.status, JSON.parse(wrong.body).errorCode, wrong.headers.allow]).toEqual([
      405,
      'E0000022',
      'GET, HEAD, OPTIONS',
    ]);
    for (const path of [`${PATH}/x`, '/.well-known', '/.well-known/nothing', '/nothing']) {
      const none = await bare(`GET ${path}`);
      expect([none.status, JSON.parse(none.body).errorCode]).toEqual([404, 'E0000008']);
    }
    expect(org.hash()).toBe(before);
  });

  test('are none of the contract', () => {
    // One may add a method to a path of the contract.
    for (const { method, path } of neighbours) {
      expect(match(method, path.replaceAll(':', ''), '') ?? {}).not.toHaveProperty('route');
    }
  });
});

describe('a neighbour that takes a body', () => {
  /** What it was called with; it answers with that, and leaves a message in the outbox. */
  const handler: NeighbourHandler = ({ params, query, body }, ctx) => {
    const userId = ctx.store.users.all()[0]?.id ?? '';
    ctx.send({ kind: 'email', template: 'test', to: 'a@b.example', userId, content: {} });
    if (query.refuse === 'yes') throw new OktaError('E0000004');
    if (query.text === 'yes') return raw('é', { mediaType: 'text/plain;charset=utf-8' });
    return { params, query, body, caller: ctx.caller.userId };
  };
  const row = (path: string, token: Neighbour['token'], more: Partial<Neighbour> = {}): Neighbour => ({
    method: 'POST',
    path,
    token,
    handler: async () => handler,
    ...more,
  });
  const table = neighbours as Neighbour[];
  const before = [...table];
  beforeAll(() => {
    table.push(
      row('/beside/:id/form', 'optional', { consumes: ['application/x-www-form-urlencoded'], status: 201 }),
      row('/beside/:id', 'required'),
      row('/beside/gone', 'none', { method: 'DELETE', status: 204, handler: async () => () => undefined }),
    );
  });
  afterAll(() => {
    table.splice(0, table.length, ...before);
  });
  const me = (): string | undefined => org.store.tokens.all()[0]?.userId;
  const post = (path: string, type: string, body: string, more = '') =>
    sendRaw(
      org.url,
      `POST ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: ${type}\r\n${more}Content-Length: ${body.length}\r\n\r\n${body}`,
    );
  const FORM = 'application/x-www-form-urlencoded';

  test('gets its path, query, body and caller', async () => {
    const anonymous = await post('/beside/x%20y/form?q=1', FORM, 'a=b');
    expect([anonymous.status, JSON.parse(anonymous.body)]).toEqual([
      201,
      { params: { id: 'x y' }, query: { q: '1' }, body: { a: 'b' }, caller: '' },
    ]);
    const named = await org.post('/beside/x', { a: [1] });
    expect(named.body).toEqual({ params: { id: 'x' }, query: {}, body: { a: [1] }, caller: me() });
    expect((await org.post('/beside/x?text=yes', {})).text).toBe('é');
    expect((await org.delete('/beside/gone')).status).toBe(204);
  });

  test('refuses in the form of the API, and a refusal leaves nothing', async () => {
    const hash = org.hash();
    const codes = async (answer: Promise<{ status: number; body: string }>): Promise<unknown[]> => {
      const { status, body } = await answer;
      return [status, JSON.parse(body).errorCode];
    };
    expect(await codes(post('/beside/x', 'application/json', '{}'))).toEqual([403, 'E0000005']);
    expect(await codes(post('/beside/x/form', 'application/json', '{}'))).toEqual([400, 'E0000021']);
    expect(await codes(post('/beside/%zz/form', FORM, 'a=b'))).toEqual([400, 'E0000020']);
    const token = `Authorization: SSWS ${org.sandbox.token}\r\n`;
    const deep = '['.repeat(5000) + ']'.repeat(5000);
    expect(await codes(post('/beside/x', 'application/json', deep, token))).toEqual([400, 'E0000003']);
    expect(await codes(post('/beside/x', 'application/json', '{', token))).toEqual([400, 'E0000003']);
    expect(await codes(post('/beside/x?refuse=yes', 'application/json', '{}', token))).toEqual([401, 'E0000004']);
    expect(org.hash()).toBe(hash);
  });
});
