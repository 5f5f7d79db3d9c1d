import { beforeEach, describe, expect, test } from '@jest/globals';
import { tokenHash } from '../../objects/secrets/token-hash.js';
import { suiteOrg, testOrg } from '../support/org.js';
import { refusedBy } from '../support/refused.js';

const org = suiteOrg();

const refused = refusedBy(org);
const person = (n: number): object => ({
  profile: { firstName: 'Ada', lastName: `L${n}`, email: `ada.${n}@example.com`, login: `ada.${n}@example.com` },
});

describe('who may call', () => {
  test.each([
    ['no header', '', 403, 'E0000005'],
    ['an unknown token', 'SSWS 00nobody', 401, 'E0000011'],
    ['another scheme', 'Basic YTpi', 401, 'E0000011'],
    ['SSWS without a token', 'SSWS', 401, 'E0000011'],
    ['SSWS and an unknown token without a space', 'SSWS00nobody', 401, 'E0000011'],
  ])('%s', async (_, authorization, status, errorCode) => {
    const answer = await org.get('/api/v1/users', { authorization });
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ errorCode, errorLink: errorCode, errorCauses: [] });
    expect(Object.keys(answer.body)).toEqual(['errorCode', 'errorSummary', 'errorLink', 'errorId', 'errorCauses']);
    expect(answer.body.errorId).toMatch(/^oae[\w-]{22}$/);
  });

  test('a token counts without a space before it, and is not told by the log', async () => {
    const token = 'a-token-of-another-form';
    const own = await testOrg({ token });
    const authorization = `SSWS${token}`;
    expect((await own.get('/api/v1/users/me', { authorization })).status).toBe(200);
    await own.delete('/api/v1/users/me/sessions', { authorization, 'user-agent': `me/1 ${token}` });
    const [event] = (await own.get('/api/v1/logs?sortOrder=DESCENDING')).body;
    expect(event.client.userAgent.rawUserAgent).toBe('me/1 [token]');
    await own.close();
  });

  test('a Bearer token gets an empty 401 and a challenge', async () => {
    const answer = await org.get('/api/v1/users', { authorization: 'Bearer abc.def.ghi' });
    expect([answer.status, answer.text]).toEqual([401, '']);
    expect(answer.headers['www-authenticate']).toMatch(/^Bearer authorization_uri=".*error="invalid_token"/);
  });

  test.each([
    ['get', '/api/v1/users/me', 'okta.users.read'],
    ['post', '/api/v1/groups/rules', 'okta.groups.manage'],
    ['get', '/api/v1/meta/schemas/user/default', 'okta.schemas.read'],
    ['get', '/api/v1/meta/types/user', 'okta.userTypes.read'],
    ['post', '/api/v1/meta/schemas/user/linkedObjects', 'okta.linkedObjects.manage'],
    ['get', '/api/v1/zones', 'okta.networkZones.read'],
  ] as const)('a Bearer challenge names what is needed: %s %s', async (method, path, scope) => {
    const headers = { authorization: 'Bearer abc' };
    const answer = await (method === 'get' ? org.get(path, headers) : org.post(path, {}, headers));
    const base = org.url;
    expect(answer.headers['www-authenticate']).toBe(
      `Bearer authorization_uri="${base}/oauth2/v1/authorize", realm="${base}", scope="${scope}", ` +
        `error="invalid_token", error_description="The access token is invalid.", resource="${path}"`,
    );
  });
});

describe('what every answer carries', () => {
  test('request id, rate limit, caching and the date of the org clock', async () => {
    const { headers } = await org.get('/api/v1/groups');
    expect(headers['x-okta-request-id']).toMatch(/^[0-9a-f]{32}$/);
    expect(Number(headers['x-rate-limit-remaining'])).toBeLessThan(Number(headers['x-rate-limit-limit']));
    expect(Number(headers['x-rate-limit-reset']) * 1000).toBeGreaterThan(org.clock.now());
    expect(headers['cache-control']).toBe('no-cache, no-store');
    expect(headers.date).toBe(new Date(org.clock.now()).toUTCString());
    expect(headers['content-type']).toBe('application/json');
    expect(headers['x-powered-by']).toBeUndefined();
  });

  test('errors carry them too', async () => {
    const { headers } = await org.get('/api/v1/users/nobody');
    expect(headers['x-okta-request-id']).toMatch(/^[0-9a-f]{32}$/);
    expect(headers['x-rate-limit-limit']).toBeDefined();
  });
});

describe('paths and methods', () => {
  test('an unknown path', async () => {
    expect((await org.get('/api/v1/nothing')).body).toMatchObject({ errorCode: 'E0000008' });
    expect((await org.get('/nothing')).status).toBe(404);
  });

  test('a known path with another method', async () => {
    const answer = await org.put('/api/v1/users', {});
    expect([answer.status, answer.body.errorCode]).toEqual([405, 'E0000022']);
    expect(answer.headers.allow).toContain('POST');
  });

  test('double and trailing slashes are folded', async () => {
    expect((await org.get('/api/v1//users//me/')).status).toBe(200);
  });

  test('percent-encoding that is none', async () => {
    const answer = await org.get('/api/v1/users/%E0%A4%A');
    expect([answer.status, answer.body.errorCode]).toEqual([400, 'E0000020']);
  });

  test('literal segments come before parameters', async () => {
    expect((await org.get('/api/v1/groups/rules')).body).toEqual([]);
  });
});

describe('bodies', () => {
  const post = (body: string, type: string) => org.post('/api/v1/groups', body, { 'content-type': type });

  test.each([
    ['not JSON', '{"profile":', 'application/json', 400, 'E0000003'],
    ['an array for an object', '[]', 'application/json', 400, 'E0000003'],
    ['text for an object', '{"profile":"x"}', 'application/json', 400, 'E0000003'],
    ['another media type', 'a=b', 'application/x-www-form-urlencoded', 400, 'E0000021'],
    ['a character of four bytes', '{"profile":{"name":"😀"}}', 'application/json', 400, 'E0000003'],
    ['more than a megabyte', `{"profile":{"name":"${'x'.repeat(1_100_000)}"}}`, 'application/json', 413, 'E0000003'],
  ])('%s', async (_, body, type, status, errorCode) => {
    const before = org.hash();
    const answer = await post(body, type);
    expect([answer.status, answer.body.errorCode]).toEqual([status, errorCode]);
    expect(org.hash()).toBe(before);
  });

  test('a charset and a suffix type are JSON too', async () => {
    const answer = await post('{"profile":{"name":"Écoute"}}', 'application/json; charset=UTF-8');
    expect(answer.body.profile.name).toBe('Écoute');
  });

  test('unknown members pass', async () => {
    expect((await org.post('/api/v1/groups', { profile: { name: 'G' }, other: { deep: [1] } })).status).toBe(200);
  });
});

describe('pages', () => {
  const next = (headers: Readonly<Record<string, string>>): string | undefined =>
    /<([^>]+)>; rel="next"/.exec(headers.link ?? '')?.[1];

  beforeEach(async () => {
    for (let n = 0; n < 5; n++) await org.post('/api/v1/users?activate=false', person(n));
  });

  test('a walk shows every user once, in order, though one is deleted on the way', async () => {
    const first = await org.get('/api/v1/users?limit=2');
    expect(first.headers.link).toContain(`<${org.url}/api/v1/users?limit=2>; rel="self"`);
    const seen = first.body.map((user: { id: string }) => user.id);
    await org.delete(`/api/v1/users/${seen.at(-1)}`);
    await org.delete(`/api/v1/users/${seen.at(-1)}`);
    for (let url = next(first.headers); url; ) {
      const page = await org.get(url.slice(org.url.length));
      seen.push(...page.body.map((user: { id: string }) => user.id));
      url = next(page.headers);
    }
    expect(seen).toHaveLength(new Set(seen).size);
    expect(seen).toHaveLength(6);
  });

  test('a broken cursor and a cursor of another query', async () => {
    await org.post('/api/v1/groups', { profile: { name: 'Another' } });
    const first = await org.get('/api/v1/groups?limit=1&filter=lastUpdated gt "2000-01-01T00:00:00.000Z"');
    const cursor = new URL(next(first.headers) ?? '');
    const after = cursor.searchParams.get('after');
    for (const query of ['after=nonsense', `after=${after}`, 'after=%5B%5D', 'after=WzEsMl0']) {
      const answer = await org.get(`/api/v1/groups?${query}`);
      expect([answer.status, answer.body.errorCode]).toEqual([400, 'E0000029']);
      expect(answer.body.errorCauses).toEqual([{ errorSummary: 'Invalid cursor.' }]);
    }
  });

  test('a limit above the maximum is the maximum, one that is no number is refused', async () => {
    expect((await org.get('/api/v1/users?limit=5000')).headers.link).toContain('limit=200');
    expect((await org.get('/api/v1/users?limit=many')).status).toBe(400);
  });

  test('the last page has no next', async () => {
    expect(next((await org.get('/api/v1/users?limit=6')).headers)).toBeUndefined();
  });
});

describe('HEAD, OPTIONS and hosts', () => {
  test('OPTIONS tells the methods', async () => {
    const answer = await fetch(`${org.url}/api/v1/users`, { method: 'OPTIONS' });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('allow')).toBe('GET, POST, HEAD, OPTIONS');
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('HEAD is GET without the body', async () => {
    const headers = { authorization: `SSWS ${org.sandbox.token}` };
    const answer = await fetch(`${org.url}/api/v1/users/me`, { method: 'HEAD', headers });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    expect(Number(answer.headers.get('content-length'))).toBeGreaterThan(100);
  });

  test('links follow a host of this machine, and a foreign one is not answered', async () => {
    const { body } = await org.get('/api/v1/users/me', { host: 'localhost:4010' });
    expect(body._links.self.href).toMatch(/^http:\/\/localhost:4010\/api/);
    for (const host of ['evil.example', '127.0.0.1:99999', 'x y', '[::1', '127.0.0.1.evil.example']) {
      const say = `This sandbox does not answer to the host "${host}": start it with allowHosts.`;
      await refused(() => org.get('/api/v1/users/me', { host }), 403, 'E0000006', say);
      expect((await org.post('/_sandbox/reset', undefined, { host })).status).toBe(403);
    }
  });

  test('a token ends where its owner may do nothing any more', async () => {
    const credentials = { password: { value: 'Harbour-View-9' } };
    const { id } = (await org.post('/api/v1/users', { ...person(7), credentials })).body;
    const token = '00ada-token-for-this-test-only';
    org.sandbox.org.store.transaction(() =>
      org.store.tokens.insert({ name: 'ada', userId: id, hash: tokenHash(token), created: '2026-01-15T09:30:00.000Z' }),
    );
    const me = () => org.get('/api/v1/users/me', { authorization: `SSWS ${token}` });
    expect((await me()).status).toBe(200);
    await org.post(`/api/v1/users/${id}/lifecycle/suspend`);
    expect([(await me()).status, (await me()).body.errorCode]).toEqual([401, 'E0000011']);
    await org.post(`/api/v1/users/${id}/lifecycle/unsuspend`);
    expect((await me()).status).toBe(200);
    await org.post(`/api/v1/users/${id}/lifecycle/deactivate`);
    expect((await me()).body.errorCode).toBe('E0000011');
  });

  test('a token in a query or a user agent reaches neither the log nor the state', async () => {
    const secret = `00${'s'.repeat(40)}`;
    await org.post(`/api/v1/users/me/lifecycle/suspend?token=${secret}`, undefined, { 'user-agent': `x ${secret}` });
    await org.post(
      `/api/v1/groups?token=${secret}&own=${org.sandbox.token}`,
      { profile: { name: 'G' } },
      { 'user-agent': `x ${secret}` },
    );
    const events = JSON.stringify(org.store.logs.all());
    expect(events).toContain('[token]');
    expect(events).not.toContain(secret);
    expect(events).not.toContain(org.sandbox.token);
  });
});

describe('rate limits', () => {
  test('are enforced on the org clock where asked for', async () => {
    const strict = await testOrg({ rateLimits: true });
    for (let n = 0; n < 120; n++) await strict.get('/api/v1/logs?limit=1');
    const refused = await strict.get('/api/v1/logs?limit=1');
    expect([refused.status, refused.body.errorCode]).toEqual([429, 'E0000047']);
    expect(refused.headers['x-rate-limit-remaining']).toBe('0');
    expect((await strict.get('/api/v1/groups')).status).toBe(200);
    strict.clock.advance(60_000);
    expect((await strict.get('/api/v1/logs?limit=1')).status).toBe(200);
    await strict.close();
  });
});

describe('published limits', () => {
  const limited = suiteOrg({ rateLimits: true, shared: true });

  test.each([
    ['get', '/api/v1/users', 600],
    ['get', '/api/v1/users/me', 2000],
    ['put', '/api/v1/users/nobody', 600],
    ['get', '/api/v1/users/nobody/groups', 600],
    ['get', '/api/v1/groups', 500],
    ['get', '/api/v1/groups/nobody', 1000],
    ['get', '/api/v1/groups/nobody/users', 500],
    ['get', '/api/v1/apps', 100],
    ['get', '/api/v1/apps/nobody', 500],
    ['get', '/api/v1/logs', 120],
    ['get', '/api/v1/zones', 100],
    ['get', '/api/v1/mappings', 500],
    ['get', '/api/v1/brands/nobody/themes', 100],
    ['get', '/api/v1/brands/nobody/templates/email', 600],
    ['get', '/api/v1/meta/types/user', 1000],
  ] as const)('%s %s', async (method, path, limit) => {
    const { headers } = await (method === 'get' ? limited.get(path) : limited.put(path, {}));
    expect(headers['x-rate-limit-limit']).toBe(String(limit));
  });

  test('a refusal has its headers, tells when to come again and runs nothing', async () => {
    const before = limited.hash();
    let answer = await limited.post('/api/v1/zones', {});
    while (answer.status === 400) answer = await limited.post('/api/v1/zones', {});
    expect(answer.status).toBe(429);
    expect(answer.body).toEqual({
      errorCode: 'E0000047',
      errorSummary: 'API call exceeded rate limit due to too many requests.',
      errorLink: 'E0000047',
      errorId: expect.stringMatching(/^oae[\w-]{22}$/),
      errorCauses: [],
    });
    const { 'x-rate-limit-reset': reset, 'x-rate-limit-remaining': remaining } = answer.headers;
    expect(remaining).toBe('0');
    const wait = Number(reset) * 1000 - limited.clock.now();
    expect(wait > 0 && wait <= 60_000).toBe(true);
    expect(limited.hash()).toBe(before);
    limited.clock.advance(wait);
    expect((await limited.post('/api/v1/zones', {})).status).toBe(400);
  });
});
