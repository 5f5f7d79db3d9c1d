import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { allows, transition } from '../handlers/lifecycle.js';
import { type UserAction, userLifecycle, userStatuses } from '../handlers/users/states.js';
import type { UserStatus } from '../store/rows/people.js';
import { inconsistencies } from './support/consistency.js';
import { type TestAnswer, type TestOrg, testOrg } from './support/org.js';
import { createPerson, eventsSince, PASSWORD, setStatus, unchanged } from './support/people.js';

let org: TestOrg;
beforeAll(async () => {
  org = await testOrg();
});
beforeEach(() => org.reset());
afterAll(() => org.close());

type Ask = (userId: string) => Promise<TestAnswer>;

const lifecycle =
  (verb: string): Ask =>
  (userId) =>
    org.post(`/api/v1/users/${userId}/lifecycle/${verb}`);

/** The actions that are operations of their own, and the event that each writes. */
const actions: Readonly<Partial<Record<UserAction, { ask: Ask; event: string }>>> = {
  activate: { ask: lifecycle('activate'), event: 'user.lifecycle.activate' },
  reactivate: { ask: lifecycle('reactivate'), event: 'user.lifecycle.reactivate' },
  deactivate: { ask: lifecycle('deactivate'), event: 'user.lifecycle.deactivate' },
  suspend: { ask: lifecycle('suspend'), event: 'user.lifecycle.suspend' },
  unsuspend: { ask: lifecycle('unsuspend'), event: 'user.lifecycle.unsuspend' },
  unlock: { ask: lifecycle('unlock'), event: 'user.account.unlock_by_admin' },
  resetPassword: { ask: lifecycle('reset_password'), event: 'user.account.reset_password' },
  expirePassword: { ask: lifecycle('expire_password'), event: 'user.account.expire_password' },
  changePassword: {
    ask: (id) =>
      org.post(`/api/v1/users/${id}/credentials/change_password`, {
        oldPassword: { value: PASSWORD },
        newPassword: { value: 'Green-Lantern-52' },
      }),
    event: 'user.account.update_password',
  },
  changeRecoveryQuestion: {
    ask: (id) =>
      org.post(`/api/v1/users/${id}/credentials/change_recovery_question`, {
        password: { value: PASSWORD },
        recovery_question: { question: 'Where?', answer: 'Here it is' },
      }),
    event: 'user.account.update_profile',
  },
  forgotPassword: {
    ask: (id) => org.post(`/api/v1/users/${id}/credentials/forgot_password`),
    event: 'user.account.reset_password',
  },
  setPassword: {
    ask: (id) => org.post(`/api/v1/users/${id}`, { credentials: { password: { value: 'Green-Lantern-52' } } }),
    event: 'user.account.update_password',
  },
  update: {
    ask: (id) => org.post(`/api/v1/users/${id}`, { profile: { nickName: 'Bob' } }),
    event: 'user.account.update_profile',
  },
};

const refusals: Readonly<Partial<Record<UserAction, [number, string]>>> = {
  suspend: [400, 'E0000001'],
  unsuspend: [400, 'E0000001'],
  unlock: [403, 'E0000032'],
  changePassword: [403, 'E0000035'],
  changeRecoveryQuestion: [403, 'E0000036'],
  forgotPassword: [403, 'E0000034'],
};

/** Links that recorded answers show where the documented table refuses the action (facts: users §5, §7). */
const shownThoughRefused: Readonly<Partial<Record<UserStatus, readonly UserAction[]>>> = {
  PROVISIONED: ['suspend'],
  RECOVERY: ['suspend'],
  PASSWORD_EXPIRED: ['suspend', 'forgotPassword', 'changeRecoveryQuestion'],
};

describe('every action in every status', () => {
  const cases = Object.keys(actions).flatMap((action) =>
    userStatuses.map((status) => [action as UserAction, status] as const),
  );

  test.each(cases)('%s of a user that is %s', async (action, status) => {
    const { id } = await createPerson(org, 1, { password: { value: PASSWORD } });
    setStatus(org, id, status);
    const { ask, event } = actions[action] as { ask: Ask; event: string };
    const count = org.store.logs.count();
    const user = org.store.users.require(id);

    if (allows(userLifecycle, action, status)) {
      const answer = await ask(id);
      expect([answer.status, answer.text]).toEqual([200, answer.text]);
      expect(org.store.users.require(id).status).toBe(transition(userLifecycle, action, status, user));
      expect(eventsSince(org, count)).toContain(event);
      return;
    }
    const answer = await unchanged(org, () => ask(id));
    const fallback = action === 'activate' && status === 'ACTIVE' ? 'E0000016' : 'E0000038';
    const [code, errorCode] = refusals[action] ?? [403, fallback];
    expect([answer.status, answer.body.errorCode]).toEqual([code, errorCode]);
    expect(answer.same).toBe(true);
  });

  test.each(userStatuses)('the links of a user that is %s lead where the table allows', async (status) => {
    const { id } = await createPerson(org, 1, { password: { value: PASSWORD } });
    setStatus(org, id, status);
    const links: Record<string, { href: string; method?: string }> = (await org.get(`/api/v1/users/${id}`)).body._links;
    expect(Object.keys(links)).toEqual(expect.arrayContaining(['self', 'schema', 'type']));
    for (const [rel, link] of Object.entries(links)) {
      const action = rel === 'delete' ? undefined : (rel as UserAction);
      if (link.method !== 'POST' || !action || !(action in userLifecycle)) continue;
      if (shownThoughRefused[status]?.includes(action)) continue;
      expect([rel, allows(userLifecycle, action, status)]).toEqual([rel, true]);
    }
  });
});

describe('walks', () => {
  const step = fc.constantFrom(...(Object.keys(actions) as UserAction[]));

  test('random actions follow the table and refusals change nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (walk) => {
        await org.reset();
        const { id } = await createPerson(org, 'walker', { password: { value: PASSWORD } }, '?activate=false');
        let status: UserStatus = 'STAGED';
        for (const action of walk) {
          // Password operations want the present password, which the walk changes: their own table test covers them.
          if (action === 'changePassword' || action === 'changeRecoveryQuestion') continue;
          const user = org.store.users.require(id);
          const ask = (actions[action] as { ask: Ask }).ask;
          const answer = await unchanged(org, () => ask(id));
          if (allows(userLifecycle, action, status)) {
            status = transition(userLifecycle, action, status, user);
            expect(answer.status).toBe(200);
          } else {
            expect([answer.status >= 400, answer.same]).toEqual([true, true]);
          }
          expect(org.store.users.require(id).status).toBe(status);
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

describe('group rules that ask for the status', () => {
  const value = 'user.getInternalProperty("status") == "ACTIVE"';
  const members = async (groupId: string): Promise<number> =>
    (await org.get(`/api/v1/groups/${groupId}/users`)).body.length;

  /** Makes a group that holds who is active; the user that walks is the only one that leaves it. */
  async function activeOnly(): Promise<{ groupId: string; id: string; others: number }> {
    const groupId = (await org.post('/api/v1/groups', { profile: { name: 'Active' } })).body.id;
    const rule = await org.post('/api/v1/groups/rules', {
      type: 'group_rule',
      name: 'Active',
      conditions: { expression: { value, type: 'urn:okta:expression:1.0' } },
      actions: { assignUserToGroups: { groupIds: [groupId] } },
    });
    await org.post(`/api/v1/groups/rules/${rule.body.id}/lifecycle/activate`);
    const others = await members(groupId);
    const { id } = await createPerson(org, 1, { password: { value: PASSWORD } });
    expect(await members(groupId)).toBe(others + 1);
    return { groupId, id, others };
  }

  test.each([
    ['suspend', 'unsuspend'],
    ['expirePassword', 'changePassword'],
    ['resetPassword', 'setPassword'],
  ] as const)('are followed by %s and back by %s', async (away, back) => {
    const { groupId, id, others } = await activeOnly();
    expect((await actions[away]?.ask(id))?.status).toBe(200);
    expect(await members(groupId)).toBe(others);
    expect((await actions[back]?.ask(id))?.status).toBe(200);
    expect(await members(groupId)).toBe(others + 1);
    expect(inconsistencies(org.store)).toEqual([]);
  });

  test.each([
    [
      'a temporary password',
      (id: string) => [org.post(`/api/v1/users/${id}/lifecycle/expire_password?tempPassword=true`)],
    ],
    [
      'a lockout',
      (id: string) =>
        Array.from({ length: 10 }, () =>
          org.post(`/api/v1/users/${id}/credentials/change_password`, {
            oldPassword: { value: 'Wrong-Kettle-47' },
            newPassword: { value: 'Green-Lantern-52' },
          }),
        ),
    ],
  ])('are followed by %s', async (_, leave) => {
    const { groupId, id, others } = await activeOnly();
    await Promise.all(leave(id));
    expect(await members(groupId)).toBe(others);
    expect(inconsistencies(org.store)).toEqual([]);
  });

  test('are followed by a federation of a user that had to recover', async () => {
    const { groupId, id, others } = await activeOnly();
    await actions.resetPassword?.ask(id);
    await org.post(`/api/v1/users/${id}/lifecycle/reset_password?provider=FEDERATION&sendEmail=false`);
    expect(await members(groupId)).toBe(others + 1);
    expect(inconsistencies(org.store)).toEqual([]);
  });
});

describe('deactivation and deletion', () => {
  test('the first DELETE deactivates, the second removes all that points to the user', async () => {
    const { id } = await createPerson(org, 1, { password: { value: PASSWORD } });
    const group = (await org.post('/api/v1/groups', { profile: { name: 'Crew' } })).body;
    await org.put(`/api/v1/groups/${group.id}/users/${id}`);

    expect((await org.delete(`/api/v1/users/${id}`)).status).toBe(204);
    const gone = (await org.get(`/api/v1/users/${id}`)).body;
    expect([gone.status, gone.credentials]).toEqual(['DEPROVISIONED', { provider: { type: 'OKTA', name: 'OKTA' } }]);
    expect((await org.get(`/api/v1/groups/${group.id}/users`)).body).toHaveLength(1);

    expect((await org.delete(`/api/v1/users/${id}`)).status).toBe(204);
    expect((await org.get(`/api/v1/users/${id}`)).body.errorSummary).toBe(
      `Not found: Resource not found: ${id} (User)`,
    );
    expect((await org.delete(`/api/v1/users/${id}`)).status).toBe(404);
    expect((await org.get(`/api/v1/groups/${group.id}/users`)).body).toEqual([]);
    expect(org.store.oneTimeTokens.where('user', id)).toEqual([]);
    await createPerson(org, 1);
  });

  test('a deprovisioned user keeps its login and comes back without a password', async () => {
    const { id } = await createPerson(org, 1, { password: { value: PASSWORD } });
    await org.delete(`/api/v1/users/${id}`);
    const again = await org.post('/api/v1/users', {
      profile: { firstName: 'A', lastName: 'B', email: 'x@example.com', login: 'ROBIN.1@example.com' },
    });
    expect(again.body.errorCauses).toEqual([
      { errorSummary: 'login: An object with this field already exists in the current organization' },
    ]);
    await org.post(`/api/v1/users/${id}/lifecycle/activate`);
    expect((await org.get(`/api/v1/users/${id}`)).body.status).toBe('PROVISIONED');
  });

  test('an activation token is given or mailed, never both, and ends with the next', async () => {
    const { id } = await createPerson(org, 1, undefined, '?activate=false');
    const given = await org.post(`/api/v1/users/${id}/lifecycle/activate?sendEmail=false`);
    expect(given.body.activationUrl).toContain(given.body.activationToken);
    expect(given.body.activationToken).toHaveLength(20);
    expect((await org.get('/_sandbox/outbox')).body).toEqual([]);

    expect((await org.post(`/api/v1/users/${id}/lifecycle/reactivate?sendEmail=true`)).body).toEqual({});
    expect((await org.get('/_sandbox/outbox')).body).toMatchObject([{ template: 'activation', userId: id }]);
    expect(org.store.oneTimeTokens.where('user', id)).toHaveLength(1);
  });
});

describe('what ends sessions and factors', () => {
  test.each([
    [
      'reset_factors',
      (id: string) => org.post(`/api/v1/users/${id}/lifecycle/reset_factors`),
      200,
      'user.mfa.factor.reset_all',
    ],
    ['sessions', (id: string) => org.delete(`/api/v1/users/${id}/sessions`), 204, 'user.session.clear'],
  ] as const)('%s is logged, leaves the status, and wants a user', async (_, ask, status, event) => {
    const { id } = await createPerson(org, 1);
    const count = org.store.logs.count();
    expect((await ask(id)).status).toBe(status);
    expect(eventsSince(org, count)).toEqual([event]);
    expect(org.store.users.require(id).status).toBe('PROVISIONED');
    expect((await ask('nobody')).body.errorSummary).toBe('Not found: Resource not found: nobody (User)');
  });
});
