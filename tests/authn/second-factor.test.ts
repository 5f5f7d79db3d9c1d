import { describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { suiteOrg } from '../support/org.js';
import { PASSWORD } from '../support/people.js';
import {
  activePerson,
  answerPush,
  factorsPath,
  otherThan,
  sentCode,
  setEnrolment,
  setSignOn,
  totp,
  totpFactor,
} from '../support/second-factors.js';

const org = suiteOrg();

const authn = (path: string, body: object) => request(org.url).post(`/api/v1/authn${path}`).send(body);
const signIn = (rest: object = {}) => authn('', { username: 'robin.1@example.com', password: PASSWORD, ...rest });
const phone = { factorType: 'sms', provider: 'OKTA', profile: { phoneNumber: '+15554151337' } };

describe('where a second factor is asked for', () => {
  test('a one-time password is the way in', async () => {
    const { id } = await activePerson(org);
    const { id: factorId, secret } = await totpFactor(org, id);
    setSignOn(org, { requireFactor: true });
    const { body } = await signIn();
    expect(body).toMatchObject({ status: 'MFA_REQUIRED', _embedded: { user: { id }, policy: {} } });
    expect(body._embedded.factors).toMatchObject([
      {
        id: factorId,
        factorType: 'token:software:totp',
        provider: 'GOOGLE',
        _links: { verify: { href: `${org.url}/api/v1/authn/factors/${factorId}/verify` } },
      },
    ]);
    const { stateToken } = body;
    const verify = (passCode: string, id_ = factorId) => authn(`/factors/${id_}/verify`, { stateToken, passCode });
    const wrong = await verify(otherThan(totp(org, secret)));
    expect([wrong.status, wrong.body.errorCode]).toEqual([403, 'E0000068']);
    expect((await verify('123456', 'ost1')).status).toBe(404);
    const done = await verify(totp(org, secret));
    expect(done.body.status).toBe('SUCCESS');
    expect((await verify(totp(org, secret, 1))).body.errorCode).toBe('E0000011');
    const session = await org.post('/api/v1/sessions', { sessionToken: done.body.sessionToken });
    expect(session.body).toMatchObject({
      amr: ['pwd', 'otp', 'mfa'],
      lastFactorVerification: '2026-01-15T09:30:00.000Z',
      mfaActive: true,
    });
  });

  test('five wrong ones lock the user out', async () => {
    const { id } = await activePerson(org);
    const { id: factorId, secret } = await totpFactor(org, id);
    setSignOn(org, { requireFactor: true });
    const { stateToken } = (await signIn()).body;
    const wrong = otherThan(totp(org, secret));
    const codes: string[] = [];
    for (let i = 0; i < 6; i++) {
      codes.push((await authn(`/factors/${factorId}/verify`, { stateToken, passCode: wrong })).body.errorCode);
    }
    expect(codes).toEqual(['E0000068', 'E0000068', 'E0000068', 'E0000068', 'E0000069', 'E0000069']);
    expect((await signIn()).status).toBe(401);
  });

  test('a code is sent, once more after its pause, and the choice can be made again', async () => {
    const { id } = await activePerson(org);
    const { body: factor } = await org.post(factorsPath(id, '?activate=true'), phone);
    setSignOn(org, { requireFactor: true });
    const { stateToken } = (await signIn()).body;
    const asked = await authn(`/factors/${factor.id}/verify`, { stateToken });
    expect(asked.body).toMatchObject({
      status: 'MFA_CHALLENGE',
      _embedded: { factor: { id: factor.id, profile: { phoneNumber: '+15554151337' } } },
      _links: { next: { name: 'verify' }, prev: {}, resend: [{ name: 'sms' }], cancel: {} },
    });
    const resend = () => authn(`/factors/${factor.id}/verify/resend`, { stateToken });
    expect((await resend()).body.errorCode).toBe('E0000109');
    org.clock.advance(30_000);
    expect((await resend()).body.status).toBe('MFA_CHALLENGE');
    expect((await authn('/previous', { stateToken })).body.status).toBe('MFA_REQUIRED');
    expect((await authn('/previous', { stateToken })).body.errorCode).toBe('E0000079');
    const done = await authn(`/factors/${factor.id}/verify`, { stateToken, passCode: sentCode(org) });
    expect(done.body.status).toBe('SUCCESS');
  });

  test.each([
    ['approve', 'SUCCESS', undefined],
    ['reject', 'MFA_CHALLENGE', 'REJECTED'],
  ] as const)('a push is waited for: %s', async (answer, status, factorResult) => {
    const { id } = await activePerson(org);
    const { body: factor } = await org.post(factorsPath(id), { factorType: 'push', provider: 'OKTA' });
    await answerPush(org, 'approve');
    setSignOn(org, { requireFactor: true });
    const { stateToken } = (await signIn()).body;
    const poll = () => authn(`/factors/${factor.id}/verify`, { stateToken });
    expect((await poll()).body).toMatchObject({ factorResult: 'WAITING', _links: { next: { name: 'poll' } } });
    expect((await poll()).body.factorResult).toBe('WAITING');
    await answerPush(org, answer);
    const { body } = await poll();
    expect([body.status, body.factorResult]).toEqual([status, factorResult]);
  });

  test('an answer does', async () => {
    const { id } = await activePerson(org);
    const profile = { question: 'disliked_food', answer: 'mayonnaise' };
    const { body: factor } = await org.post(factorsPath(id), { factorType: 'question', provider: 'OKTA', profile });
    setSignOn(org, { requireFactor: true });
    const { stateToken } = (await signIn()).body;
    const verify = (answer: string) => authn(`/factors/${factor.id}/verify`, { stateToken, answer });
    expect((await verify('ketchup')).body.errorCode).toBe('E0000068');
    expect((await verify('Mayonnaise')).body.status).toBe('SUCCESS');
  });

  test('a device can be remembered, for as long as the policy says', async () => {
    const { id } = await activePerson(org);
    const { id: factorId, secret } = await totpFactor(org, id);
    setSignOn(org, { requireFactor: true, factorPromptMode: 'DEVICE', factorLifetime: 15 });
    const context = { context: { deviceToken: 'device-1' } };
    const { body } = await signIn(context);
    expect(body._embedded.policy).toMatchObject({ allowRememberDevice: true, rememberDeviceLifetimeInMinutes: 15 });
    const { stateToken } = body;
    await authn(`/factors/${factorId}/verify?rememberDevice=true`, { stateToken, passCode: totp(org, secret) });
    expect((await signIn(context)).body.status).toBe('SUCCESS');
    expect((await signIn()).body.status).toBe('MFA_REQUIRED');
    org.clock.advance(15 * 60_000);
    expect((await signIn(context)).body.status).toBe('MFA_REQUIRED');
  });
});

describe('who has no factor yet', () => {
  test('enrols one within the sign-in', async () => {
    const { id } = await activePerson(org);
    setSignOn(org, { requireFactor: true });
    const { body } = await signIn();
    expect(body.status).toBe('MFA_ENROLL');
    const kinds = body._embedded.factors.map((item: { factorType: string }) => item.factorType);
    expect(kinds).toEqual(expect.arrayContaining(['question', 'push', 'sms', 'token:software:totp']));
    const { stateToken } = body;
    const begun = await authn('/factors', { stateToken, factorType: 'token:software:totp', provider: 'GOOGLE' });
    expect(begun.body).toMatchObject({ status: 'MFA_ENROLL_ACTIVATE', _links: { next: { name: 'activate' } } });
    expect((await authn('/previous', { stateToken })).body.status).toBe('MFA_ENROLL');
    expect(org.store.factors.where('user', id)).toEqual([]);
    const { body: again } = await authn('/factors', {
      stateToken,
      factorType: 'token:software:totp',
      provider: 'GOOGLE',
    });
    const { id: factorId, _embedded } = again._embedded.factor;
    const activate = (passCode: string) => authn(`/factors/${factorId}/lifecycle/activate`, { stateToken, passCode });
    const { sharedSecret } = _embedded.activation;
    expect((await activate(otherThan(totp(org, sharedSecret)))).body.errorCode).toBe('E0000068');
    expect((await activate(totp(org, sharedSecret))).body.status).toBe('SUCCESS');
    expect((await signIn()).body.status).toBe('MFA_REQUIRED');
  });

  test('enrols what the policy requires, and may enrol more', async () => {
    await activePerson(org);
    setEnrolment(org, 'security_question', 'REQUIRED');
    setSignOn(org, { requireFactor: true });
    const { stateToken } = (await signIn({ options: { multiOptionalFactorEnroll: true } })).body;
    const first = await authn('/factors', { stateToken, ...phone });
    expect(first.body).toMatchObject({ _links: { resend: [{ name: 'sms' }] } });
    org.clock.advance(31_000);
    const path = `/factors/${first.body._embedded.factor.id}/lifecycle`;
    expect((await authn(`${path}/resend`, { stateToken })).body.status).toBe('MFA_ENROLL_ACTIVATE');
    const second = await authn(`${path}/activate`, { stateToken, passCode: sentCode(org) });
    expect([second.body.status, second.body._links.skip]).toEqual(['MFA_ENROLL', undefined]);
    expect((await authn('/skip', { stateToken })).body.errorCode).toBe('E0000079');
    const profile = { question: 'disliked_food', answer: 'mayonnaise' };
    const third = await authn('/factors', { stateToken, factorType: 'question', provider: 'OKTA', profile });
    expect([third.body.status, third.body._links.skip.name]).toEqual(['MFA_ENROLL', 'skip']);
    expect((await authn('/skip', { stateToken })).body.status).toBe('SUCCESS');
  });

  test('enrols a device, told by mail where to begin', async () => {
    await activePerson(org);
    setSignOn(org, { requireFactor: true });
    const { stateToken } = (await signIn()).body;
    const { body } = await authn('/factors', { stateToken, factorType: 'push', provider: 'OKTA' });
    expect(body).toMatchObject({ factorResult: 'WAITING', _links: { next: { name: 'poll' } } });
    const path = `/factors/${body._embedded.factor.id}/lifecycle/activate`;
    expect((await authn(`${path}/email`, { stateToken })).status).toBe(200);
    expect(org.store.messages.all().at(-1)).toMatchObject({ template: 'push-activation', to: 'robin.1@example.com' });
    expect((await authn(`${path}/sms`, { stateToken })).body.errorCode).toBe('E0000098');
    expect((await authn(`${path}/poll`, { stateToken })).body.factorResult).toBe('WAITING');
    await answerPush(org, 'approve');
    expect((await authn(`${path}/poll`, { stateToken })).body.status).toBe('SUCCESS');
  });
});
