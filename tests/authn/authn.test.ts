import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { suiteOrg } from '../support/org.js';
import { createPerson, PASSWORD, profile, setPasswordPolicy, setStatus } from '../support/people.js';
import { refusedBy } from '../support/refused.js';
import { activePerson, setSignOn } from '../support/second-factors.js';

const org = suiteOrg();
const refused = refusedBy(org);

const NEW = 'Green-Kettle-48';
/** Asks as anybody does, without a token. */
const authn = (path: string, body: object) => request(org.url).post(`/api/v1/authn${path}`).send(body);
const signIn = (n: number, password = PASSWORD, rest: object = {}) =>
  authn('', { username: `robin.${n}@example.com`, password, ...rest });

describe('a name and a password', () => {
  test('give a session token, in the recorded shape', async () => {
    const { id, passwordChanged } = await activePerson(org);
    const { status, body } = await signIn(1, PASSWORD, { relayState: '/home' });
    expect(status).toBe(200);
    expect(body).toEqual({
      expiresAt: '2026-01-15T09:35:00.000Z',
      status: 'SUCCESS',
      relayState: '/home',
      sessionToken: expect.stringMatching(/^201[\w-]{52}$/),
      _embedded: {
        user: {
          id,
          passwordChanged,
          profile: {
            login: 'robin.1@example.com',
            firstName: 'Robin',
            lastName: 'Number1',
            locale: 'en',
            timeZone: 'America/Los_Angeles',
          },
        },
      },
      _links: { cancel: { href: `${org.url}/api/v1/authn/cancel`, hints: { allow: ['POST'] } } },
    });
    expect(org.store.users.require(id).lastLogin).toBe('2026-01-15T09:30:00.000Z');
    expect((await authn('', { username: 'robin.1', password: PASSWORD })).body.status).toBe('SUCCESS');
  });

  test('that are wrong fail alike, whoever it is', async () => {
    const { id } = await activePerson(org);
    await createPerson(org, 2, { password: { value: PASSWORD } }, '?activate=false');
    for (const answer of [await signIn(1, 'Wrong-Kettle-1'), await signIn(2), await signIn(3)]) {
      expect([answer.status, answer.body.errorCode, answer.body.errorCauses]).toEqual([401, 'E0000004', []]);
    }
    expect(org.store.users.require(id).failedAttempts).toBe(1);
    const failures = (await org.get('/api/v1/logs?filter=eventType eq "user.session.start"')).body;
    expect(failures.map((event: { outcome: object }) => event.outcome)).toEqual([
      { result: 'FAILURE', reason: 'INVALID_CREDENTIALS' },
      { result: 'FAILURE', reason: 'INVALID_CREDENTIALS' },
      { result: 'FAILURE', reason: 'VERIFICATION_ERROR' },
    ]);
    expect(failures[0].actor.id).toBe(id);
    setStatus(org, id, 'SUSPENDED');
    expect((await signIn(1)).status).toBe(401);
    expect((await signIn(1)).body.errorCode).toBe('E0000004');
  });

  test('must both be there, and texts', async () => {
    const blank = (field: string) => `${field}: The field cannot be left blank`;
    const send = (body: object) => () => org.post('/api/v1/authn', body);
    await refused(send({}), 400, 'E0000001', blank('username'));
    await refused(send({ username: 'a' }), 400, 'E0000001', blank('password'));
    await refused(send({ username: null, password: 5 }), 400, 'E0000001', blank('username'));
    await refused(send({ username: 'a', password: 'b', context: { deviceToken: 'x'.repeat(33) } }), 400, 'E0000001');
    await refused(send({ stateToken: '00nothing' }), 401, 'E0000011');
    await refused(send({ token: 'nothing' }), 401, 'E0000004');
    await refused(() => org.post('/api/v1/authn', '[]'), 400, 'E0000001');
  });

  test('lock the user out where the policy says so, which is told where it says so', async () => {
    const { id } = await activePerson(org);
    setPasswordPolicy(org, 'lockout', { maxAttempts: 2, autoUnlockMinutes: 5, showLockoutFailures: false });
    await signIn(1, 'Wrong-Kettle-1');
    expect((await signIn(1, 'Wrong-Kettle-1')).status).toBe(401);
    expect(org.store.users.require(id).status).toBe('LOCKED_OUT');
    expect((await signIn(1)).body.errorCode).toBe('E0000004');
    setPasswordPolicy(org, 'lockout', { showLockoutFailures: true });
    const { status, body } = await signIn(1);
    expect([status, body.status, body._links.next.name]).toEqual([200, 'LOCKED_OUT', 'unlock']);
    org.clock.advance(5 * 60_000);
    expect((await signIn(1)).body.status).toBe('SUCCESS');
  });

  test('may have been hashed elsewhere: the first sign-in makes the hash our own', async () => {
    const value = createHash('sha256').update(`salt${PASSWORD}`).digest('base64');
    const hash = { algorithm: 'SHA-256', salt: Buffer.from('salt').toString('base64'), saltOrder: 'PREFIX', value };
    const { id } = await createPerson(org, 1, { password: { hash } }, '?activate=true');
    expect((await signIn(1, 'Wrong-Kettle-1')).status).toBe(401);
    expect((await signIn(1)).body.status).toBe('SUCCESS');
    const { password, provider } = org.store.users.require(id).credentials;
    expect([password?.algorithm, provider.type]).toEqual(['SCRYPT', 'OKTA']);
    expect((await signIn(1)).body.status).toBe('SUCCESS');
  });

  test('are not enough where the sign-on policy says no', async () => {
    await activePerson(org);
    setSignOn(org, { access: 'DENY' });
    expect((await signIn(1)).body.errorCode).toBe('E0000004');
    expect(org.store.signIns.count()).toBe(0);
  });
});

describe('an expired password', () => {
  test('is changed before anything else', async () => {
    const { id } = await activePerson(org);
    await org.post(`/api/v1/users/${id}/lifecycle/expire_password`);
    const { body } = await signIn(1);
    expect(body).toMatchObject({
      status: 'PASSWORD_EXPIRED',
      stateToken: expect.stringMatching(/^00[\w-]{40}$/),
      _embedded: { policy: { complexity: { minLength: 8 } } },
      _links: { next: { name: 'changePassword' }, cancel: {} },
    });
    const { stateToken } = body;
    const change = (oldPassword: string, newPassword: string) =>
      authn('/credentials/change_password', { stateToken, oldPassword, newPassword });
    const wrong = await change('Wrong-Kettle-1', NEW);
    expect([wrong.status, wrong.body.errorCauses[0].errorSummary]).toEqual([
      403,
      'oldPassword: The credentials provided were incorrect.',
    ]);
    const weak = await change(PASSWORD, 'weak');
    expect([weak.status, weak.body.errorCode]).toEqual([403, 'E0000014']);
    expect((await authn('/skip', { stateToken })).body.errorCode).toBe('E0000079');
    expect((await change(PASSWORD, NEW)).body.status).toBe('SUCCESS');
    expect(org.store.users.require(id).status).toBe('ACTIVE');
    const changes = 'filter=eventType eq "user.account.update_password"';
    const [event] = (await org.get(`/api/v1/logs?${changes}`)).body;
    expect([event.actor.id, event.target[0].id]).toEqual([id, id]);
    expect((await change(PASSWORD, NEW)).body.errorCode).toBe('E0000011');
    expect((await signIn(1, NEW)).body.status).toBe('SUCCESS');
  });

  test('comes of age, with a warning before that can be passed over', async () => {
    await activePerson(org);
    setPasswordPolicy(org, 'age', { maxAgeDays: 30, expireWarnDays: 5 });
    const options = { options: { warnBeforePasswordExpired: true } };
    expect((await signIn(1, PASSWORD, options)).body.status).toBe('SUCCESS');
    org.clock.advance(27 * 86_400_000);
    expect((await signIn(1)).body.status).toBe('SUCCESS');
    const { body } = await signIn(1, PASSWORD, options);
    expect(body).toMatchObject({
      status: 'PASSWORD_WARN',
      _embedded: { policy: { expiration: { passwordExpireDays: 3 } } },
    });
    expect((await authn('/skip', { stateToken: body.stateToken })).body.status).toBe('SUCCESS');
    org.clock.advance(3 * 86_400_000);
    expect((await signIn(1)).body.status).toBe('PASSWORD_EXPIRED');
  });
});

describe('a sign-in under way', () => {
  test('can be looked at, ends by itself, and can be cancelled', async () => {
    const { id } = await activePerson(org);
    await org.post(`/api/v1/users/${id}/lifecycle/expire_password`);
    const { body } = await signIn(1, PASSWORD, { relayState: '/home' });
    const { stateToken } = body;
    expect((await authn('', { stateToken })).body).toEqual(body);
    expect((await authn('/cancel', { stateToken })).body).toEqual({ relayState: '/home' });
    expect((await authn('', { stateToken })).body.errorCode).toBe('E0000011');
    const { body: second } = await signIn(1);
    org.clock.advance(5 * 60_000);
    expect((await authn('', { stateToken: second.stateToken })).status).toBe(401);
    expect(org.store.signIns.count()).toBe(0);
  });
});

describe('an activation token', () => {
  test('leads to a first password, once', async () => {
    const created = await org.post('/api/v1/users?activate=false', { profile: profile(1) });
    const { id } = created.body;
    const { body } = await org.post(`/api/v1/users/${id}/lifecycle/activate?sendEmail=false`);
    const first = await authn('', { token: body.activationToken });
    expect(first.body).toMatchObject({ status: 'PASSWORD_RESET', recoveryType: 'ACCOUNT_ACTIVATION' });
    expect((await authn('', { token: body.activationToken })).body.errorCode).toBe('E0000004');
    const { stateToken } = first.body;
    const reset = (newPassword: unknown) => authn('/credentials/reset_password', { stateToken, newPassword });
    expect((await reset(null)).body.errorCode).toBe('E0000001');
    expect((await reset('weak')).body.errorCode).toBe('E0000014');
    expect((await reset(NEW)).body.status).toBe('SUCCESS');
    expect(org.store.users.require(id).status).toBe('ACTIVE');
    expect((await signIn(1, NEW)).body.status).toBe('SUCCESS');
  });

  test('signs in who has a password already, unless suspended since', async () => {
    const tokenOf = async (number: number): Promise<{ id: string; token: string }> => {
      const { id } = await createPerson(org, number, { password: { value: PASSWORD } }, '?activate=false');
      const { body } = await org.post(`/api/v1/users/${id}/lifecycle/activate?sendEmail=false`);
      return { id, token: body.activationToken };
    };
    const { token } = await tokenOf(1);
    expect((await authn('', { token })).body).toMatchObject({ status: 'SUCCESS', sessionToken: expect.any(String) });
    expect((await authn('', { token })).body.errorCode).toBe('E0000004');
    const suspended = await tokenOf(2);
    await org.post(`/api/v1/users/${suspended.id}/lifecycle/suspend`);
    const before = org.hash();
    expect((await authn('', { token: suspended.token })).body.errorCode).toBe('E0000004');
    expect(org.hash()).toBe(before);
  });

  test('of who is to recover leads to a new password', async () => {
    const { id } = await createPerson(org, 1, { password: { value: PASSWORD } });
    await org.post(`/api/v1/users/${id}/lifecycle/reset_password`);
    const { body } = await org.post(`/api/v1/users/${id}/lifecycle/reactivate`);
    const { status, stateToken } = (await authn('', { token: body.activationToken })).body;
    expect(status).toBe('PASSWORD_RESET');
    await authn('/credentials/reset_password', { stateToken, newPassword: NEW });
    expect(org.store.users.require(id).status).toBe('ACTIVE');
  });
});
