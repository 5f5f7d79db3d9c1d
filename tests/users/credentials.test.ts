import { describe, expect, test } from '@jest/globals';
import { suiteOrg, type TestAnswer } from '../support/org.js';
import {
  createPerson,
  eventsSince,
  insertPolicy,
  PASSWORD,
  profile,
  setPasswordPolicy,
  setStatus,
} from '../support/people.js';
import { causesOf, refusedBy } from '../support/refused.js';

const NEXT = 'Green-Lantern-52';

const org = suiteOrg();
const refused = refusedBy(org);

const change = (id: string, from: string, to: string, query = ''): Promise<TestAnswer> =>
  org.post(`/api/v1/users/${id}/credentials/change_password${query}`, {
    oldPassword: { value: from },
    newPassword: { value: to },
  });
const withPassword = (n = 1) => createPerson(org, n, { password: { value: PASSWORD } });
const question = { question: 'Which kettle?', answer: 'The Blue one' };

describe('the password policy', () => {
  const requirements =
    'password: Password requirements were not met. Password requirements: at least 8 characters, a lowercase letter, ' +
    'an uppercase letter, a number, no parts of your username.';

  test.each(['Ab1defg', 'ALLUPPER1', 'alllower1', 'NoNumbers', 'My-Robin-77', `Aa1${'x'.repeat(70)}`])(
    'refuses %s',
    async (value) => {
      const body = {
        profile: { ...profile(1), login: 'robin.number@example.com' },
        credentials: { password: { value } },
      };
      await refused(() => org.post('/api/v1/users', body), 400, 'Api validation failed: password', requirements);
    },
  );

  test('excludes common passwords where it is told to', async () => {
    setPasswordPolicy(org, 'complexity', { dictionary: { common: { exclude: true } } });
    const answer = await org.post('/api/v1/users', {
      profile: profile(1),
      credentials: { password: { value: 'Password123' } },
    });
    expect(causesOf(answer)).toEqual([
      'password: This password was found in a list of commonly used passwords. Please try another password.',
    ]);
  });

  test('excludes the names of the user where it is told to', async () => {
    setPasswordPolicy(org, 'complexity', { excludeAttributes: ['firstName', 'lastName'], minSymbol: 1 });
    const create = (value: string) =>
      org.post('/api/v1/users', {
        profile: { ...profile(1), lastName: 'Oak', login: 'someone@example.com' },
        credentials: { password: { value } },
      });
    for (const value of ['My-rOBIN-77', 'Oak-Kettle-47', 'BlueKettle47']) {
      const answer = await refused(() => create(value), 400, 'E0000001');
      expect(causesOf(answer)[0]).toContain(
        'a number, a symbol, no parts of your username, does not include your first name, ' +
          'does not include your last name.',
      );
    }
    expect((await create(PASSWORD)).status).toBe(200);
  });

  test('of a group holds for its members alone, before the default one and in order of priority', async () => {
    const group = (await org.post('/api/v1/groups', { profile: { name: 'Crew' } })).body;
    const insert = (
      priority: number,
      minLength: number,
      conditions: object,
      status: 'ACTIVE' | 'INACTIVE' = 'ACTIVE',
    ) =>
      org.sandbox.org.store.transaction(() => {
        const row = org.store.policies.where('type', 'PASSWORD').find(({ system }) => system);
        if (!row) throw new Error('no password policy');
        const { id: _id, seq: _seq, ...rest } = row;
        const settings = { password: { complexity: { minLength } } };
        const own = { name: `At least ${minLength}`, system: false, priority, status, settings };
        insertPolicy(org, { ...rest, ...own, conditions: conditions as never });
      });
    const crew = { people: { groups: { include: [group.id] } } };
    insert(1, 40, crew);
    insert(1, 20, crew);
    insert(1, 30, { ...crew, authProvider: { provider: 'ACTIVE_DIRECTORY' } });
    insert(1, 50, crew, 'INACTIVE');

    const create = (n: number, value: string, groupIds: string[]) =>
      org.post('/api/v1/users', { profile: profile(n), credentials: { password: { value } }, groupIds });
    expect((await create(1, PASSWORD, [])).status).toBe(200);
    expect(causesOf(await create(2, PASSWORD, [group.id]))[0]).toContain('at least 20 characters');
    const member = await create(2, 'Blue-Kettle-47-and-a-lid', [group.id]);
    expect(member.status).toBe(200);
    expect((await change(member.body.id, 'Blue-Kettle-47-and-a-lid', NEXT)).body.errorCode).toBe('E0000014');
    await org.delete(`/api/v1/groups/${group.id}/users/${member.body.id}`);
    expect((await change(member.body.id, 'Blue-Kettle-47-and-a-lid', NEXT)).status).toBe(200);
  });

  test('wants an answer of four characters to the recovery question', async () => {
    const credentials = { password: { value: PASSWORD }, recovery_question: { question: 'Which?', answer: 'abc' } };
    const answer = await org.post('/api/v1/users', { profile: profile(1), credentials });
    expect(answer.body.errorSummary).toBe('Api validation failed: recovery_question');
  });
});

describe('change password', () => {
  test('puts the new one in, and an expired or recovering user is active again', async () => {
    const { id } = await withPassword();
    for (const [status, from, to] of [
      ['PASSWORD_EXPIRED', PASSWORD, NEXT],
      ['RECOVERY', NEXT, 'Third-Window-38'],
    ] as const) {
      setStatus(org, id, status);
      const answer = await change(id, from, to);
      expect(answer.body).toEqual({ password: {}, provider: { type: 'OKTA', name: 'OKTA' } });
      expect(org.store.users.require(id).status).toBe('ACTIVE');
    }
  });

  test('refuses a wrong one, a weak one, the present one and the four before it', async () => {
    const { id } = await withPassword();
    const wrong = await change(id, 'Wrong-Kettle-47', NEXT);
    expect([wrong.status, wrong.body.errorCode]).toEqual([403, 'E0000014']);
    expect(causesOf(wrong)).toEqual(['oldPassword: The credentials provided were incorrect.']);
    for (const [to, cause] of [
      [
        'short',
        'Passwords must have at least 8 characters, a lowercase letter, an uppercase letter, a number, ' +
          'no parts of your username',
      ],
      [PASSWORD, 'Password cannot be your current password or one of your former passwords'],
    ] as const) {
      await refused(() => change(id, PASSWORD, to), 403, 'E0000014', cause);
    }
    const used = [PASSWORD];
    for (const to of ['Second-Door-11', 'Third-Door-12', 'Fourth-Door-13', 'Fifth-Door-14']) {
      expect((await change(id, used.at(-1) ?? '', to)).status).toBe(200);
      used.push(to);
    }
    expect((await change(id, 'Fifth-Door-14', 'Second-Door-11')).status).toBe(403);
    expect((await change(id, 'Fifth-Door-14', PASSWORD)).status).toBe(200);
  });

  test('of two at once the second finds another password than the one it was asked with', async () => {
    const { id } = await withPassword();
    const answers = await Promise.all([change(id, PASSWORD, NEXT), change(id, PASSWORD, 'Third-Window-38')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
    const used = answers[0]?.status === 200 ? NEXT : 'Third-Window-38';
    expect((await change(id, used, 'Fourth-Door-13')).status).toBe(200);
  });

  test('a minimum age holds with strict, on the org clock', async () => {
    setPasswordPolicy(org, 'age', { minAgeMinutes: 60 });
    const { id } = await withPassword();
    expect((await change(id, PASSWORD, NEXT, '?strict=true')).status).toBe(403);
    org.clock.advance(60 * 60_000);
    expect((await change(id, PASSWORD, NEXT, '?strict=true')).status).toBe(200);
  });

  test('strict holds an administrator to the minimum age as well', async () => {
    setPasswordPolicy(org, 'age', { minAgeMinutes: 60 });
    const { id } = await withPassword();
    const set = (query = '') => org.post(`/api/v1/users/${id}${query}`, { credentials: { password: { value: NEXT } } });
    await refused(() => set('?strict=true'), 400, 'E0000001');
    org.clock.advance(60 * 60_000);
    expect((await set('?strict=true')).status).toBe(200);
    expect((await set()).status).toBe(200);
  });

  test('strict holds an administrator to the history as well', async () => {
    const { id } = await withPassword();
    const again = { credentials: { password: { value: PASSWORD } } };
    await refused(() => org.post(`/api/v1/users/${id}?strict=true`, again), 400, 'E0000001');
    expect((await org.post(`/api/v1/users/${id}`, again)).status).toBe(200);
  });

  test('ten wrong ones lock the user out; an unlock starts the count anew', async () => {
    const { id } = await withPassword();
    const count = org.store.logs.count();
    for (let n = 0; n < 10; n++) expect((await change(id, 'Wrong-Kettle-47', NEXT)).status).toBe(403);
    expect(org.store.users.require(id).status).toBe('LOCKED_OUT');
    expect(eventsSince(org, count)).toEqual(['user.account.lock']);
    expect((await change(id, PASSWORD, NEXT)).body.errorCode).toBe('E0000035');
    await org.post(`/api/v1/users/${id}/lifecycle/unlock`);
    expect((await change(id, 'Wrong-Kettle-47', NEXT)).status).toBe(403);
    expect((await change(id, PASSWORD, NEXT)).status).toBe(200);
    expect(org.store.users.require(id).failedAttempts).toBe(0);
  });

  test('a temporary password works once it was given, and must be changed', async () => {
    const { id } = await withPassword();
    const { tempPassword } = (await org.post(`/api/v1/users/${id}/lifecycle/expire_password?tempPassword=true`)).body;
    expect(tempPassword).toHaveLength(12);
    expect(org.store.users.require(id).status).toBe('PASSWORD_EXPIRED');
    expect((await change(id, tempPassword, NEXT)).status).toBe(200);
  });
});

describe('recovery', () => {
  const recover = (id: string, answer: string, value = NEXT): Promise<TestAnswer> =>
    org.post(`/api/v1/users/${id}/credentials/forgot_password`, {
      password: { value },
      recovery_question: { answer },
    });

  test('the answer counts whatever its case, and its text is shown nowhere', async () => {
    const { id } = await createPerson(org, 1, { password: { value: PASSWORD }, recovery_question: question });
    expect((await org.get(`/api/v1/users/${id}`)).text).not.toContain('Blue one');
    expect(JSON.stringify(org.store.users.require(id))).not.toContain('lue one');
    expect((await recover(id, 'wrong')).body.errorCode).toBe('E0000087');
    expect((await recover(id, 'the blue ONE', 'weak')).body.errorCode).toBe('E0000014');
    expect((await recover(id, 'the blue ONE')).status).toBe(200);
    expect((await change(id, NEXT, 'Third-Window-38')).status).toBe(200);
  });

  test('without a question only the mail form works', async () => {
    const { id } = await withPassword();
    expect((await recover(id, 'any answer')).body.errorCode).toBe('E0000034');
    const given = await org.post(`/api/v1/users/${id}/credentials/forgot_password?sendEmail=false`);
    expect(given.body.resetPasswordUrl).toMatch(/\/signin\/reset-password\/[\w-]{20}$/);
    expect((await org.post(`/api/v1/users/${id}/credentials/forgot_password`)).body).toEqual({});
    expect((await org.get('/_sandbox/outbox')).body).toMatchObject([{ template: 'forgot-password' }]);
  });

  test('changing the question needs the password', async () => {
    const { id } = await withPassword();
    const ask = (value: string) =>
      org.post(`/api/v1/users/${id}/credentials/change_recovery_question`, {
        password: { value },
        recovery_question: question,
      });
    expect((await ask('Wrong-Kettle-47')).body.errorCode).toBe('E0000014');
    expect((await ask(PASSWORD)).body).toEqual({
      password: {},
      recovery_question: { question: 'Which kettle?' },
      provider: { type: 'OKTA', name: 'OKTA' },
    });
    expect((await recover(id, 'The Blue one')).status).toBe(200);
  });

  test('reset gives or mails a link, and federation drops the password', async () => {
    const { id } = await withPassword();
    const given = await org.post(`/api/v1/users/${id}/lifecycle/reset_password?sendEmail=false`);
    expect(given.body.resetPasswordUrl).toMatch(/\/reset_password\/[\w-]{20}$/);
    expect(org.store.users.require(id).status).toBe('RECOVERY');
    await org.post(`/api/v1/users/${id}/lifecycle/reset_password?provider=FEDERATION&sendEmail=false`);
    const user = (await org.get(`/api/v1/users/${id}`)).body;
    expect(user.credentials).toEqual({ provider: { type: 'FEDERATION', name: 'FEDERATION' } });
  });
});
