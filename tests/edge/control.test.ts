import { describe, expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';

const org = suiteOrg();

const person = (n: number): object => ({
  profile: { firstName: 'Ada', lastName: `L${n}`, email: `ada.${n}@example.com`, login: `ada.${n}@example.com` },
});

describe('control routes', () => {
  test('health, clock, outbox and reset', async () => {
    expect((await org.get('/_sandbox/health')).body).toMatchObject({ status: 'ok', org: 'default' });
    await org.post('/api/v1/users', person(9));
    expect((await org.get('/_sandbox/outbox')).body).toHaveLength(1);
    const before = (await org.get('/_sandbox/clock')).body.now;
    expect((await org.post('/_sandbox/clock', { advance: 5000 })).body.now).toBe(before + 5000);
    expect((await org.post('/_sandbox/clock', { advance: 'soon' })).status).toBe(400);
    expect((await org.post('/_sandbox/reset')).status).toBe(204);
    expect((await org.get('/_sandbox/outbox')).body).toEqual([]);
    expect((await org.get('/_sandbox/clock')).body.now).toBe(before);
  });

  test.each([
    ['a foreign page', { origin: 'http://evil.example' }],
    ['a page without an origin', { origin: 'null' }],
    ['a page on another port of this machine', { origin: 'http://localhost:3000' }],
    ['a foreign name', { host: 'evil.example' }],
    ['a foreign name that was made to lead here', { host: 'evil.example:4010', origin: 'http://evil.example:4010' }],
    ['a browser that hides the origin', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
    ['a form of a foreign page', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'navigate' }],
  ])('are closed to %s', async (_, headers) => {
    const before = org.hash();
    const answer = await org.post('/_sandbox/reset', undefined, headers as Record<string, string>);
    expect([answer.status, Object.keys(answer.body)]).toEqual([403, ['error']]);
    expect(org.hash()).toBe(before);
  });

  test('are open to own pages, and to links that someone follows', async () => {
    const own = { origin: 'http://localhost:4010', host: 'localhost:4010', 'sec-fetch-site': 'same-origin' };
    expect((await org.post('/_sandbox/reset', undefined, own)).status).toBe(204);
    const followed = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    expect((await org.get('/_sandbox/outbox', followed)).status).toBe(200);
    expect((await org.get('/_sandbox/outbox', { ...followed, 'sec-fetch-mode': 'no-cors' })).status).toBe(403);
  });

  test('tell their methods, and keep their answers out of caches', async () => {
    const wrong = await org.get('/_sandbox/reset');
    expect([wrong.status, wrong.headers.allow]).toEqual([405, 'POST']);
    expect((await org.put('/_sandbox/clock', {})).headers.allow).toBe('GET, HEAD, POST');
    expect(wrong.body).toEqual({ error: '/_sandbox/reset takes POST.' });
    expect((await org.get('/_sandbox/push/mst1/approve')).headers.allow).toBe('POST');
    const nothing = await org.get('/_sandbox/nothing');
    expect([nothing.status, nothing.body.error]).toEqual([404, 'There is no control route /_sandbox/nothing.']);
    expect(nothing.body.routes).toContain('/_sandbox/clock');
    const file = await org.get('/_sandbox/console/nope.js');
    expect([file.status, file.body.error]).toEqual([404, 'There is nothing at /_sandbox/console/nope.js.']);
    const { headers } = await org.get('/_sandbox/outbox');
    expect([headers['cache-control'], headers['x-content-type-options']]).toEqual(['no-store', 'nosniff']);
  });

  test.each([
    ['{"advance":'],
    ['null'],
    ['[1]'],
    ['"set"'],
    ['{}'],
    ['{"set":"yesterday"}'],
    ['{"set":1e300}'],
    ['{"set":-1}'],
    ['{"advance":1e18}'],
    ['{"advance":"2020-01-01T00:00:00Z"}'],
    ['{"follow":false}'],
    ['{"set":0,"advance":5}'],
  ])('the clock refuses %s', async (body) => {
    const before = org.clock.now();
    const answer = await org.post('/_sandbox/clock', body);
    expect([answer.status, Object.keys(answer.body)]).toEqual([400, ['error']]);
    expect(org.clock.now()).toBe(before);
  });

  test.each([
    ['deliveries?status=lost', 'status takes pending, delivered or failed.'],
    ['deliveries?status=failed&status=pending', 'status is given more than once; it takes one value.'],
    ['deliveries?limit=0', 'limit takes a whole number from 1 to 200.'],
    ['deliveries?after=x', 'after takes the id of a delivery.'],
    ['outbox?limit=many', 'limit takes a whole number from 1 to 1000.'],
    ['outbox?limit=1e2', 'limit takes a whole number from 1 to 1000.'],
    ['outbox?after=gone', 'after takes the id of a message that is still kept.'],
    ['outbox?render=yes', 'render takes true or false.'],
    ['requests?limit=201', 'limit takes a whole number from 1 to 200.'],
    ['requests?after=gone', 'after takes the id of a request that is still kept.'],
  ])('refuse the question %s, and say what can be asked', async (path, error) => {
    const { status, body } = await org.get(`/_sandbox/${path}`);
    expect([status, body]).toEqual([400, { error }]);
  });

  test('tell who sends a body as curl does without a word that it has to say what it is', async () => {
    const before = org.clock.now();
    for (const type of ['application/x-www-form-urlencoded', 'text/plain']) {
      const { status, body } = await org.post('/_sandbox/clock', '{"advance":60000}', { 'content-type': type });
      expect([status, body.error]).toEqual([415, expect.stringContaining('say so: Content-Type: application/json.')]);
    }
    const { body } = await org.post('/_sandbox/clock', '{"advance":');
    expect(body).toEqual({ error: 'The body is no JSON.' });
    expect((await org.get('/_sandbox/deliveries/%zz')).body.error).toMatch(/^The path has a % that begins no/);
    expect(org.clock.now()).toBe(before);
  });

  test.each([
    ['clock', 'GET, HEAD, POST'],
    ['deliveries', 'GET, HEAD'],
    ['requests', 'GET, HEAD'],
    ['reset', 'POST'],
  ])('tell OPTIONS the methods of %s', async (route, allow) => {
    const answer = await fetch(`${org.url}/_sandbox/${route}`, { method: 'OPTIONS' });
    expect([answer.status, answer.headers.get('allow'), await answer.text()]).toEqual([204, allow, '']);
  });

  test('take the statuses that there are, in small letters and large ones', async () => {
    for (const status of ['pending', 'DELIVERED', 'failed']) {
      expect((await org.get(`/_sandbox/deliveries?status=${status}`)).body).toEqual([]);
    }
  });

  test('the clock is set, frozen and let go', async () => {
    const move = async (body: object): Promise<number> => (await org.post('/_sandbox/clock', body)).body.now;
    expect(await move({ freeze: '2030-02-03T04:05:06Z' })).toBe(Date.UTC(2030, 1, 3, 4, 5, 6));
    expect(await move({ set: 5000.4 })).toBe(5000);
    expect(await move({ advance: -1000 })).toBe(4000);
    expect(await move({ freeze: true })).toBe(4000);
    const before = Date.now();
    expect(await move({ follow: true })).toBeGreaterThanOrEqual(before);
  });

  test('an outbox message holds what a mail would: who, which one, and the link with its token', async () => {
    const { headers } = await org.post('/api/v1/users', person(1));
    const { body } = await org.get('/_sandbox/outbox');
    expect(body).toEqual([
      {
        id: expect.any(String),
        kind: 'email',
        template: 'activation',
        to: 'ada.1@example.com',
        userId: org.store.users.by('login', 'ada.1@example.com')?.id,
        content: expect.objectContaining({ activationToken: expect.any(String), activationUrl: expect.any(String) }),
        requestId: headers['x-okta-request-id'],
        created: new Date(org.clock.now()).toISOString(),
      },
    ]);
    expect(body[0].content.activationUrl).toContain(body[0].content.activationToken);
  });

  test('serve the contract', async () => {
    const { body } = await org.get('/_sandbox/openapi.json');
    expect(body.openapi).toMatch(/^3\.0/);
    expect(Object.keys(body.paths)).toContain('/api/v1/users/{userId}');
  });
});
