import { describe, expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';
import { createPerson, eventsSince } from '../support/people.js';
import { refusedBy } from '../support/refused.js';
import {
  activePerson,
  factorsPath,
  otherThan,
  sentCode,
  setEnrolment,
  totp,
  totpFactor,
} from '../support/second-factors.js';

const org = suiteOrg();
const refused = refusedBy(org);

const sms = { factorType: 'sms', provider: 'OKTA', profile: { phoneNumber: '+15554151337' } };
const question = {
  factorType: 'question',
  provider: 'OKTA',
  profile: { question: 'disliked_food', answer: 'mayonnaise' },
};
const enroll = (userId: string, body: object, query = '') => org.post(factorsPath(userId, query), body);

describe('a phone', () => {
  test('is pending until the code is right, in the recorded shape', async () => {
    const { id } = await activePerson(org);
    const { status, body } = await enroll(id, sms);
    const at = `${org.url}${factorsPath(id)}/${body.id}`;
    expect(status).toBe(200);
    expect(body).toEqual({
      id: expect.stringMatching(/^mbl\w{17}$/),
      factorType: 'sms',
      provider: 'OKTA',
      vendorName: 'OKTA',
      status: 'PENDING_ACTIVATION',
      created: expect.any(String),
      lastUpdated: expect.any(String),
      profile: { phoneNumber: '+15554151337' },
      _links: {
        resend: [{ name: 'sms', href: `${at}/resend`, hints: { allow: ['POST'] } }],
        activate: { href: `${at}/lifecycle/activate`, hints: { allow: ['POST'] } },
        self: { href: at, hints: { allow: ['GET'] } },
        user: { href: `${org.url}/api/v1/users/${id}`, hints: { allow: ['GET'] } },
      },
    });
    const activated = await org.post(factorsPath(id, `/${body.id}/lifecycle/activate`), { passCode: sentCode(org) });
    expect([activated.status, activated.body.status]).toEqual([200, 'ACTIVE']);
    expect(Object.keys(activated.body._links)).toEqual(['verify', 'self', 'user']);
    expect((await org.get(factorsPath(id, `/${body.id}`))).body).toEqual(activated.body);
  });

  test('has its number checked, and one of a kind', async () => {
    const { id } = await activePerson(org);
    const bad = (phoneNumber: unknown) => () => enroll(id, { ...sms, profile: { phoneNumber } });
    await refused(bad('12'), 400, 'This phone number is invalid.');
    await refused(bad('not a number'), 400, 'E0000098');
    await refused(bad(null), 400, 'E0000098');
    expect((await enroll(id, { ...sms, profile: { phoneNumber: '(555) 415-1337' } })).body.profile).toEqual({
      phoneNumber: '+15554151337',
    });
    await refused(() => enroll(id, sms), 429, 'E0000109');
    org.clock.advance(31_000);
    const { body } = await enroll(id, sms, '?activate=true');
    expect(body.status).toBe('ACTIVE');
    await refused(() => enroll(id, sms), 400, 'E0000001', 'A factor of this type is already set up.');
    const other = { ...sms, profile: { phoneNumber: '+15554151338' } };
    await refused(() => enroll(id, other), 400, 'E0000001', 'There is an existing verified phone number.');
    expect((await enroll(id, other, '?updatePhone=true')).body.profile.phoneNumber).toBe('+15554151338');
    expect((await org.get(factorsPath(id))).body).toHaveLength(1);
  });

  test('is sent a new code after its pause, and the old one is good no more', async () => {
    const { id } = await activePerson(org);
    const { body } = await enroll(id, sms);
    const first = sentCode(org);
    const resend = () => org.post(factorsPath(id, `/${body.id}/resend`));
    await refused(resend, 429, 'E0000109');
    org.clock.advance(30_000);
    expect((await resend()).status).toBe(200);
    const activate = (passCode: string) => org.post(factorsPath(id, `/${body.id}/lifecycle/activate`), { passCode });
    if (first !== sentCode(org)) expect((await activate(first)).status).toBe(403);
    org.clock.advance(299_000);
    expect((await activate(sentCode(org))).status).toBe(200);
  });

  test('takes five wrong codes, and then no more', async () => {
    const { id } = await activePerson(org);
    const { body } = await enroll(id, sms, '?tokenLifetimeSeconds=60');
    const activate = (passCode: string) => org.post(factorsPath(id, `/${body.id}/lifecycle/activate`), { passCode });
    for (let i = 0; i < 5; i++) {
      const answer = await activate(otherThan(sentCode(org)));
      expect([answer.status, answer.body.errorCode]).toEqual([403, 'E0000068']);
      expect(answer.body.errorCauses[0].errorSummary).toBe(
        "Your passcode doesn't match our records. Please try again.",
      );
    }
    await refused(() => activate(sentCode(org)), 429, 'E0000047');
    await refused(() => enroll(id, sms, '?tokenLifetimeSeconds=0'), 400, 'E0000001');
  });
});

describe('one-time passwords', () => {
  test('are of a shared secret, by the clock of the org', async () => {
    const { id } = await activePerson(org);
    const { body } = await enroll(id, { factorType: 'token:software:totp', provider: 'GOOGLE' });
    const { activation } = body._embedded;
    expect(activation).toMatchObject({ timeStep: 30, encoding: 'base32', keyLength: 16 });
    expect(activation.sharedSecret).toMatch(/^[A-Z2-7]{16}$/);
    const activate = (passCode: unknown) => org.post(factorsPath(id, `/${body.id}/lifecycle/activate`), { passCode });
    expect((await activate(otherThan(totp(org, activation.sharedSecret)))).body.errorCode).toBe('E0000068');
    await refused(() => activate(undefined), 400, 'E0000001', 'passCode: The field cannot be left blank');
    await refused(() => activate(5), 400, 'E0000003');
    const { body: active } = await activate(totp(org, activation.sharedSecret));
    expect([active.status, active.profile]).toEqual(['ACTIVE', { credentialId: 'robin.1@example.com' }]);
    expect(active).not.toHaveProperty('_embedded');
  });
});

describe('a question', () => {
  test('is active at once, and its answer never shown', async () => {
    const { id } = await activePerson(org);
    const { body, text } = await enroll(id, question);
    expect(body).toMatchObject({ status: 'ACTIVE', profile: { question: 'disliked_food' } });
    expect(Object.keys(body._links)).toEqual(['questions', 'self', 'user']);
    expect(text).not.toContain('mayonnaise');
    const bad = (profile: unknown) => () => enroll(id, { ...question, profile });
    await refused(bad({ question: 'unknown_one', answer: 'four' }), 400, 'E0000001');
    await refused(bad({ question: 'disliked_food', answer: 'no' }), 400, 'E0000001');
    await refused(bad(null), 400, 'E0000001');
    const list = await org.get(factorsPath(id, '/questions'));
    expect(list.body).toHaveLength(19);
    expect(list.body[0]).toEqual({
      question: 'disliked_food',
      questionText: 'What is the food you least liked as a child?',
    });
  });
});

describe('a question that is changed in place, as provisioning tools do', () => {
  test('keeps its id, and takes the new answer alone', async () => {
    const { id } = await activePerson(org);
    const { body } = await enroll(id, question);
    const at = factorsPath(id, `/${body.id}`);
    org.clock.advance(5_000);
    const profile = { question: 'favorite_toy', answer: 'teddy' };
    const { status, body: changed, text } = await org.put(at, { profile });
    expect(status).toBe(200);
    expect(changed).toMatchObject({ id: body.id, status: 'ACTIVE', created: body.created });
    expect(changed.profile.question).toBe('favorite_toy');
    expect(changed.lastUpdated).not.toBe(body.lastUpdated);
    expect(text).not.toContain('teddy');
    expect((await org.get(at)).body).toEqual(changed);
    expect((await org.post(`${at}/verify`, { answer: 'teddy' })).body).toEqual({ factorResult: 'SUCCESS' });
    expect((await org.post(`${at}/verify`, { answer: 'mayonnaise' })).status).toBe(403);
  });

  test('is refused as at enrolment, and other factors altogether', async () => {
    const { id } = await activePerson(org);
    const change = (factorId: string, body: unknown) => () => org.put(factorsPath(id, `/${factorId}`), body);
    const { body } = await enroll(id, question);
    await refused(change(body.id, { profile: { question: 'unknown_one', answer: 'four' } }), 400, 'E0000001');
    await refused(change(body.id, { profile: { question: 'favorite_toy', answer: 'no' } }), 400, 'E0000001');
    await refused(change(body.id, {}), 400, 'E0000001');
    await refused(change('ufsnone', question), 404, 'Not found: Resource not found: ufsnone (UserFactor)');
    const phone = await enroll(id, sms, '?activate=true');
    await refused(change(phone.body.id, sms), 405, 'E0000022');
  });
});

describe('any factor', () => {
  test.each([
    ['token', 'RSA', { profile: { credentialId: 'rsa-1' }, verify: { passCode: '5275875498' } }, 'rsa'],
    ['token', 'SYMANTEC', { profile: { credentialId: 'VSMT1' }, verify: { passCode: '123456' } }, 'ufv'],
    ['token:hardware', 'YUBICO', { verify: { passCode: 'cccccceukngdfgkukfctkcvfidnetljjiknckkcjulji' } }, 'ykf'],
  ])('of a vendor (%s, %s) is active with its first code', async (factorType, provider, rest, prefix) => {
    const { id } = await activePerson(org);
    const bad = () => enroll(id, { factorType, provider, ...rest, verify: { passCode: 'x' } });
    await refused(bad, 403, 'E0000068', "Your token doesn't match our records. Please try again.");
    const { body } = await enroll(id, { factorType, provider, ...rest });
    expect([body.status, body.id?.slice(0, 3)]).toEqual(['ACTIVE', prefix]);
  });

  test('of a custom kind needs its secret and activate', async () => {
    const { id } = await activePerson(org);
    const hotp = { factorType: 'token:hotp', provider: 'CUSTOM', factorProfileId: 'fpr1' };
    await refused(() => enroll(id, { ...hotp, profile: {} }), 400, 'E0000001');
    const whole = { ...hotp, profile: { sharedSecret: '484f97be3213b117e3a20438e291540a' } };
    await refused(() => enroll(id, whole), 400, 'E0000001');
    const { body, text } = await enroll(id, whole, '?activate=true');
    expect([body.status, body.factorProfileId]).toEqual(['ACTIVE', 'fpr1']);
    expect(text).not.toContain('484f97be');
  });

  test('is refused for users who are not active, unknown kinds, and by the policy', async () => {
    const { id } = await activePerson(org);
    const staged = await createPerson(org, 2, undefined, '?activate=false');
    await refused(() => enroll(staged.id, sms), 403, 'E0000038');
    await refused(() => enroll(id, { factorType: 'smoke', provider: 'OKTA' }), 400, 'E0000001');
    await refused(() => enroll(id, { provider: 'OKTA' }), 400, 'E0000001');
    await refused(() => enroll('00u1', sms), 404, 'E0000007');
    setEnrolment(org, 'security_question', 'NOT_ALLOWED');
    const cause = 'Factor not allowed for the user based on the Multifactor policy.';
    await refused(() => enroll(id, question), 400, 'E0000001', cause);
  });

  test('that stands for a mail box is one of the user', async () => {
    const { id } = await activePerson(org);
    const email = (address?: string) => ({ factorType: 'email', provider: 'OKTA', profile: { email: address } });
    const foreign = await refused(() => enroll(id, email('else@example.com')), 400, 'E0000001');
    expect(foreign.body.errorSummary).toContain('Only verified primary or secondary email can be enrolled.');
    const { body } = await enroll(id, email());
    expect([body.id.slice(0, 3), body.profile]).toEqual(['emf', { email: 'robin.1@example.com' }]);
  });

  test('goes, and with the pushes of Okta Verify its one-time passwords', async () => {
    const { id } = await activePerson(org);
    const { id: factorId } = await totpFactor(org, id, 'OKTA');
    const { body: push } = await enroll(id, { factorType: 'push', provider: 'OKTA' });
    const { id: kept } = await totpFactor(org, id, 'GOOGLE');
    const count = org.store.logs.count();
    expect((await org.delete(factorsPath(id, `/${push.id}`))).status).toBe(204);
    expect(eventsSince(org, count)).toEqual(['user.mfa.factor.deactivate', 'user.mfa.factor.deactivate']);
    const reasons = org.store.logs.all().map(({ outcome }) => outcome?.reason);
    expect(reasons.slice(count)).toEqual(['User reset OKTA_VERIFY_PUSH factor', 'User reset OKTA_SOFT_TOKEN factor']);
    const left = (await org.get(factorsPath(id))).body.map((factor: { id: string }) => factor.id);
    expect(left).toEqual([kept]);
    await refused(() => org.get(factorsPath(id, `/${factorId}`)), 404, 'E0000007');
    await refused(() => org.delete(factorsPath(id, `/${factorId}`)), 404, 'E0000007');
  });

  test('goes with reset_factors, with deactivation and with its user', async () => {
    const { id } = await activePerson(org);
    await totpFactor(org, id);
    await org.post(`/api/v1/users/${id}/lifecycle/reset_factors`);
    expect((await org.get(factorsPath(id))).body).toEqual([]);
    await enroll(id, question);
    await org.post(`/api/v1/users/${id}/lifecycle/deactivate`);
    expect(org.store.factors.count()).toBe(0);
  });
});

describe('the catalog', () => {
  test('tells what a user can have, and what is there already', async () => {
    const { id } = await activePerson(org);
    await enroll(id, sms);
    await enroll(id, question);
    const { body } = await org.get(factorsPath(id, '/catalog'));
    const of = (factorType: string) => body.find((item: { factorType: string }) => item.factorType === factorType);
    expect(of('question')).toMatchObject({ status: 'ACTIVE', enrollment: 'OPTIONAL', vendorName: 'OKTA' });
    expect(Object.keys(of('question')._links)).toEqual(['questions', 'enroll']);
    expect(of('sms')._embedded.phones).toMatchObject([{ status: 'PENDING_ACTIVATION' }]);
    expect(of('push').status).toBe('NOT_SETUP');
    setEnrolment(org, 'okta_verify', 'NOT_ALLOWED');
    const { body: less } = await org.get(factorsPath(id, '/catalog'));
    expect(less.map((item: { factorType: string }) => item.factorType)).not.toContain('push');
    await refused(() => org.get('/api/v1/users/00u1/factors/catalog'), 404, 'E0000007');
    await refused(() => org.get('/api/v1/users/00u1/factors/questions'), 404, 'E0000007');
    await refused(() => org.get('/api/v1/users/00u1/factors'), 404, 'E0000007');
  });
});
