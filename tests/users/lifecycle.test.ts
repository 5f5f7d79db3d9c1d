import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inconsistencies } from '../../objects/invariants.js';
import { userStatuses } from '../../objects/users/states.js';
import type { UserStatus } from '../../store/rows/users.js';
import { suiteOrg } from '../support/org.js';
import { createPerson, eventsSince, PASSWORD, setPasswordPolicy, setStatus } from '../support/people.js';
import { refusedBy, unchanged } from '../support/refused.js';
import { type Asked, ask, asked, eventOf, expected, type ModelUser } from '../support/user-model.js';

const org = suiteOrg();
const refused = refusedBy(org);

/** Links that recorded answers show where the documented table refuses the action (facts: users §5, §7). */
const shownThoughRefused: Readonly<Partial<Record<UserStatus, readonly Asked[]>>> = {
  PROVISIONED: ['suspend'],
  RECOVERY: ['suspend'],
  PASSWORD_EXPIRED: ['suspend', 'forgotPassword', 'changeRecoveryQuestion'],
};

/** A user as it is in this status: who has to activate its account, or had it taken away, has no password. */
async function userThatIs(status: UserStatus): Promise<{ id: string; user: ModelUser }> {
  const { id } = await createPerson(org, 1, { password: { value: PASSWORD } });
  const without = status === 'PROVISIONED' || status === 'DEPROVISIONED';
  const { provider } = org.store.users.require(id).credentials;
  setStatus(org, id, status, without ? { credentials: { provider } } : {});
  return { id, user: { status, password: without ? undefined : PASSWORD, wrong: 0, maxWrong: 10 } };
}

describe('every action in every status', () => {
  const cases = asked
    .filter((name) => name !== 'wrongPassword')
    .flatMap((name) => userStatuses.map((status) => [name, status] as const));

  test.each(cases)('%s of a user that is %s', async (name, status) => {
    const { id, user } = await userThatIs(status);
    const count = org.store.logs.count();
    const should = expected(user, name, 'Green-Lantern-52');
    const answer = await unchanged(org, () => ask(org, name, id));
    expect([answer.status, answer.body?.errorCode]).toEqual([should.status, should.errorCode]);
    expect(org.store.users.require(id).status).toBe(should.user.status);
    expect(answer.same).toBe(should.status !== 200);
    if (should.status === 200) expect(eventsSince(org, count)).toContain(eventOf[name]);
  });

  test.each(userStatuses)('the links of a user that is %s lead where the facts allow', async (status) => {
    const { id, user } = await userThatIs(status);
    const links: Record<string, { href: string; method?: string }> = (await org.get(`/api/v1/users/${id}`)).body._links;
    expect(Object.keys(links)).toEqual(expect.arrayContaining(['self', 'schema', 'type']));
    for (const [rel, link] of Object.entries(links)) {
      const name = rel as Asked;
      if (link.method !== 'POST' || !asked.includes(name)) continue;
      if (shownThoughRefused[status]?.includes(name)) continue;
      expect([rel, expected(user, name, undefined).status]).toEqual([rel, 200]);
    }
  });
});

describe('walks', () => {
  /** Half of the steps are taken among what is granted or counted: by chance alone a walk would seldom get far. */
  const step = fc.record({ pick: fc.nat(1000), granted: fc.boolean() });
  const choose = (user: ModelUser, { pick, granted }: { pick: number; granted: boolean }): Asked => {
    const counts = (name: Asked): boolean => {
      const { status, errorCode } = expected(user, name, undefined);
      return status === 200 || errorCode === 'E0000014';
    };
    const names = granted ? asked.filter(counts) : asked;
    return names[pick % names.length] ?? 'update';
  };

  test('random requests are answered as the facts say, and refusals change nothing but the count', async () => {
    const reached = new Set<UserStatus>();
    const granted = new Set<Asked>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 6, maxLength: 14 }),
        fc.integer({ min: 1, max: 2 }),
        async (walk, maxWrong) => {
          await org.reset();
          // So that a walk gets locked out, too.
          setPasswordPolicy(org, 'lockout', { maxAttempts: maxWrong });
          const { id } = await createPerson(org, 'walker', { password: { value: PASSWORD } }, '?activate=false');
          let user: ModelUser = { status: 'STAGED', password: PASSWORD, wrong: 0, maxWrong };
          for (const [index, taken] of walk.entries()) {
            const name = choose(user, taken);
            const next = `Green-Lantern-${index}`;
            const answer = await unchanged(org, () => ask(org, name, id, user.password, next));
            const should = expected(user, name, answer.body?.tempPassword ?? next);
            expect([name, answer.status, answer.body?.errorCode]).toEqual([name, should.status, should.errorCode]);
            expect(answer.same).toBe(should.status !== 200 && should.errorCode !== 'E0000014');
            user = should.user;
            const row = org.store.users.require(id);
            expect([row.status, row.failedAttempts ?? 0]).toEqual([user.status, user.wrong]);
            reached.add(user.status);
            if (should.status === 200) granted.add(name);
          }
        },
      ),
      { numRuns: 60, seed: 20260115 },
    );
    expect([...reached].sort()).toEqual([...userStatuses].sort());
    expect(asked.filter((name) => name !== 'wrongPassword' && !granted.has(name))).toEqual([]);
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
    expect((await ask(org, away, id)).status).toBe(200);
    expect(await members(groupId)).toBe(others);
    expect((await ask(org, back, id)).status).toBe(200);
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
    await ask(org, 'resetPassword', id);
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

  test.each([
    ['a deactivation', (id: string, query: string) => org.post(`/api/v1/users/${id}/lifecycle/deactivate${query}`)],
    ['a first DELETE', (id: string, query: string) => org.delete(`/api/v1/users/${id}${query}`)],
  ])('%s is mailed where the caller asks for it', async (_, ask) => {
    const [quiet, told] = [await createPerson(org, 1), await createPerson(org, 2)];
    const mails = async (): Promise<object[]> =>
      (await org.get('/_sandbox/outbox')).body.filter(
        ({ template }: { template: string }) => template !== 'activation',
      );
    await ask(quiet.id, '');
    expect(await mails()).toEqual([]);
    await ask(told.id, '?sendEmail=true');
    expect(await mails()).toMatchObject([{ template: 'deactivation', userId: told.id }]);
  });

  test('both are logged, the deletion by its beginning and its end', async () => {
    const { id } = await createPerson(org, 1);
    const count = org.store.logs.count();
    await org.delete(`/api/v1/users/${id}`);
    await org.delete(`/api/v1/users/${id}`);
    expect(eventsSince(org, count)).toEqual([
      'user.lifecycle.deactivate',
      'user.lifecycle.delete.initiated',
      'user.lifecycle.delete.completed',
    ]);
    await refused(() => org.delete(`/api/v1/users/${id}`), 404, 'E0000007');
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
    [
      'sessions and tokens',
      (id: string) => org.delete(`/api/v1/users/${id}/sessions?oauthTokens=true`),
      204,
      'user.session.clear,app.oauth2.token.revoke.implicit.user',
    ],
  ] as const)('%s is logged, leaves the status, and wants a user', async (_, ask, status, event) => {
    const { id } = await createPerson(org, 1);
    const count = org.store.logs.count();
    expect((await ask(id)).status).toBe(status);
    expect(eventsSince(org, count).join()).toBe(event);
    expect(org.store.users.require(id).status).toBe('PROVISIONED');
    expect((await ask('nobody')).body.errorSummary).toBe('Not found: Resource not found: nobody (User)');
  });
});
