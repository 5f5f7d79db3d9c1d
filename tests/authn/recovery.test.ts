import { describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { suiteOrg } from '../support/org.js';
import { createPerson, PASSWORD, profile, setStatus } from '../support/people.js';
import { activePerson, otherThan, sentCode } from '../support/second-factors.js';

const org = suiteOrg();
const NEW = 'Green-Kettle-48';

const authn = (path: string, body: object) => request(org.url).post(`/api/v1/authn${path}`).send(body);
const trusted = (path: string, body: object) => org.post(`/api/v1/authn${path}`, body);
const username = 'robin.1@example.com';

/** Lets people recover by phone. */
function byPhone(): void {
  org.sandbox.org.store.transaction(() => {
    const row = org.store.policies.where('type', 'PASSWORD').find(({ system }) => system);
    if (!row) throw new Error('no password policy');
    const recovery = row.settings?.recovery as { factors: object };
    const factors = { ...recovery.factors, okta_sms: { status: 'ACTIVE' } };
    org.store.policies.update(row.id, { settings: { ...row.settings, recovery: { factors } } as never });
  });
}

const questioned = () =>
  createPerson(
    org,
    1,
    { password: { value: PASSWORD }, recovery_question: { question: 'Where?', answer: 'Boathouse' } },
    '?activate=true',
  );

describe('a forgotten password', () => {
  test('is replaced by a link that is mailed, and good once', async () => {
    await activePerson(org);
    const asked = await authn('/recovery/password', { username, factorType: 'EMAIL', relayState: '/home' });
    expect(asked.body).toEqual({
      status: 'RECOVERY_CHALLENGE',
      relayState: '/home',
      factorResult: 'WAITING',
      factorType: 'EMAIL',
      recoveryType: 'PASSWORD',
    });
    const recoveryToken = org.store.messages.all().at(-1)?.content.recoveryToken as string;
    const { body } = await authn('/recovery/token', { recoveryToken });
    expect(body).toMatchObject({ status: 'PASSWORD_RESET', recoveryType: 'PASSWORD' });
    expect((await authn('/recovery/token', { recoveryToken })).body.errorCode).toBe('E0000011');
    const reset = { stateToken: body.stateToken, newPassword: NEW };
    expect((await authn('/credentials/reset_password', reset)).body.status).toBe('SUCCESS');
    expect((await authn('', { username, password: NEW })).body.status).toBe('SUCCESS');
  });

  test('asks who has a recovery question for the answer', async () => {
    await questioned();
    await authn('/recovery/password', { username });
    const recoveryToken = org.store.messages.all().at(-1)?.content.recoveryToken as string;
    const { body } = await authn('/recovery/token', { recoveryToken });
    expect(body).toMatchObject({
      status: 'RECOVERY',
      _embedded: { user: { recovery_question: { question: 'Where?' } } },
      _links: { next: { name: 'answer' } },
    });
    const { stateToken } = body;
    const answer = (text: unknown) => authn('/recovery/answer', { stateToken, answer: text });
    expect((await answer('Shed')).body.errorCode).toBe('E0000087');
    expect((await answer(null)).body.errorCode).toBe('E0000001');
    expect((await answer('boathouse')).body.status).toBe('PASSWORD_RESET');
    expect((await answer('boathouse')).body.errorCode).toBe('E0000079');
  });

  test('by phone takes a code', async () => {
    await org.post('/api/v1/users?activate=true', {
      profile: { ...profile(1), mobilePhone: '+15554151337' },
      credentials: { password: { value: PASSWORD } },
    });
    const off = await authn('/recovery/password', { username, factorType: 'SMS' });
    expect(off.body.errorCode).toBe('E0000034');
    byPhone();
    const { body } = await authn('/recovery/password', { username, factorType: 'SMS' });
    expect(body).toMatchObject({ status: 'RECOVERY_CHALLENGE', factorType: 'SMS', recoveryType: 'PASSWORD' });
    expect(body).not.toHaveProperty('_embedded');
    const { stateToken } = body;
    const verify = (passCode: string, channel = 'SMS') =>
      authn(`/recovery/factors/${channel}/verify`, { stateToken, passCode });
    expect((await verify(otherThan(sentCode(org)))).body.errorCode).toBe('E0000068');
    expect((await verify(sentCode(org), 'CALL')).body.errorCode).toBe('E0000079');
    expect((await authn('/recovery/factors/sms/resend', { stateToken })).body.errorCode).toBe('E0000109');
    org.clock.advance(30_000);
    expect((await authn('/recovery/factors/sms/resend', { stateToken })).body.status).toBe('RECOVERY_CHALLENGE');
    expect((await verify(sentCode(org), 'sms')).body.status).toBe('PASSWORD_RESET');
  });

  test('tells nobody who there is', async () => {
    byPhone();
    const messages = org.store.messages.count();
    const mail = await authn('/recovery/password', { username: 'nobody@example.com', factorType: 'EMAIL' });
    expect(mail.body.status).toBe('RECOVERY_CHALLENGE');
    const { status, body } = await authn('/recovery/password', { username: 'nobody@example.com', factorType: 'SMS' });
    expect([status, body.status]).toEqual([200, 'RECOVERY_CHALLENGE']);
    const { stateToken } = body;
    for (let i = 0; i < 5; i++) {
      const wrong = await authn('/recovery/factors/sms/verify', { stateToken, passCode: '123456' });
      expect(wrong.body.errorCode).toBe('E0000068');
    }
    const over = await authn('/recovery/factors/sms/verify', { stateToken, passCode: '123456' });
    expect(over.body.errorCode).toBe('E0000011');
    expect(org.store.messages.count()).toBe(messages);
    expect((await authn('/recovery/password', {})).body.errorCode).toBe('E0000001');
    expect((await authn('/recovery/password', { username, factorType: 'PIGEON' })).body.errorCode).toBe('E0000001');
  });

  test('gives a trusted application the token itself', async () => {
    await activePerson(org);
    const { body } = await trusted('/recovery/password', { username, relayState: 'x' });
    expect(body).toMatchObject({ status: 'RECOVERY', recoveryType: 'PASSWORD', relayState: 'x' });
    expect((await authn('/recovery/token', { recoveryToken: body.recoveryToken })).body.status).toBe('PASSWORD_RESET');
    const unknown = await trusted('/recovery/password', { username: 'nobody@example.com' });
    expect([unknown.status, unknown.body.errorCode]).toEqual([403, 'E0000095']);
    expect((await trusted('/recovery/unlock', { username })).body.errorCode).toBe('E0000032');
  });

  test('that an administrator reset is chosen anew by the link of that', async () => {
    const { id } = await questioned();
    const { body } = await org.post(`/api/v1/users/${id}/lifecycle/reset_password?sendEmail=false`);
    expect((await authn('', { username, password: PASSWORD })).status).toBe(401);
    const recoveryToken = body.resetPasswordUrl.split('/').at(-1);
    const { stateToken, status } = (await authn('/recovery/token', { recoveryToken })).body;
    expect(status).toBe('PASSWORD_RESET');
    expect((await authn('/credentials/reset_password', { stateToken, newPassword: NEW })).body.status).toBe('SUCCESS');
    expect((await org.get(`/api/v1/users/${id}`)).body.status).toBe('ACTIVE');
    const [changed] = (await org.get('/api/v1/logs?filter=eventType eq "user.account.update_password"')).body;
    expect([changed.actor.id, changed.target[0].id]).toEqual([id, id]);
  });
});

describe('a lockout', () => {
  test('ends by a mail, and by an answer where there is a question', async () => {
    const { id } = await questioned();
    setStatus(org, id, 'LOCKED_OUT');
    const { body } = await authn('/recovery/unlock', { username, factorType: 'EMAIL' });
    expect(body).toMatchObject({ status: 'RECOVERY_CHALLENGE', recoveryType: 'UNLOCK' });
    const recoveryToken = org.store.messages.all().at(-1)?.content.recoveryToken as string;
    const { stateToken } = (await authn('/recovery/token', { recoveryToken })).body;
    const done = await authn('/recovery/answer', { stateToken, answer: 'Boathouse' });
    expect(done.body).toMatchObject({ status: 'SUCCESS', recoveryType: 'UNLOCK', _embedded: { user: { id } } });
    expect(done.body).not.toHaveProperty('sessionToken');
    expect((await authn('', { username, password: PASSWORD })).body.status).toBe('SUCCESS');
  });
});
