import { describe, expect, test } from '@jest/globals';
import { activate, addUsers, begun, MANY, makeRule, members } from '../support/crew.js';
import { suiteOrg } from '../support/org.js';

const org = suiteOrg();

describe('a change of very many rows', () => {
  test('is cut into slices, and other requests are answered in between', async () => {
    addUsers(org, MANY);
    const { ruleId, groupId } = await makeRule(org);
    const { commit } = org.sandbox.org.store;
    let answered = false;
    const activation = activate(org, ruleId).finally(() => {
      answered = true;
    });
    const seen: number[] = [];
    while (!answered) {
      expect((await org.get(`/api/v1/groups/${groupId}`)).status).toBe(200);
      seen.push(members(org, groupId));
    }
    expect((await activation).status).toBe(204);
    // Each slice is a commit, and none does more than a few hundred rows.
    expect(org.sandbox.org.store.commit - commit).toBeGreaterThanOrEqual(MANY / 400);
    expect(seen.filter((count) => count > 0 && count < MANY).length).toBeGreaterThan(1);
    expect(members(org, groupId)).toBe(MANY);
    expect(org.store.jobs.count()).toBe(0);
  });

  test('is all in one transaction where the rows are few', async () => {
    addUsers(org, 100);
    const { ruleId, groupId } = await makeRule(org);
    const { commit } = org.sandbox.org.store;
    await activate(org, ruleId);
    expect([org.sandbox.org.store.commit - commit, members(org, groupId)]).toEqual([1, 100]);
  });

  test('is told in the log as the doing of the request that began it', async () => {
    addUsers(org, MANY);
    const { ruleId } = await makeRule(org);
    const count = org.store.logs.count();
    const requestId = (await activate(org, ruleId)).headers['x-okta-request-id'];
    const added = org.store.logs
      .all()
      .slice(count)
      .filter(({ type }) => type === 'group.user_membership.add');
    expect(added).toHaveLength(MANY);
    expect(new Set(added.map(({ origin }) => `${origin.requestId} ${origin.actor.id}`))).toEqual(
      new Set([`${requestId} system`]),
    );
  });

  test('takes out whom a deleted rule had put in, and what other rules made of that', async () => {
    const ids = addUsers(org, MANY);
    const { ruleId, groupId } = await makeRule(org);
    const chained = await makeRule(org, 'chained', `isMemberOfGroup("${groupId}")`);
    await activate(org, ruleId);
    await activate(org, chained.ruleId);
    await org.put(`/api/v1/groups/${groupId}/users/${ids[0]}`);
    await org.post(`/api/v1/groups/rules/${ruleId}/lifecycle/deactivate`);
    const { answer } = await begun(org, () => org.delete(`/api/v1/groups/rules/${ruleId}?removeUsers=true`));
    expect((await org.get(`/api/v1/groups/rules/${ruleId}`)).status).toBe(404);
    expect((await answer).status).toBe(202);
    expect([members(org, groupId), members(org, chained.groupId)]).toEqual([1, 1]);
  });

  test('leaves whom a deleted rule had put in, as if put there by hand', async () => {
    addUsers(org, MANY);
    const { ruleId, groupId } = await makeRule(org);
    await activate(org, ruleId);
    await org.post(`/api/v1/groups/rules/${ruleId}/lifecycle/deactivate`);
    await org.delete(`/api/v1/groups/rules/${ruleId}`);
    const rows = org.store.memberships.where('group', groupId);
    expect([rows.length, rows.every(({ manual, rules }) => manual && rules.length === 0)]).toEqual([MANY, true]);
  });

  test('follows the renaming and the deletion of a group that rules ask for', async () => {
    addUsers(org, MANY);
    const { ruleId, groupId } = await makeRule(org);
    const named = await makeRule(org, 'named', 'isMemberOfGroupName("Crew of old")');
    await activate(org, ruleId);
    await activate(org, named.ruleId);
    expect(members(org, named.groupId)).toBe(0);
    await org.put(`/api/v1/groups/${groupId}`, { profile: { name: 'Crew of old' } });
    expect(members(org, named.groupId)).toBe(MANY);
    await org.delete(`/api/v1/groups/${groupId}`);
    expect(members(org, named.groupId)).toBe(0);
  });
});

describe('what changes while an activation goes on', () => {
  const change: [string, (ids: readonly string[], ruleId: string, groupId: string) => Promise<unknown>, number][] = [
    [
      'a user is deleted',
      async (ids) => {
        const path = `/api/v1/users/${ids[MANY - 1]}`;
        await org.delete(path);
        await org.delete(path);
      },
      MANY - 1,
    ],
    [
      'a user no longer matches',
      (ids) => org.post(`/api/v1/users/${ids[0]}`, { profile: { department: 'x' } }),
      MANY - 1,
    ],
    [
      'one that is still to come matches no longer',
      (ids) => org.post(`/api/v1/users/${ids[MANY - 1]}`, { profile: { department: 'x' } }),
      MANY - 1,
    ],
    [
      'a member is taken out by hand',
      (ids, _, groupId) => org.delete(`/api/v1/groups/${groupId}/users/${ids[0]}`),
      MANY - 1,
    ],
    ['the group is deleted', (_ids, _rule, groupId) => org.delete(`/api/v1/groups/${groupId}`), 0],
    [
      'a user is created',
      () =>
        org.post('/api/v1/users', {
          profile: {
            login: 'new@example.com',
            email: 'new@example.com',
            firstName: 'N',
            lastName: 'W',
            department: 'Crew',
          },
        }),
      MANY + 1,
    ],
  ];

  test.each(change)('%s', async (_, act, expected) => {
    const ids = addUsers(org, MANY);
    const { ruleId, groupId } = await makeRule(org);
    const { answer } = await begun(org, () => activate(org, ruleId));
    await act(ids, ruleId, groupId);
    expect((await answer).status).toBe(204);
    expect([members(org, groupId), org.store.jobs.count()]).toEqual([expected, 0]);
  });

  test('the rule is deactivated: who is in stays, and nobody comes any more', async () => {
    addUsers(org, MANY);
    const { ruleId, groupId } = await makeRule(org);
    const { answer } = await begun(org, () => activate(org, ruleId));
    await org.post(`/api/v1/groups/rules/${ruleId}/lifecycle/deactivate`);
    const then = members(org, groupId);
    expect((await answer).status).toBe(204);
    expect([then > 0 && then < MANY, members(org, groupId)]).toEqual([true, then]);
  });

  test('the rule is deactivated, and deleted with its users', async () => {
    addUsers(org, MANY);
    const { ruleId, groupId } = await makeRule(org);
    const { answer } = await begun(org, () => activate(org, ruleId));
    await org.post(`/api/v1/groups/rules/${ruleId}/lifecycle/deactivate`);
    await org.delete(`/api/v1/groups/rules/${ruleId}?removeUsers=true`);
    await answer;
    expect([members(org, groupId), org.store.jobs.count()]).toEqual([0, 0]);
  });

  test('the rule is deactivated, changed and activated again', async () => {
    addUsers(org, MANY);
    addUsers(org, 10, 'Other');
    const { ruleId, groupId } = await makeRule(org);
    const { answer } = await begun(org, () => activate(org, ruleId));
    const path = `/api/v1/groups/rules/${ruleId}`;
    await org.post(`${path}/lifecycle/deactivate`);
    const { body } = await org.get(path);
    body.conditions.expression.value = 'user.department == "Other"';
    expect((await org.put(path, body)).status).toBe(200);
    await activate(org, ruleId);
    await answer;
    expect([members(org, groupId), org.store.jobs.count()]).toEqual([10, 0]);
  });
});
