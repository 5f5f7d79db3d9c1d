import { describe, expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';
import { setStatus } from '../support/people.js';
import { refusedBy } from '../support/refused.js';
import {
  activePerson,
  answerPush,
  factorsPath,
  otherThan,
  sentCode,
  totp,
  totpFactor,
} from '../support/second-factors.js';

const org = suiteOrg();
const refused = refusedBy(org);

const enroll = async (userId: string, body: object, query = ''): Promise<string> =>
  (await org.post(factorsPath(userId, query), body)).body.id;
const verify = (userId: string, id: string, body?: object) => org.post(factorsPath(userId, `/${id}/verify`), body);

describe('a code that is sent', () => {
  test('is asked for, and good once', async () => {
    const { id } = await activePerson(org);
    const phone = { factorType: 'sms', provider: 'OKTA', profile: { phoneNumber: '+15554151337' } };
    const factorId = await enroll(id, phone, '?activate=true');
    const { body } = await verify(id, factorId);
    expect(body).toMatchObject({ factorResult: 'CHALLENGE', profile: { phoneNumber: '+15554151337' } });
    expect(Object.keys(body._links)).toEqual(['verify', 'factor']);
    expect(org.store.messages.all().at(-1)).toMatchObject({ kind: 'sms', to: '+15554151337', userId: id });
    await refused(() => verify(id, factorId), 429, 'E0000109');
    const code = sentCode(org);
    expect((await verify(id, factorId, { passCode: code })).body).toEqual({ factorResult: 'SUCCESS' });
    expect((await verify(id, factorId, { passCode: code })).body.errorCode).toBe('E0000068');
  });

  test('ends with its time', async () => {
    const { id } = await activePerson(org);
    const factorId = await enroll(id, { factorType: 'email', provider: 'OKTA', profile: {} }, '?activate=true');
    await org.post(factorsPath(id, `/${factorId}/verify?tokenLifetimeSeconds=10`));
    org.clock.advance(10_000);
    expect((await verify(id, factorId, { passCode: sentCode(org) })).status).toBe(403);
  });
});

describe('a one-time password', () => {
  test('is good once, a step away at most', async () => {
    const { id } = await activePerson(org);
    const { id: factorId, secret } = await totpFactor(org, id);
    const passCode = totp(org, secret);
    expect((await verify(id, factorId, { passCode })).body).toEqual({ factorResult: 'SUCCESS' });
    expect((await verify(id, factorId, { passCode })).body.errorCode).toBe('E0000082');
    expect((await verify(id, factorId, { passCode: totp(org, secret, 3) })).body.errorCode).toBe('E0000083');
    org.clock.advance(30_000);
    expect((await verify(id, factorId, { passCode: totp(org, secret, 1) })).status).toBe(200);
    await refused(() => verify(id, factorId), 400, 'E0000001', 'passCode: The field cannot be left blank');
  });

  test('that is wrong five times locks its user out', async () => {
    const { id } = await activePerson(org);
    const { id: factorId, secret } = await totpFactor(org, id);
    const wrong = otherThan(totp(org, secret));
    for (let i = 0; i < 4; i++)
      expect((await verify(id, factorId, { passCode: wrong })).body.errorCode).toBe('E0000068');
    expect((await verify(id, factorId, { passCode: wrong })).body.errorCode).toBe('E0000069');
    expect((await org.get(`/api/v1/users/${id}`)).body.status).toBe('LOCKED_OUT');
    await refused(() => verify(id, factorId, { passCode: totp(org, secret) }), 403, 'User Locked');
    await org.post(`/api/v1/users/${id}/lifecycle/unlock`);
    expect((await verify(id, factorId, { passCode: totp(org, secret) })).status).toBe(200);
  });
});

describe('an answer', () => {
  test('is right whatever its case', async () => {
    const { id } = await activePerson(org);
    const profile = { question: 'disliked_food', answer: 'Mayonnaise' };
    const factorId = await enroll(id, { factorType: 'question', provider: 'OKTA', profile });
    expect((await verify(id, factorId, { answer: ' mayonnaise' })).body).toEqual({ factorResult: 'SUCCESS' });
    const wrong = await verify(id, factorId, { answer: 'ketchup' });
    expect(wrong.body.errorCauses[0].errorSummary).toBe("Your answer doesn't match our records. Please try again.");
    await refused(() => verify(id, factorId, {}), 400, 'E0000001', 'answer: The field cannot be left blank');
    await refused(() => verify(id, 'ufs1', { answer: 'x' }), 404, 'E0000007');
  });
});

describe('a push', () => {
  const push = { factorType: 'push', provider: 'OKTA' };

  async function device(userId: string): Promise<string> {
    const id = await enroll(userId, push);
    await answerPush(org, 'approve');
    return id;
  }

  test('is enrolled on the device', async () => {
    const { id } = await activePerson(org);
    const { body } = await org.post(factorsPath(id), push);
    expect(body._embedded.activation).toMatchObject({ factorResult: 'WAITING', _links: { send: [{}, {}] } });
    const poll = () => org.post(factorsPath(id, `/${body.id}/lifecycle/activate/poll`));
    expect((await poll()).body.factorResult).toBe('WAITING');
    await answerPush(org, 'approve');
    const done = await poll();
    expect(done.body).toMatchObject({ status: 'ACTIVE', profile: { name: 'Sandbox phone', platform: 'IOS' } });
    expect((await org.post(factorsPath(id, `/${body.id}/lifecycle/activate`))).body).toEqual(done.body);
  });

  test('is begun with a link that comes by mail or text message', async () => {
    const { id } = await activePerson(org);
    const { body } = await org.post(factorsPath(id), push);
    const { send } = body._embedded.activation._links;
    const [mail = '', text = ''] = send.map(({ href }: { href: string }) => new URL(href).pathname);
    expect((await org.post(mail)).body).toEqual(body._embedded.activation);
    expect((await org.post(text, { phoneNumber: '+15550001111' })).status).toBe(200);
    const sent = org.store.messages.all().map(({ kind, to }) => [kind, to]);
    expect(sent).toEqual([
      ['email', 'robin.1@example.com'],
      ['sms', '+15550001111'],
    ]);
    await refused(() => org.post(text), 400, 'E0000098');
    await answerPush(org, 'approve');
    await refused(() => org.post(mail), 403, 'E0000038');
  });

  test('times out, and can be asked for anew', async () => {
    const { id } = await activePerson(org);
    const { body } = await org.post(factorsPath(id), push);
    org.clock.advance(10 * 60_000);
    const poll = () => org.post(factorsPath(id, `/${body.id}/lifecycle/activate/poll`));
    expect((await poll()).body).toMatchObject({ factorResult: 'TIMEOUT' });
    expect((await org.get('/_sandbox/push')).body).toEqual([]);
    const again = await org.post(factorsPath(id, `/${body.id}/lifecycle/activate`));
    expect(again.body.factorResult).toBe('WAITING');
  });

  test.each([
    ['approve', 'SUCCESS'],
    ['reject', 'REJECTED'],
  ] as const)('is answered there: %s', async (answer, factorResult) => {
    const { id } = await activePerson(org);
    const factorId = await device(id);
    const { body } = await verify(id, factorId);
    expect(body).toMatchObject({ factorResult: 'WAITING' });
    const poll = () => org.get(new URL(body._links.poll.href).pathname);
    expect((await poll()).body.factorResult).toBe('WAITING');
    expect((await answerPush(org, answer)).status).toBe(204);
    expect((await poll()).body).toMatchObject({ factorResult, _links: { verify: {}, factor: {} } });
    expect((await org.get('/_sandbox/push')).body).toEqual([]);
  });

  test('can be taken back, ends by itself, and is nobody else’s', async () => {
    const { id } = await activePerson(org);
    const other = await activePerson(org, 2);
    const factorId = await device(id);
    const { body } = await verify(id, factorId);
    const path = new URL(body._links.poll.href).pathname;
    expect((await org.delete(path)).status).toBe(204);
    expect((await org.get(path)).body.factorResult).toBe('CANCELLED');
    const { body: second } = await verify(id, factorId);
    org.clock.advance(5 * 60_000);
    expect((await org.get(new URL(second._links.poll.href).pathname)).body.factorResult).toBe('TIMEOUT');
    await refused(() => org.get(path.replace(id, other.id)), 404, 'E0000007');
    await refused(() => org.get(factorsPath(id, `/${factorId}/transactions/mst1`)), 404, 'E0000007');
    expect((await org.post('/_sandbox/push/mst1/approve')).status).toBe(404);
    expect((await org.post('/_sandbox/push/mst1/think')).status).toBe(404);
  });
});

describe('a security key', () => {
  const clientData = (challenge: string): string =>
    Buffer.from(JSON.stringify({ type: 'webauthn.create', challenge })).toString('base64url');

  test('signs the challenge of its factor', async () => {
    const { id } = await activePerson(org);
    const { body } = await org.post(factorsPath(id), { factorType: 'webauthn', provider: 'FIDO' });
    const { challenge } = body._embedded.activation;
    const activate = (data: object) => org.post(factorsPath(id, `/${body.id}/lifecycle/activate`), data);
    const wrong = await activate({ attestation: 'AAAA', clientData: clientData('another') });
    expect(wrong.body.errorCode).toBe('E0000068');
    const { body: active } = await activate({ attestation: 'AAAA', clientData: clientData(challenge) });
    expect(active).toMatchObject({ status: 'ACTIVE', profile: { authenticatorName: expect.any(String) } });
    const { body: asked } = await verify(id, body.id);
    expect(asked).toMatchObject({ factorResult: 'CHALLENGE', _embedded: { challenge: { extensions: {} } } });
    const signed = clientData(asked._embedded.challenge.challenge);
    const proof = { clientData: signed, authenticatorData: 'AAAA', signatureData: 'AAAA' };
    expect((await verify(id, body.id, proof)).body.factorResult).toBe('SUCCESS');
    expect((await verify(id, body.id, proof)).body.errorCode).toBe('E0000068');
  });
});

test('a factor that is not active, and a user who is not, prove nothing', async () => {
  const { id } = await activePerson(org);
  const pending = await enroll(id, { factorType: 'token:software:totp', provider: 'GOOGLE' });
  await refused(() => verify(id, pending, { passCode: '123456' }), 410, 'E0000154');
  const { id: factorId, secret } = await totpFactor(org, id, 'OKTA');
  setStatus(org, id, 'SUSPENDED');
  await refused(() => verify(id, factorId, { passCode: totp(org, secret) }), 423, 'E0000155');
});
