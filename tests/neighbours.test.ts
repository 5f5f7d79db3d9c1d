import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { neighbours } from '../handlers/neighbours/index.js';
import { match } from '../server/router.js';
import { type TestOrg, testOrg } from './support/org.js';
import { sendRaw } from './support/raw.js';

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
    for (const path of [`${PATH}/x`, '/.well-known', '/.well-known/nothing', '/']) {
      const none = await bare(`GET ${path}`);
      expect([none.status, JSON.parse(none.body).errorCode]).toEqual([404, 'E0000008']);
    }
    expect(org.hash()).toBe(before);
  });

  test('are none of the contract', () => {
    for (const { method, path } of neighbours) expect(match(method, path.replaceAll(':', ''), '')).toBeUndefined();
  });
});
