import { afterEach, describe, expect, test } from '@jest/globals';
import type { LoggedRequest } from '../../server/request-log.js';
import type { SandboxOptions } from '../../server/sandbox.js';
import { type TestOrg, testOrg } from '../support/org.js';

const TOKEN = 'control-me-from-elsewhere';
/** Another machine, as a trusted proxy tells of it. */
const elsewhere = { 'x-forwarded-for': '192.0.2.7', host: 'okta:4010' };
const withToken = (token: string) => ({ ...elsewhere, 'x-mockta-control-token': token });

let org: TestOrg;
let told: string[];
let log: LoggedRequest[];

async function start(options: SandboxOptions): Promise<void> {
  [told, log] = [[], []];
  org = await testOrg({
    trustProxy: true,
    warn: (message) => told.push(message),
    onRequest: (one) => log.push(one),
    ...options,
  });
}

afterEach(() => org.close());

describe('control routes, asked from another host', () => {
  test('answer to who sends the token', async () => {
    await start({ controlToken: TOKEN });
    expect((await org.get('/_sandbox/clock', withToken(TOKEN))).status).toBe(200);
    expect((await org.post('/_sandbox/reset', undefined, withToken(TOKEN))).status).toBe(204);
    expect(told).toEqual([]);
  });

  test.each([
    ['no token', elsewhere],
    ['an empty one', withToken('')],
    ['the beginning of it', withToken('control')],
    ['the API token of the org', { ...elsewhere, authorization: `SSWS ${TOKEN}` }],
  ])('are closed to who sends %s', async (_, headers) => {
    await start({ controlToken: TOKEN });
    const before = org.hash();
    const answer = await org.post('/_sandbox/clock', { advance: 1000 }, headers);
    expect([answer.status, Object.keys(answer.body)]).toEqual([403, ['error']]);
    expect(org.hash()).toBe(before);
  });

  test('tell terminal and log of a wrong token, from this machine too, and never of the token itself', async () => {
    await start({ controlToken: TOKEN });
    expect((await org.get('/_sandbox/outbox', withToken('wrong-one'))).status).toBe(403);
    expect((await org.get('/_sandbox/outbox', { 'x-mockta-control-token': 'wrong-one' })).status).toBe(403);
    expect(told).toEqual([
      'a wrong control token from 192.0.2.7: GET /_sandbox/outbox',
      'a wrong control token from 127.0.0.1: GET /_sandbox/outbox',
    ]);
    expect(log.map(({ status, url }) => [status, url])).toEqual([
      [403, '/_sandbox/outbox'],
      [403, '/_sandbox/outbox'],
    ]);
    const seen = (await org.get('/_sandbox/requests')).body;
    expect(seen).toHaveLength(2);
    expect(JSON.stringify([told, seen])).not.toContain('wrong-one');
  });

  test('are closed to any token where none was given at the start', async () => {
    await start({});
    for (const token of ['', 'undefined', TOKEN]) {
      expect((await org.get('/_sandbox/clock', withToken(token))).status).toBe(403);
    }
    expect((await org.get('/_sandbox/clock', { 'x-mockta-control-token': TOKEN })).status).toBe(200);
  });

  test('tell their health all the same, and nothing but that', async () => {
    await start({});
    expect((await org.get('/_sandbox/health', elsewhere)).body).toMatchObject({ status: 'ok' });
    expect((await org.post('/_sandbox/health', {}, elsewhere)).status).toBe(403);
    expect((await org.get('/_sandbox/facts', elsewhere)).status).toBe(403);
  });
});

describe('behind a proxy', () => {
  const forwarded = {
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'okta.test',
    'x-forwarded-for': '192.0.2.7',
  };
  const hrefOf = async (headers: Record<string, string>): Promise<string> =>
    (await org.get('/api/v1/users/me', headers)).body._links.self.href;

  test('that is trusted, links begin with what the client asked, and the log has its address', async () => {
    await start({ token: '00proxied-0123456789abc', allowHosts: ['okta.test'] });
    expect(await hrefOf(forwarded)).toMatch(/^https:\/\/okta\.test\/api\/v1\/users\//);
    expect(await hrefOf({ ...forwarded, 'x-forwarded-proto': 'https, http' })).toMatch(/^https:\/\/okta\.test\//);
    expect(await hrefOf({ ...forwarded, 'x-forwarded-proto': 'gopher' })).toMatch(/^http:\/\/okta\.test\//);
    await org.delete('/api/v1/users/me/sessions', forwarded);
    expect((await org.get('/api/v1/logs')).body.at(-1).client.ipAddress).toBe('192.0.2.7');
  });

  test('that is trusted, a name that nobody gave the sandbox is not answered, nor the published token', async () => {
    await start({});
    const before = org.hash();
    expect((await org.get('/api/v1/users/me', { ...forwarded, 'x-forwarded-host': 'evil.example' })).status).toBe(403);
    const far = await org.get('/api/v1/users/me', { 'x-forwarded-for': '192.0.2.7' });
    const why = expect.stringMatching(/^The published token opens this sandbox to its own machine .* with token\.$/);
    expect([far.status, far.body.errorCauses]).toEqual([401, [{ errorSummary: why }]]);
    const wrong = await org.get('/api/v1/users/me', { authorization: 'SSWS 00wrong', 'x-forwarded-for': '192.0.2.7' });
    expect([wrong.status, wrong.body.errorCauses]).toEqual([401, []]);
    expect((await org.get('/_sandbox/facts', { 'x-forwarded-for': '127.0.0.1, 192.0.2.7' })).status).toBe(403);
    expect((await org.get('/api/v1/users/me', { 'x-forwarded-for': '192.0.2.7, 127.0.0.1' })).status).toBe(200);
    expect(org.hash()).toBe(before);
  });

  test('that nobody trusts, its headers mean nothing', async () => {
    await start({ trustProxy: false, allowHosts: ['okta.test'] });
    expect(await hrefOf(forwarded)).toMatch(/^http:\/\/127\.0\.0\.1:/);
  });
});
