import { describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { KEPT_REQUESTS, logLine, redacted, redactedUrl } from '../../server/request-log.js';
import { suiteOrg } from '../support/org.js';

const org = suiteOrg();
const listed = async (query = '') => (await request(org.sandbox.app).get(`/_sandbox/requests${query}`)).body;

const kim = (password: string) => ({
  profile: { firstName: 'Kim', lastName: 'Low', email: 'kim@example.com', login: 'kim@example.com' },
  credentials: { password: { value: password }, recovery_question: { question: 'Which?', answer: 'Orchard' } },
});

describe('the last requests', () => {
  test('tell operation, status, time, and why one was refused', async () => {
    const created = await org.post('/api/v1/users', kim('Harbour-View-9'));
    const refused = await org.post('/api/v1/groups', { profile: {} });
    const [second, first] = await listed();
    expect(first).toMatchObject({
      id: created.headers['x-okta-request-id'],
      operationId: 'createUser',
      method: 'POST',
      path: '/api/v1/users',
      status: 200,
      errorCode: null,
      why: [],
    });
    expect(second).toMatchObject({ operationId: 'createGroup', status: refused.status, errorCode: 'E0000001' });
    expect(second.why).toEqual(refused.body.errorCauses.map((cause: { errorSummary: string }) => cause.errorSummary));
    expect(first.ms).toBeGreaterThan(0);
  });

  test('hold no password, answer or token', async () => {
    await org.post('/api/v1/users', kim('Harbour-View-9'));
    await org.get('/api/v1/users?limit=1&sessionToken=20111abc');
    const text = JSON.stringify(await listed());
    for (const secret of ['Harbour-View-9', 'Orchard', '20111abc', org.sandbox.token])
      expect(text).not.toContain(secret);
    expect(text).toContain('kim@example.com');
    expect(text).toContain('Which?');
  });

  test('are so many and no more, a page at a time', async () => {
    for (let n = 0; n < KEPT_REQUESTS + 3; n += 1) await org.get(`/api/v1/users/nobody${n}`);
    const all = await listed();
    expect(all).toHaveLength(KEPT_REQUESTS);
    expect(all[0].path).toBe(`/api/v1/users/nobody${KEPT_REQUESTS + 2}`);
    expect(all.at(-1).path).toBe('/api/v1/users/nobody3');
    const page = await listed(`?limit=2&after=${all[1].id}`);
    expect(page).toEqual(all.slice(2, 4));
  });

  test.each(['?limit=0', '?limit=201', '?limit=x', '?after=nothing'])('refuse %s', async (query) => {
    const answer = await request(org.sandbox.app).get(`/_sandbox/requests${query}`);
    expect([answer.status, typeof answer.body.error]).toEqual([400, 'string']);
  });

  test('are not what the pages read for themselves', async () => {
    const own = { 'x-mockta-console': 'own' };
    await org.get('/api/v1/users', own);
    expect(await listed()).toEqual([]);
    await org.post('/api/v1/groups', {}, own);
    expect(await listed()).toHaveLength(1);
  });

  test('stand beside one whose body nests too deeply to be written down', async () => {
    const { status } = await org.post('/api/v1/groups', '['.repeat(7000) + ']'.repeat(7000));
    const [one] = await listed();
    expect([status, one.body, one.bodyLost]).toEqual([400, null, true]);
  });

  test('are gone after a reset', async () => {
    await org.get('/api/v1/users/me');
    await org.sandbox.reset();
    expect(await listed()).toEqual([]);
  });
});

describe('what is redacted', () => {
  test('is a value by its name, at any depth', () => {
    const given = {
      password: 'a',
      hash: { value: 'b', salt: 'c' },
      list: [{ clientSecret: 'd', name: 'n' }],
      token: null,
    };
    expect(redacted(given)).toEqual({
      password: '•••',
      hash: { value: '•••', salt: '•••' },
      list: [{ clientSecret: '•••', name: 'n' }],
      token: null,
    });
  });

  test('is in paths and queries too', () => {
    expect(redactedUrl('/tokens/abc123/verify?x=1&token=s&code=9')).toBe('/tokens/•••/verify?x=1&token=•••&code=•••');
  });

  test('leaves a terminal’s line on its line', () => {
    const line = logLine({ id: 'r', at: 0, method: 'GET', url: '/a\n\u001b[2J', begun: 0, status: 404, ms: 1.23 });
    expect(line).toBe('00:00:00.000 GET    /a??[2J 404 1.2 ms\n');
  });

  test('is not looked for in a line, which has no room for a body', () => {
    const body: unknown = JSON.parse('['.repeat(7000) + ']'.repeat(7000));
    const line = logLine({ id: 'r', at: 0, method: 'PUT', url: '/a', begun: 0, status: 400, ms: 1, body });
    expect(line).toBe('00:00:00.000 PUT    /a 400 1 ms\n');
  });
});

describe('a replay', () => {
  const replay = (id: string) => request(org.url).post(`/_sandbox/requests/${id}/replay`);
  const group = (name: string) => ({ profile: { name } });

  test('sends path, query and body as they were, what is hidden too', async () => {
    const created = await org.post('/api/v1/users?activate=true', kim('Harbour-View-9'));
    const first = created.headers['x-okta-request-id'] ?? '';
    await org.post(`/api/v1/users/${created.body.id}/lifecycle/deactivate`);
    await org.delete(`/api/v1/users/${created.body.id}`);
    const answer = await replay(first);
    expect(answer.body).toEqual({ status: 200, id: expect.stringMatching(/^\w+$/) });
    const { id } = (await org.get('/api/v1/users/kim@example.com')).body;
    const changed = { oldPassword: { value: 'Harbour-View-9' }, newPassword: { value: 'Orchard-Lane-42' } };
    expect((await org.post(`/api/v1/users/${id}/credentials/change_password`, changed)).status).toBe(200);
    const again = (await listed()).find((one: { id: string }) => one.id === answer.body.id);
    expect(again).toMatchObject({ operationId: 'createUser', path: '/api/v1/users?activate=true', status: 200 });
    expect(JSON.stringify(again)).not.toContain('Harbour-View-9');
  });

  test('is refused as the request was, and changes nothing then', async () => {
    const { headers } = await org.post('/api/v1/groups', group(''));
    const before = org.hash();
    expect((await replay(headers['x-okta-request-id'] ?? '')).body.status).toBe(400);
    expect(org.hash()).toBe(before);
  });

  test('is told why it cannot be', async () => {
    expect((await replay('nothing')).status).toBe(404);
    const large = await org.post('/api/v1/groups', group('x'.repeat(20_000)));
    const broken = await org.post('/api/v1/groups', '{');
    const deep = await org.post('/api/v1/groups', '['.repeat(7000) + ']'.repeat(7000));
    for (const { headers } of [large, broken, deep]) {
      const answer = await replay(headers['x-okta-request-id'] ?? '');
      expect([answer.status, answer.body.error]).toEqual([409, expect.stringContaining('not kept')]);
    }
    const other = await request(org.url).get('/_sandbox/requests/nothing/replay');
    expect([other.status, other.headers.allow]).toEqual([405, 'POST']);
  });

  test('is nothing that a page of another origin may ask for', async () => {
    const { headers } = await org.post('/api/v1/groups', group('Mine'));
    const id = headers['x-okta-request-id'] ?? '';
    expect((await replay(id).set('Origin', 'https://elsewhere.example')).status).toBe(403);
    expect((await listed())[0].id).toBe(id);
  });
});
