import { describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { suiteOrg } from '../support/org.js';
import { eventsSince, PASSWORD } from '../support/people.js';
import { refusedBy } from '../support/refused.js';
import { activePerson, setSignOn } from '../support/second-factors.js';

const org = suiteOrg();
const refused = refusedBy(org);

const HOUR = 3_600_000;

async function sessionToken(n = 1): Promise<string> {
  const { body } = await org.post('/api/v1/authn', { username: `robin.${n}@example.com`, password: PASSWORD });
  return body.sessionToken;
}

const create = async (query = '') => org.post(`/api/v1/sessions${query}`, { sessionToken: await sessionToken() });
const path = (id: string, rest = '') => `/api/v1/sessions/${id}${rest}`;
/** Asks by the cookie of a session, without a token. */
const byCookie = (method: 'get' | 'post' | 'delete' | 'put', to: string, sid: string) =>
  request(org.url)[method](to).set('Cookie', `lang=en; sid=${sid}`);

describe('a session', () => {
  test('is made of a session token, once, by anybody', async () => {
    const { id: userId } = await activePerson(org);
    const token = await sessionToken();
    const send = () => request(org.url).post('/api/v1/sessions').send({ sessionToken: token });
    const { status, body } = await send();
    expect(status).toBe(200);
    expect(body).toEqual({
      id: expect.stringMatching(/^102[\w-]{22}$/),
      userId,
      login: 'robin.1@example.com',
      createdAt: '2026-01-15T09:30:00.000Z',
      expiresAt: '2026-01-15T11:30:00.000Z',
      status: 'ACTIVE',
      lastPasswordVerification: '2026-01-15T09:30:00.000Z',
      lastFactorVerification: null,
      amr: ['pwd'],
      idp: { id: org.store.org.all()[0]?.id, type: 'OKTA' },
      mfaActive: true,
      _links: {
        self: { href: `${org.url}/api/v1/sessions/me`, hints: { allow: ['GET', 'DELETE'] } },
        refresh: { href: `${org.url}/api/v1/sessions/me/lifecycle/refresh`, hints: { allow: ['POST'] } },
        user: { name: 'Robin Number1', href: `${org.url}/api/v1/users/me`, hints: { allow: ['GET'] } },
      },
    });
    const again = await send();
    expect([again.status, again.body.errorCode]).toEqual([401, 'E0000004']);
  });

  test('needs a token that is one, in time', async () => {
    await activePerson(org);
    const send = (body?: unknown) => () => org.post('/api/v1/sessions', body);
    await refused(send(), 400, 'E0000003');
    await refused(send({}), 400, 'E0000003');
    await refused(send({ sessionToken: null }), 400, 'E0000003');
    await refused(send({ sessionToken: 7 }), 400, 'E0000003');
    await refused(send({ sessionToken: '20111nothing' }), 401, 'Authentication failed');
    await refused(() => org.get('/api/v1/sessions'), 405, 'E0000022');
    const token = await sessionToken();
    org.clock.advance(5 * 60_000);
    expect((await org.post('/api/v1/sessions', { sessionToken: token })).status).toBe(401);
    expect(org.store.sessionTokens.count()).toBe(0);
  });

  test('is shown by its id, used on, and ended', async () => {
    await activePerson(org);
    const { id } = (await create()).body;
    expect((await org.get(path(id))).body._links.self.href).toBe(`${org.url}${path(id)}`);
    org.clock.advance(HOUR);
    const { body } = await org.post(path(id, '/lifecycle/refresh'));
    expect([body.id, body.expiresAt]).toEqual([id, '2026-01-15T12:30:00.000Z']);
    const minimal = await org.post(path(id, '/lifecycle/refresh'), undefined, { prefer: 'return=minimal' });
    expect([minimal.status, minimal.text, minimal.headers['preference-applied']]).toEqual([204, '', 'return=minimal']);
    // The head tells of no body either.
    expect([minimal.headers['content-length'], minimal.headers['content-type']]).toEqual([undefined, undefined]);
    const count = org.store.logs.count();
    expect((await org.delete(path(id))).status).toBe(204);
    expect(eventsSince(org, count)).toEqual(['user.session.end']);
    const gone = `Not found: Resource not found: ${id} (AppSession)`;
    await refused(() => org.get(path(id)), 404, gone);
    await refused(() => org.delete(path(id)), 404, gone);
    await refused(() => org.post(path(id, '/lifecycle/refresh')), 404, gone);
    await refused(() => org.get(path('me')), 404, 'E0000007');
  });

  test('ends by itself, at its time whatever its use where the policy says so', async () => {
    await activePerson(org);
    const { id } = (await create()).body;
    org.clock.advance(2 * HOUR);
    expect((await org.get(path(id))).status).toBe(404);
    expect(org.store.sessions.count()).toBe(0);
    setSignOn(org, {
      session: { maxSessionIdleMinutes: 60, maxSessionLifetimeMinutes: 90, usePersistentCookie: false },
    });
    const { body } = await create();
    expect(body.expiresAt).toBe('2026-01-15T12:30:00.000Z');
    org.clock.advance(HOUR / 2);
    const { body: used } = await org.post(path(body.id, '/lifecycle/refresh'));
    expect(used.expiresAt).toBe('2026-01-15T13:00:00.000Z');
  });

  test.each([
    ['sessions', 'delete', ''],
    ['suspend', 'post', 'lifecycle/'],
    ['deactivate', 'post', 'lifecycle/'],
  ] as const)('ends with what is done to its user: %s', async (what, method, below) => {
    const { id: userId } = await activePerson(org);
    const { id } = (await create()).body;
    const open = await sessionToken();
    expect((await org[method](`/api/v1/users/${userId}/${below}${what}`)).status).toBeLessThan(300);
    expect((await org.get(path(id))).status).toBe(404);
    expect((await org.post('/api/v1/sessions', { sessionToken: open })).status).toBe(401);
  });
});

describe('by the cookie of a session', () => {
  test('people reach their own, and nothing else', async () => {
    const { id: userId } = await activePerson(org);
    const { id } = (await create()).body;
    expect((await byCookie('get', path('me'), id)).body).toMatchObject({ id, userId });
    expect((await byCookie('post', path('me', '/lifecycle/refresh'), id)).status).toBe(200);
    expect((await byCookie('get', '/api/v1/users/me', id)).body.id).toBe(userId);
    expect((await byCookie('get', `/api/v1/users/${userId}`, id)).body.errorCode).toBe('E0000006');
    expect((await byCookie('get', '/api/v1/users', id)).body.errorCode).toBe('E0000006');
    expect((await byCookie('get', path('me'), '102nothing')).body.errorCode).toBe('E0000005');
    expect((await byCookie('delete', path('me'), id)).status).toBe(204);
    expect((await byCookie('get', path('me'), id)).body.errorCode).toBe('E0000005');
  });

  test('people see of their profile what is not hidden, and change what they may', async () => {
    const { id: userId } = await activePerson(org);
    const others = { title: 'Captain', city: 'Bergen' };
    const profile = { ...(await org.post(`/api/v1/users/${userId}`, { profile: others })).body.profile };
    const { id } = (await create()).body;
    const me = '/api/v1/users/me';
    const seen = (await byCookie('get', me, id)).body;
    expect([seen.profile.title, seen.profile.city]).toEqual(['Captain', undefined]);
    expect(
      (await byCookie('put', me, id).send({ ...seen, profile: { ...seen.profile, lastName: 'New' } })).status,
    ).toBe(200);
    expect((await byCookie('post', me, id).send({ profile: { mobilePhone: '1' } })).body.profile.city).toBeUndefined();
    const after = (await org.get(`/api/v1/users/${userId}`)).body;
    expect(after.profile).toEqual({ ...profile, lastName: 'New', mobilePhone: '1' });
  });

  test.each([
    ['what is read-only to them', { profile: { title: 'Admiral' } }],
    ['what is hidden from them', { profile: { city: 'Oslo' } }],
    ['their password without the old one', { credentials: { password: { value: 'Green-Kettle-48' } } }],
  ])('people do not change %s', async (_, body) => {
    await activePerson(org);
    const { id } = (await create()).body;
    const before = org.hash();
    const answer = await byCookie('post', '/api/v1/users/me', id).send(body);
    expect([answer.status, answer.body.errorCode, org.hash()]).toEqual([403, 'E0000006', before]);
  });

  test('people do not change their type', async () => {
    await activePerson(org);
    const type = (await org.post('/api/v1/meta/types/user', { name: 'crew', displayName: 'Crew' })).body;
    const { id } = (await create()).body;
    const { profile } = (await byCookie('get', '/api/v1/users/me', id)).body;
    const answer = await byCookie('put', '/api/v1/users/me', id).send({ profile, type: { id: type.id } });
    expect([answer.status, answer.body.errorCode]).toEqual([403, 'E0000006']);
  });

  test('people end their other sessions, and the present one where they say so', async () => {
    await activePerson(org);
    const [{ id: other }, { id }] = [(await create()).body, (await create()).body];
    const clear = (sid: string, body?: object) =>
      byCookie('post', '/api/v1/users/me/lifecycle/delete_sessions', sid).send(body);
    const answer = await clear(id);
    expect([answer.status, answer.body]).toEqual([200, {}]);
    expect((await org.get(path(other))).status).toBe(404);
    expect((await org.get(path(id))).status).toBe(200);
    expect((await clear(id, { keepCurrent: false })).body).toEqual({});
    expect((await org.get(path(id))).status).toBe(404);
    const before = org.hash();
    const late = await clear(id);
    expect([late.status, late.body.errorCode, org.hash()]).toEqual([403, 'E0000005', before]);
  });

  test('which a browser gets by a redirect or a picture', async () => {
    await activePerson(org);
    const to = `redirectUrl=${encodeURIComponent('http://localhost:3000/app')}`;
    const answer = await request(org.url).get(`/login/sessionCookieRedirect?token=${await sessionToken()}&${to}`);
    expect([answer.status, answer.headers.location]).toEqual([302, 'http://localhost:3000/app']);
    const [cookie = ''] = answer.headers['set-cookie'] as unknown as string[];
    const sid = /^sid=([\w-]+); Path=\/; HttpOnly; SameSite=Lax$/.exec(cookie)?.[1] ?? '';
    expect((await byCookie('get', path('me'), sid)).status).toBe(200);
    const bad = async (query: string) => (await request(org.url).get(`/login/sessionCookieRedirect?${query}`)).status;
    expect(await bad(`token=nothing&${to}`)).toBe(401);
    expect(await bad(`token=${await sessionToken()}&redirectUrl=javascript:alert(1)`)).toBe(400);
    const { body } = await create('?additionalFields=cookieToken,cookieTokenUrl');
    const picture = await request(org.url).get(
      new URL(body.cookieTokenUrl).pathname + new URL(body.cookieTokenUrl).search,
    );
    expect([picture.status, picture.headers['content-type']]).toEqual([200, 'image/gif']);
    expect(picture.headers['set-cookie']?.[0]).toContain(`sid=${body.id};`);
  });
});
