import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type HookServer, hookServer, json } from '../support/hook-server.js';
import { deliveries, inlineHook, made } from '../support/hooks.js';
import { suiteOrg } from '../support/org.js';
import { createPerson, PASSWORD } from '../support/people.js';
import { refusedBy } from '../support/refused.js';

const org = suiteOrg({ hookTimeLimit: 300 });
const refused = refusedBy(org);
const TYPE = 'com.okta.user.credential.password.import';
const OLD = 'what-it-was-before';

let server: HookServer;
beforeAll(async () => {
  server = await hookServer();
});
beforeEach(() => {
  server.answer = (got, res) => {
    const credential = got.body.data.context.credential.password === OLD ? 'VERIFIED' : 'UNVERIFIED';
    json(200, { commands: [{ type: 'com.okta.action.update', value: { credential } }] })(got, res);
  };
});
afterAll(() => server.close());

const imported = async (): Promise<string> =>
  (await createPerson(org, 1, { password: { hook: { type: 'default' } } })).id;
const makeHook = (): Promise<string> => made(org, 'inlineHooks', inlineHook(server.url, { type: TYPE }));
const change = (id: string, oldPassword: string, newPassword = PASSWORD) =>
  org.post(`/api/v1/users/${id}/credentials/change_password`, {
    oldPassword: { value: oldPassword },
    newPassword: { value: newPassword },
  });

test('a password that was imported with a hook is checked by it when it is changed', async () => {
  const [id, hookId] = [await imported(), await makeHook()];
  const answer = await change(id, OLD);
  expect([answer.status, answer.body.provider]).toEqual([200, { type: 'OKTA', name: 'OKTA' }]);
  expect(server.got.at(-1)?.body).toEqual({
    eventId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    eventTime: '2026-01-15T09:30:00.000Z',
    eventType: TYPE,
    eventTypeVersion: '1.0',
    contentType: 'application/json',
    cloudEventVersion: '0.1',
    source: `${org.url}/api/v1/inlineHooks/${hookId}`,
    data: {
      context: {
        request: {
          id: answer.headers['x-okta-request-id'],
          method: 'POST',
          url: { value: `/api/v1/users/${id}/credentials/change_password` },
          ipAddress: '127.0.0.1',
        },
        credential: { username: 'robin.1@example.com', password: OLD },
      },
      action: { credential: 'UNVERIFIED' },
    },
  });
  const { body } = await org.get('/api/v1/logs?filter=eventType sw "inline_hook.exec" or eventType sw "user.import"');
  expect(body.map(({ eventType }: { eventType: string }) => eventType)).toEqual([
    'inline_hook.executed',
    'user.import.password',
  ]);
  const calls = server.got.length;
  expect((await change(id, PASSWORD, 'Green-Kettle-48')).status).toBe(200);
  expect(server.got.length).toBe(calls);
  expect(JSON.stringify(await deliveries(org))).not.toContain(OLD);
});

test('one that the hook does not know counts as wrong', async () => {
  const [id] = [await imported(), await makeHook()];
  const answer = await change(id, 'guess');
  expect([answer.status, answer.body.errorCode]).toEqual([403, 'E0000014']);
  expect(org.store.users.get(id)?.failedAttempts).toBe(1);
  for (const say of [json(204), json(500), json(200, { error: { errorSummary: 'no' } }), json(200, [])]) {
    server.answer = say;
    expect((await change(id, OLD)).body.errorCode).toBe('E0000014');
  }
});

test('a new password that is too weak is refused, and the call stays written down', async () => {
  const [id, hookId] = [await imported(), await makeHook()];
  expect((await change(id, OLD, 'weak')).body.errorCode).toBe('E0000014');
  expect(await deliveries(org)).toEqual([expect.objectContaining({ hookId, kind: 'INLINE', status: 'DELIVERED' })]);
  expect(org.store.users.get(id)?.credentials.password?.algorithm).toBe('HOOK');
});

test('the recovery question may be set with it, and it is stored then', async () => {
  const [id] = [await imported(), await makeHook()];
  const answer = await org.post(`/api/v1/users/${id}/credentials/change_recovery_question`, {
    password: { value: OLD },
    recovery_question: { question: 'Where?', answer: 'Over there' },
  });
  expect([answer.status, answer.body.recovery_question]).toEqual([200, { question: 'Where?' }]);
  expect(org.store.users.get(id)?.credentials.password?.algorithm).toBe('SCRYPT');
});

test('without an active hook nothing can be checked', async () => {
  const [id, hookId] = [await imported(), await makeHook()];
  await org.post(`/api/v1/inlineHooks/${hookId}/lifecycle/deactivate`);
  await refused(() => change(id, OLD), 403, 'E0000035');
});

test('one that the hook knows signs in, and is hashed from then on', async () => {
  const id = await imported();
  const signIn = (password: string) => org.post('/api/v1/authn', { username: 'robin.1@example.com', password });
  expect((await signIn(OLD)).status).toBe(401);
  await makeHook();
  const wrong = await signIn('guess');
  expect([wrong.status, wrong.body.errorCode]).toEqual([401, 'E0000004']);
  const right = await signIn(OLD);
  expect([right.status, right.body.status, right.body._embedded?.user.id]).toEqual([200, 'SUCCESS', id]);
  expect((await org.get(`/api/v1/users/${id}`)).body.credentials.provider.type).toBe('OKTA');
  const calls = server.got.length;
  expect((await signIn(OLD)).body.status).toBe('SUCCESS');
  expect(server.got.length).toBe(calls);
  const { body } = await org.get('/api/v1/logs?filter=eventType sw "inline_hook.exec" or eventType sw "user.import"');
  const types = body.map(({ eventType }: { eventType: string }) => eventType);
  expect(types).toEqual(['inline_hook.executed', 'inline_hook.executed', 'user.import.password']);
});
