import { describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { suiteOrg, type TestAnswer } from '../support/org.js';

const org = suiteOrg();

const origin = 'https://pages.example';
const trust = async (changes: object = {}): Promise<string> =>
  (await org.post('/api/v1/trustedOrigins', { name: 'P', origin, scopes: [{ type: 'CORS' }], ...changes })).body.id;
const allowed = ({ headers }: Pick<TestAnswer, 'headers'>): string | undefined =>
  headers['access-control-allow-origin'];
const me = (from = origin) => org.get('/api/v1/users/me', { origin: from });

describe('an answer', () => {
  test('may be read by the pages of a trusted origin, refusals too', async () => {
    await trust();
    const answer = await me();
    expect([answer.status, allowed(answer)]).toEqual([200, origin]);
    expect(answer.headers).toMatchObject({ 'access-control-allow-credentials': 'true', vary: 'Origin' });
    expect(allowed(await org.get('/api/v1/users/nobody', { origin }))).toBe(origin);
    expect(allowed(await org.get('/api/v1/users/me/groups', { origin }))).toBe(origin);
    expect(allowed(await org.get('/.well-known/okta-organization', { origin }))).toBe(origin);
  });

  test('is nothing to other pages', async () => {
    expect(allowed(await me())).toBeUndefined();
    const id = await trust();
    expect(allowed(await me('https://other.example'))).toBeUndefined();
    expect(allowed(await me('null'))).toBeUndefined();
    expect(allowed(await org.get('/api/v1/groups', { origin }))).toBeUndefined();
    expect(allowed(await org.get('/api/v1/users', { origin }))).toBeUndefined();
    expect(allowed(await org.get('/api/v1/users/me'))).toBeUndefined();
    await org.post(`/api/v1/trustedOrigins/${id}/lifecycle/deactivate`);
    expect(allowed(await me())).toBeUndefined();
  });

  test('is nothing to the pages of an origin that is trusted for something else', async () => {
    await trust({ scopes: [{ type: 'REDIRECT' }] });
    expect(allowed(await me())).toBeUndefined();
  });

  test('may be read by every origin that a pattern means', async () => {
    await trust({ origin: 'https://*.acme.example' });
    expect(allowed(await me('https://a.b.acme.example'))).toBe('https://a.b.acme.example');
    expect(allowed(await me('https://.acme.example'))).toBeUndefined();
    expect(allowed(await me('https://evil.example/.acme.example'))).toBeUndefined();
    expect(allowed(await me('http://a.acme.example'))).toBeUndefined();
  });
});

describe('a question that a browser asks first', () => {
  const ask = (path: string, from = origin) =>
    request(org.url)
      .options(path)
      .set({ origin: from, 'access-control-request-method': 'GET', 'access-control-request-headers': 'authorization' });

  test('is answered for a trusted origin with what it asked for', async () => {
    await trust();
    const { status, headers } = await ask('/api/v1/users/me');
    expect(status).toBe(204);
    expect(headers).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-headers': 'authorization',
      'access-control-allow-methods': expect.stringContaining('GET'),
      'access-control-max-age': '86400',
    });
  });

  test('says nothing to others', async () => {
    await trust();
    for (const answer of [await ask('/api/v1/users/me', 'https://other.example'), await ask('/api/v1/groups')]) {
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });
});
