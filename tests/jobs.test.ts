import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Slice } from '../handlers/job.js';
import { jobKinds } from '../handlers/jobs.js';
import { FileJournal } from '../store/journal.js';
import type { JobKind } from '../store/rows/jobs.js';
import { inconsistencies } from './support/consistency.js';
import { type TestOrg, testOrg } from './support/org.js';
import { newFolder, removeFolders } from './support/store.js';

/** Far more than one slice of any job. */
const MANY = 2000;

let org: TestOrg;
beforeAll(async () => {
  org = await testOrg();
});
beforeEach(() => org.reset());
afterAll(async () => {
  await org.close();
  removeFolders();
});

const TIME = '2026-01-15T09:30:00.000Z';

/** Puts users into the org without asking for each. @returns their ids */
function addUsers(into: TestOrg, count: number, department = 'Crew'): string[] {
  const { store } = into;
  const typeId = store.userTypes.where('default', 'true')[0]?.id ?? '';
  return into.sandbox.org.store.transaction(() =>
    Array.from({ length: count }, (_, n) => {
      const login = `job.${store.users.count()}.${n}@example.com`;
      const profile = { login, email: login, firstName: 'Jo', lastName: `B${n}`, department };
      const times = { created: TIME, lastUpdated: TIME, activated: TIME, statusChanged: TIME };
      const credentials = { provider: { type: 'OKTA', name: 'OKTA' } };
      const status = 'ACTIVE' as const;
      return store.users.insert({
        ...times,
        status,
        typeId,
        realmId: 'guo1',
        lastLogin: null,
        passwordChanged: null,
        profile,
        credentials,
      }).id;
    }),
  );
}

const makeGroup = async (into: TestOrg, name: string): Promise<string> =>
  (await into.post('/api/v1/groups', { profile: { name } })).body.id;

/** An inactive rule that puts the crew, or who else the expression says, into a new group. */
async function makeRule(
  into: TestOrg,
  name = 'crew',
  value = 'user.department == "Crew"',
): Promise<{ ruleId: string; groupId: string }> {
  const groupId = await makeGroup(into, `${name} group`);
  const rule = await into.post('/api/v1/groups/rules', {
    type: 'group_rule',
    name,
    conditions: { expression: { value, type: 'urn:okta:expression:1.0' } },
    actions: { assignUserToGroups: { groupIds: [groupId] } },
  });
  return { ruleId: rule.body.id, groupId };
}

const activate = (into: TestOrg, ruleId: string) => into.post(`/api/v1/groups/rules/${ruleId}/lifecycle/activate`);
const members = (into: TestOrg, groupId: string): number => into.store.memberships.count('group', groupId);

/** Begins something that takes several slices, and waits for the first of them. */
async function begun<T>(into: TestOrg, begin: () => Promise<T>): Promise<{ answer: Promise<T> }> {
  const answer = begin();
  while (into.store.jobs.count() === 0) await new Promise((resolve) => setImmediate(resolve));
  return { answer };
}

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

describe('a job that is cut off', () => {
  test('by a reset is done before, and leaves nothing behind', async () => {
    const { users, groupRules, memberships, jobs } = org.store;
    const counts = () => [users.count(), groupRules.count(), memberships.count(), jobs.count()];
    const before = counts();
    addUsers(org, MANY);
    const { ruleId } = await makeRule(org);
    const { answer } = await begun(org, () => activate(org, ruleId));
    await org.reset();
    expect([(await answer).status, counts()]).toEqual([204, before]);
  });

  test('by a clean end goes on at the next start', async () => {
    const data = newFolder();
    const first = await testOrg({ data });
    addUsers(first, MANY);
    const { ruleId, groupId } = await makeRule(first);
    const { answer } = await begun(first, () => activate(first, ruleId));
    const closing = first.sandbox.close();
    const refused = await answer;
    expect([refused.status, refused.body.errorCode]).toEqual([503, 'E0000010']);
    await closing;
    const then = members(first, groupId);
    expect(first.store.jobs.count()).toBe(1);
    await first.close();
    const second = await testOrg({ data });
    while (second.store.jobs.count() > 0) await second.get(`/api/v1/groups/${groupId}`);
    expect([then < MANY, members(second, groupId), inconsistencies(second.store)]).toEqual([true, MANY, []]);
    await second.close();
  });

  test('by its own fault is dropped with a warning, and the request is told', async () => {
    const warnings: string[] = [];
    const other = await testOrg({ warn: (message) => warnings.push(message) });
    addUsers(other, MANY);
    const { ruleId } = await makeRule(other);
    const { answer } = await begun(other, () => activate(other, ruleId));
    const kinds = jobKinds as Record<JobKind, Slice>;
    const { applyRule } = kinds;
    kinds.applyRule = (ctx) => {
      ctx.store.groups.remove(ctx.store.groups.all()[0]?.id ?? '');
      throw new Error('a fault');
    };
    const groups = other.store.groups.count();
    const { status } = await answer;
    kinds.applyRule = applyRule;
    expect([status, other.store.jobs.count(), other.store.groups.count()]).toEqual([500, 0, groups]);
    expect(warnings[0]).toContain('the job applyRule');
    expect((await other.get('/api/v1/groups')).status).toBe(200);
    await other.close();
  });

  test('by a full disk leaves its row for the next start, and no request that waits is told it is done', async () => {
    const data = newFolder();
    const warnings: string[] = [];
    const first = await testOrg({ data, warn: (message) => warnings.push(message) });
    addUsers(first, MANY);
    const { ruleId, groupId } = await makeRule(first);
    const { answer } = await begun(first, () => activate(first, ruleId));
    await new Promise((resolve) => setImmediate(resolve));
    const { append } = FileJournal.prototype;
    FileJournal.prototype.append = () => {
      throw new Error('no space left on device');
    };
    const refused = await answer;
    FileJournal.prototype.append = append;
    expect([refused.status, refused.body.errorCode]).toEqual([503, 'E0000010']);
    expect(warnings[0]).toContain('the journal cannot be written');
    expect((await first.get(`/api/v1/groups/${groupId}`)).status).toBe(200);
    await first.close();
    const second = await testOrg({ data });
    while (second.store.jobs.count() > 0) await second.get(`/api/v1/groups/${groupId}`);
    expect([members(second, groupId), inconsistencies(second.store)]).toEqual([MANY, []]);
    await second.close();
  });
});
