import { describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { routes } from '../../generated/routes.js';
import { suiteOrg } from '../support/org.js';

const org = suiteOrg();
const page = (path: string) => request(org.sandbox.app).get(path);

describe('the root', () => {
  test('is a few lines for a terminal, with the token for who may use the control routes', async () => {
    const { status, headers, text } = await page('/').set('Accept', '*/*');
    expect([status, headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8']);
    expect(text).toContain(`${routes.length} operations`);
    expect(text).toContain(org.sandbox.token);
    expect(text.split('\n').length).toBeLessThan(12);
  });

  test('is JSON for who asks for it', async () => {
    const { body } = await page('/').set('Accept', 'application/json');
    expect(body).toMatchObject({ name: 'mockta', operations: 341, token: org.sandbox.token, seed: 'default' });
  });

  test('tells a page of another origin neither token nor org', async () => {
    for (const accept of ['*/*', 'application/json']) {
      const { status, text } = await page('/').set('Accept', accept).set('Origin', 'https://elsewhere.example');
      expect(status).toBe(200);
      expect(text).not.toContain(org.sandbox.token);
      expect(text).not.toContain('seed');
    }
  });

  test('does not answer to a host that nobody gave it', async () => {
    const { status, body } = await page('/').set('Host', 'rebound.example');
    expect([status, body.errorCode]).toEqual([403, 'E0000006']);
  });

  test('is none of the API: other methods lead nowhere, and it takes no token to read', async () => {
    expect((await org.post('/', {})).status).toBe(404);
    expect((await page('/?a=b')).status).toBe(200);
  });
});

describe('what the pages read', () => {
  test('is refused to other origins, and to other hosts', async () => {
    for (const path of ['/_sandbox/facts', '/_sandbox/requests', '/_sandbox/explorer', '/_sandbox/console/theme.js']) {
      expect((await page(path).set('Origin', 'https://elsewhere.example')).status).toBe(403);
      expect((await page(path).set('Host', 'rebound.example')).status).toBe(403);
      expect((await page(path).set('Sec-Fetch-Site', 'cross-site')).status).toBe(403);
    }
  });

  test('are facts of the org', async () => {
    const { body } = await page('/_sandbox/facts');
    expect(body).toMatchObject({ token: org.sandbox.token, data: 'in memory', users: org.store.users.count() });
    const { body: document } = await page('/_sandbox/openapi.json');
    expect(body.contract).toBe(document.info.version);
  });

  test('has one method each, and no file from elsewhere', async () => {
    const answer = await request(org.sandbox.app).post('/_sandbox/facts');
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD']);
    for (const name of ['nothing.js', '..%2Fserver%2Fmain.js', '%2e%2e', 'a%00.js']) {
      expect((await page(`/_sandbox/console/${name}`)).status).toBe(404);
    }
  });
});
