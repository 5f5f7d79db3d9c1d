import { describe, expect, test } from '@jest/globals';
import { aliases } from '../../generated/aliases.js';
import { aliasRows } from '../../scripts/codegen/aliases.js';
import type { RouteRow } from '../../scripts/codegen/routes.js';
import { suiteOrg } from '../support/org.js';
import { createPerson, PASSWORD } from '../support/people.js';
import { refusedBy } from '../support/refused.js';

// Strict, since a newer path is no path of the contract: the reference validator has to look at the older one.
const org = suiteOrg({ strict: true });
const refused = refusedBy(org);
const NEW_PASSWORD = 'Green-Kettle-48';
const question = { recovery_question: { question: 'Which kettle?', answer: 'The blue one' } };

describe('newer paths of operations', () => {
  test('expire a password and tell a temporary one', async () => {
    const { id } = await createPerson(org, 1, { password: { value: PASSWORD } });
    const answer = await org.post(`/api/v1/users/${id}/lifecycle/expire_password_with_temp_password`);
    expect([answer.status, Object.keys(answer.body)]).toEqual([200, ['tempPassword']]);
    expect(org.store.users.get(id)?.status).toBe('PASSWORD_EXPIRED');
    await refused(() => org.post('/api/v1/users/nobody/lifecycle/expire_password_with_temp_password'), 404, 'E0000007');
    const wrong = await org.get(`/api/v1/users/${id}/lifecycle/expire_password_with_temp_password`);
    expect([wrong.status, wrong.headers.allow]).toEqual([405, 'POST, OPTIONS']);
  });

  test('set a password by the answer to the recovery question, and mail nothing', async () => {
    const { id } = await createPerson(org, 1, { password: { value: PASSWORD }, ...question });
    const path = `/api/v1/users/${id}/credentials/forgot_password_recovery_question`;
    const password = { value: NEW_PASSWORD };
    const wrong = { password, recovery_question: { answer: 'The green one' } };
    await refused(() => org.post(path, wrong), 403, 'E0000087');
    await refused(() => org.post(path, {}), 400, 'E0000001', 'password: The field cannot be left blank');
    await refused(
      () => org.post(path, { password }),
      400,
      'E0000001',
      'recovery_question: The field cannot be left blank',
    );
    await refused(() => org.post(path, undefined, { 'content-length': '0' }), 400, 'E0000003');
    const mails = org.store.messages.count();
    const answer = await org.post(path, { password, recovery_question: { answer: 'the blue one' } });
    expect([answer.status, answer.body.recovery_question.question]).toEqual([200, 'Which kettle?']);
    expect(org.store.messages.count()).toBe(mails);
    const username = org.store.users.get(id)?.profile.login;
    const { status, body } = await org.post('/api/v1/authn', { username, password: NEW_PASSWORD });
    expect([status, body.status]).toEqual([200, 'SUCCESS']);
  });
});

describe('the table of newer paths', () => {
  const rows: RouteRow[] = [
    { operationId: 'getThing', method: 'get', path: '/things/:thingId', group: 'T', status: 200, body: 'none' },
    { operationId: 'makeThing', method: 'post', path: '/things', group: 'T', status: 200, body: 'required' },
  ];
  const row = { method: 'post', path: '/newer-things', operation: 'makeThing', asked: ['somebody'] };

  test('is what the server routes by', () => {
    expect(aliasRows(rows, [row])).toEqual([row]);
    expect(aliases.map(({ operationId }) => operationId)).toEqual([
      'expirePasswordAndGetTemporaryPassword',
      'forgotPassword',
    ]);
  });

  test.each([
    [{ operation: 'makeThings' }, 'there is no operation makeThings'],
    [{ method: 'put' }, 'makeThing is asked by post'],
    [{ path: '/newer-things/{id}' }, 'makeThing has other parameters'],
    [{ path: '/things' }, 'it is an operation'],
    [{ asked: [] }, 'nobody asks for it'],
    [{ method: 'get', path: '/a/{thingId}', operation: 'getThing', needs: ['name'] }, 'getThing has no body'],
  ])('is refused with %j', (changes, fault) => {
    const wrong = { ...row, ...changes };
    expect(() => aliasRows(rows, [wrong])).toThrow(`openapi/aliases.yaml: ${wrong.method} ${wrong.path}: ${fault}`);
  });
});
