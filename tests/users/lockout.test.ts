import { beforeEach, describe, expect, test } from '@jest/globals';
import { suiteOrg, type TestAnswer } from '../support/org.js';
import { createPerson, eventsSince, insertPolicy, PASSWORD, setPasswordPolicy } from '../support/people.js';
import { refusedBy, unchanged } from '../support/refused.js';

const NEXT = 'Green-Lantern-52';
const MINUTE = 60_000;

const org = suiteOrg();
const refused = refusedBy(org);
beforeEach(() => setPasswordPolicy(org, 'lockout', { maxAttempts: 3, autoUnlockMinutes: 30 }));

const change = (id: string, from: string): Promise<TestAnswer> =>
  org.post(`/api/v1/users/${id}/credentials/change_password`, {
    oldPassword: { value: from },
    newPassword: { value: NEXT },
  });

/** A user that three wrong passwords locked out. */
async function lockedOut(n = 1): Promise<string> {
  const { id } = await createPerson(org, n, { password: { value: PASSWORD } });
  for (let wrong = 0; wrong < 3; wrong++) await change(id, 'Wrong-Kettle-47');
  expect(org.store.users.require(id).status).toBe('LOCKED_OUT');
  return id;
}

const statusOf = async (id: string): Promise<string> => (await org.get(`/api/v1/users/${id}`)).body.status;

describe('a lockout that the policy ends', () => {
  test('lasts for its minutes on the org clock, and no longer', async () => {
    const id = await lockedOut();
    org.clock.advance(30 * MINUTE - 1000);
    expect(await statusOf(id)).toBe('LOCKED_OUT');
    expect((await change(id, PASSWORD)).body.errorCode).toBe('E0000035');
    const count = org.store.logs.count();
    org.clock.advance(1000);

    const user = (await org.get(`/api/v1/users/${id}`)).body;
    expect([user.status, user.statusChanged]).toEqual(['ACTIVE', '2026-01-15T10:00:00.000Z']);
    expect(Object.keys(user._links)).toContain('suspend');
    expect(org.store.users.require(id).failedAttempts).toBe(0);
    await org.get('/api/v1/users');
    expect(eventsSince(org, count)).toEqual(['user.account.unlock']);
  });

  test('is the doing of the org, not of who asks next', async () => {
    const id = await lockedOut();
    org.clock.advance(30 * MINUTE);
    const events = (await org.get('/api/v1/logs?filter=eventType eq "user.account.unlock"')).body;
    expect(events).toMatchObject([
      {
        actor: { type: 'SystemPrincipal' },
        displayMessage: 'User account unlock',
        transaction: { type: 'JOB' },
        target: [{ id, type: 'User' }],
      },
    ]);
  });

  test.each<[string, (id: string) => Promise<TestAnswer>, number]>([
    ['the right password', (id) => change(id, PASSWORD), 200],
    ['an action that wants an active user', (id) => org.post(`/api/v1/users/${id}/lifecycle/suspend`), 200],
    ['an unlock by hand', (id) => org.post(`/api/v1/users/${id}/lifecycle/unlock`), 403],
  ])('is over for %s', async (_, ask, status) => {
    const id = await lockedOut();
    org.clock.advance(31 * MINUTE);
    expect((await ask(id)).status).toBe(status);
  });

  test('is over for lists and for group rules', async () => {
    const groupId = (await org.post('/api/v1/groups', { profile: { name: 'Active' } })).body.id;
    const rule = await org.post('/api/v1/groups/rules', {
      type: 'group_rule',
      name: 'Active',
      conditions: {
        expression: { value: 'user.getInternalProperty("status") == "ACTIVE"', type: 'urn:okta:expression:1.0' },
      },
      actions: { assignUserToGroups: { groupIds: [groupId] } },
    });
    await org.post(`/api/v1/groups/rules/${rule.body.id}/lifecycle/activate`);
    const [first, second] = [await lockedOut(1), await lockedOut(2)];
    const members = async (): Promise<string[]> =>
      (await org.get(`/api/v1/groups/${groupId}/users`)).body.map((user: { id: string }) => user.id);
    expect(await members()).not.toContain(first);
    org.clock.advance(30 * MINUTE);
    expect(await members()).toEqual(expect.arrayContaining([first, second]));
    expect((await org.get('/api/v1/users?filter=status eq "LOCKED_OUT"')).body).toEqual([]);
  });

  test('lasts while the org takes no changes, and reads are answered all the same', async () => {
    const id = await lockedOut();
    org.clock.advance(30 * MINUTE);
    const { store } = org.sandbox.org;
    store.readOnly = 'the disk is full';
    expect(await statusOf(id)).toBe('LOCKED_OUT');
    store.readOnly = undefined;
    expect(await statusOf(id)).toBe('ACTIVE');
  });

  test('begins to count anew', async () => {
    const id = await lockedOut();
    org.clock.advance(30 * MINUTE);
    for (const status of ['ACTIVE', 'ACTIVE', 'LOCKED_OUT']) {
      expect((await change(id, 'Wrong-Kettle-47')).body.errorCode).toBe('E0000014');
      expect(org.store.users.require(id).status).toBe(status);
    }
    org.clock.advance(29 * MINUTE);
    expect(await statusOf(id)).toBe('LOCKED_OUT');
  });
});

describe('a lockout that only an administrator ends', () => {
  test('lasts, where the policy names no minutes', async () => {
    setPasswordPolicy(org, 'lockout', { autoUnlockMinutes: 0 });
    const id = await lockedOut();
    org.clock.advance(60 * 24 * 60 * MINUTE);
    const answer = await unchanged(org, () => org.get(`/api/v1/users/${id}`));
    expect([answer.body.status, answer.same]).toEqual(['LOCKED_OUT', true]);
  });

  test("lasts for the members of a group whose own policy says so, though the others' ends", async () => {
    const groupId = (await org.post('/api/v1/groups', { profile: { name: 'Crew' } })).body.id;
    org.sandbox.org.store.transaction(() => {
      const row = org.store.policies.where('type', 'PASSWORD')[0];
      if (!row) throw new Error('no password policy');
      const { id: _id, seq: _seq, ...rest } = row;
      const settings = { password: { lockout: { maxAttempts: 3, autoUnlockMinutes: 0 } } };
      const conditions = { people: { groups: { include: [groupId] } } };
      insertPolicy(org, { ...rest, name: 'Crew', system: false, priority: 1, settings, conditions });
    });
    const [member, other] = [await lockedOut(1), await lockedOut(2)];
    await org.put(`/api/v1/groups/${groupId}/users/${member}`);
    org.clock.advance(30 * MINUTE);
    expect([await statusOf(member), await statusOf(other)]).toEqual(['LOCKED_OUT', 'ACTIVE']);
  });
});

describe('what counts towards a lockout', () => {
  test('a wrong present password does, whatever it is given for', async () => {
    const { id } = await createPerson(org, 1, { password: { value: PASSWORD } });
    const ask = () =>
      org.post(`/api/v1/users/${id}/credentials/change_recovery_question`, {
        password: { value: 'Wrong-Kettle-47' },
        recovery_question: { question: 'Where?', answer: 'Here it is' },
      });
    const first = await ask();
    expect([first.status, first.body.errorCauses]).toEqual([
      403,
      [{ errorSummary: 'password: The credentials provided were incorrect.' }],
    ]);
    await ask();
    await change(id, 'Wrong-Kettle-47');
    expect(org.store.users.require(id).status).toBe('LOCKED_OUT');
  });

  test('a wrong answer does not, and neither does a new password that is refused', async () => {
    const { id } = await createPerson(org, 1, {
      password: { value: PASSWORD },
      recovery_question: { question: 'Which?', answer: 'The blue one' },
    });
    const recover = (answer: string, value: string) =>
      org.post(`/api/v1/users/${id}/credentials/forgot_password`, {
        password: { value },
        recovery_question: { answer },
      });
    await refused(() => recover('the red one', NEXT), 403, 'E0000087');
    await refused(() => recover('the blue one', 'weak'), 403, 'E0000014');
    await refused(() => recover('the blue one', PASSWORD), 403, 'E0000014');
  });

  test('nothing does where the policy sets no limit', async () => {
    setPasswordPolicy(org, 'lockout', { maxAttempts: 0 });
    const { id } = await createPerson(org, 1, { password: { value: PASSWORD } });
    for (let wrong = 0; wrong < 12; wrong++) expect((await change(id, 'Wrong-Kettle-47')).status).toBe(403);
    expect((await change(id, PASSWORD)).status).toBe(200);
  });

  test('a policy can have the user told of it', async () => {
    await lockedOut(1);
    expect((await org.get('/_sandbox/outbox')).body).toEqual([]);
    setPasswordPolicy(org, 'lockout', { userLockoutNotificationChannels: ['EMAIL'] });
    const id = await lockedOut(2);
    expect((await org.get('/_sandbox/outbox')).body).toMatchObject([{ template: 'lockout', userId: id }]);
  });
});
