import { afterAll, describe, expect, test } from '@jest/globals';
import { inconsistencies } from '../../objects/invariants.js';
import type { RoleTargetRow } from '../../store/rows/roles.js';
import { addUsers, begun } from '../support/crew.js';
import { suiteOrg, type TestAnswer, type TestOrg, testOrg } from '../support/org.js';
import { refusedBy } from '../support/refused.js';
import { newFolder, removeFolders } from '../support/store.js';

const org = suiteOrg();
const refused = refusedBy(org);
afterAll(removeFolders);

/** Far more roles than one slice takes away. */
const MANY = 600;
/** Types of the roles that are narrowed here. */
const TYPES = new Set(['USER_ADMIN', 'APP_ADMIN']);
const TIME = '2026-01-15T09:30:00.000Z';

interface Crew {
  readonly users: readonly string[];
  readonly one: string;
  readonly two: string;
}

const newGroup = async (name: string, into = org): Promise<string> =>
  (await into.post('/api/v1/groups', { profile: { name } })).body.id;

type Target = Pick<RoleTargetRow, 'groupId' | 'appName' | 'appId'>;

/** Gives each user a role with these targets, without asking for each. */
function give(
  into: TestOrg,
  users: readonly string[],
  type: string,
  targetsOf: (n: number) => readonly Target[],
): void {
  const { roleAssignments, roleTargets } = into.store;
  into.sandbox.org.store.transaction(() => {
    for (const [n, userId] of users.entries()) {
      const facts = { type, label: type, disableNotifications: false, created: TIME, lastUpdated: TIME };
      const { id: assignmentId } = roleAssignments.insert({ ...facts, userId, groupId: null });
      for (const target of targetsOf(n)) roleTargets.insert({ assignmentId, ...target });
    }
  });
}

/** Many users with a role: half of them for a group, half of them for that and for another. */
async function crew(into: TestOrg = org): Promise<Crew> {
  const [one, two] = [await newGroup('One', into), await newGroup('Two', into)];
  const users = addUsers(into, MANY);
  give(into, users, 'USER_ADMIN', (n) => (n % 2 === 0 ? [one] : [one, two]).map((groupId) => ({ groupId })));
  return { users, one, two };
}

const rolesOf = (userId: string): string => `/api/v1/users/${userId}/roles`;
const withTargets = (userId: string): string => `${rolesOf(userId)}?expand=targets/groups,targets/catalog/apps`;

/** How much each role of a user is shown to be for. */
const shown = ({ body }: TestAnswer): number[] =>
  body.map(({ _embedded: { targets } }: { _embedded: { targets: { groups?: []; catalog?: { apps: [] } } } }) => {
    return (targets.groups ?? targets.catalog?.apps ?? []).length;
  });

/** Roles that were narrowed, and are for everything now. */
const bare = ({ store }: TestOrg): number =>
  store.roleAssignments
    .all()
    .filter(({ id, type }) => TYPES.has(type) && store.roleTargets.count('assignment', id) === 0).length;

const narrowed = ({ store }: TestOrg): number =>
  store.roleAssignments.all().filter(({ type }) => TYPES.has(type)).length;

/**
 * Looks at every commit until a request is answered, and asks for roles in between.
 * @returns how often a role was for everything, by its rows or as shown; and the numbers of roles, commit by commit
 */
async function watch(answer: Promise<TestAnswer>, users: readonly string[]) {
  const [{ store }, state] = [org.sandbox.org, { open: true }];
  const seen = { bare: 0, unbounded: 0, counts: [] as number[] };
  const { onCommit } = store;
  store.onCommit = () => {
    onCommit?.();
    seen.bare += bare(org);
    seen.counts.push(narrowed(org));
  };
  const settled = answer.finally(() => {
    state.open = false;
  });
  for (let n = 0; state.open; n += 37) {
    const numbers = shown(await org.get(withTargets(users[n % MANY] ?? '')));
    seen.unbounded += numbers.filter((count) => count === 0).length;
  }
  store.onCommit = onCommit;
  expect((await settled).status).toBe(204);
  return seen;
}

describe('a group that very many roles are narrowed to', () => {
  test('takes along those that are for it alone, in slices, and none is for everything meanwhile', async () => {
    const made = await crew();
    const { counts, ...seen } = await watch(org.delete(`/api/v1/groups/${made.one}`), made.users);
    expect(seen).toEqual({ bare: 0, unbounded: 0 });
    expect(counts.filter((count) => count > MANY / 2 && count < MANY).length).toBeGreaterThan(3);
    expect([narrowed(org), org.store.roleTargets.count(), org.store.jobs.count()]).toEqual([MANY / 2, MANY / 2, 0]);
    expect(shown(await org.get(withTargets(made.users[0] ?? '')))).toEqual([]);
    expect(shown(await org.get(withTargets(made.users[1] ?? '')))).toEqual([1]);
  });

  test('tells of each role that is revoked, as the doing of the request', async () => {
    const { one } = await crew();
    const before = org.store.logs.count();
    const requestId = (await org.delete(`/api/v1/groups/${one}`)).headers['x-okta-request-id'];
    const events = org.store.logs.all().slice(before);
    const revoked = events.filter(({ type }) => type === 'user.account.privilege.revoke');
    expect([revoked.length, events.length]).toEqual([MANY / 2, MANY / 2 + 1]);
    expect(new Set(revoked.map(({ origin }) => origin.requestId))).toEqual(new Set([requestId]));
  });

  test('and another one, deleted beside it, take along those that are for both', async () => {
    const made = await crew();
    const { answer } = await begun(org, () => org.delete(`/api/v1/groups/${made.one}`));
    const seen = await watch(org.delete(`/api/v1/groups/${made.two}`), made.users);
    expect((await answer).status).toBe(204);
    expect([seen.bare, seen.unbounded, narrowed(org), org.store.roleTargets.count()]).toEqual([0, 0, 0, 0]);
  });
});

test('an app that very many roles are narrowed to does the same', async () => {
  const app = { name: 'bookmark', label: 'One', settings: { app: { url: 'https://a.example' } } };
  const appId: string = (await org.post('/api/v1/apps', app)).body.id;
  await org.post(`/api/v1/apps/${appId}/lifecycle/deactivate`);
  const users = addUsers(org, MANY);
  const single = { appName: 'bookmark', appId };
  give(org, users, 'APP_ADMIN', (n) => (n % 2 === 0 ? [single] : [single, { appName: 'slack' }]));
  const { counts, ...seen } = await watch(org.delete(`/api/v1/apps/${appId}`), users);
  expect([seen, counts.length > 3]).toEqual([{ bare: 0, unbounded: 0 }, true]);
  expect([narrowed(org), org.store.roleTargets.count(), org.store.jobs.count()]).toEqual([MANY / 2, MANY / 2, 0]);
});

describe('while very many roles go with a group', () => {
  test('the other group of a role is its last, and cannot be taken from it', async () => {
    const { users, one, two } = await crew();
    const last = users.at(-1) ?? '';
    const [{ id }] = (await org.get(rolesOf(last))).body;
    const { answer } = await begun(org, () => org.delete(`/api/v1/groups/${one}`));
    const kept = org.store.roleTargets.where('group', one).length;
    const { status, body } = await org.delete(`${rolesOf(last)}/${id}/targets/groups/${two}`);
    expect([status, body.errorCode, kept > 0]).toEqual([400, 'E0000001', true]);
    await answer;
    expect(shown(await org.get(withTargets(last)))).toEqual([1]);
  });

  test('one that is still to go is there no longer, and can be given anew', async () => {
    const { users, one } = await crew();
    const late = users.at(-2) ?? '';
    const [{ id }] = (await org.get(rolesOf(late))).body;
    const { answer } = await begun(org, () => org.delete(`/api/v1/groups/${one}`));
    expect(org.store.roleAssignments.count('user', late)).toBe(1);
    expect((await org.get(rolesOf(late))).body).toEqual([]);
    expect((await org.get(`${rolesOf(late)}/${id}`)).status).toBe(404);
    expect((await org.post(rolesOf(late), { type: 'USER_ADMIN' })).status).toBe(201);
    await answer;
    expect((await org.get(rolesOf(late))).body).toHaveLength(1);
    await refused(() => org.post(rolesOf(late), { type: 'USER_ADMIN' }), 409, 'E0000090');
  });

  test('who has one may be deleted, and one of the group itself goes untold', async () => {
    const { users, one } = await crew();
    const own = `/api/v1/groups/${one}/roles`;
    const { id } = (await org.post(own, { type: 'USER_ADMIN' })).body;
    await org.put(`${own}/${id}/targets/groups/${one}`);
    const { answer } = await begun(org, () => org.delete(`/api/v1/groups/${one}`));
    for (const _ of ['deactivate', 'delete']) await org.delete(`/api/v1/users/${users.at(-2)}`);
    expect((await answer).status).toBe(204);
    expect([narrowed(org), org.store.logs.all().some(({ type }) => type === 'group.privilege.revoke')]).toEqual([
      MANY / 2,
      false,
    ]);
  });

  test('a stop leaves the rest for the next start, and no role for everything', async () => {
    const data = newFolder();
    const first = await testOrg({ data });
    const { one } = await crew(first);
    const { answer } = await begun(first, () => first.delete(`/api/v1/groups/${one}`));
    const closing = first.sandbox.close();
    expect((await answer).status).toBe(503);
    await closing;
    const left = [narrowed(first) > MANY / 2, bare(first), first.store.jobs.all().map(({ kind }) => kind)];
    expect(left).toEqual([true, 0, ['unassignNarrowed', 'removeReferences']]);
    await first.close();
    const second = await testOrg({ data });
    while (second.store.jobs.count() > 0) {
      expect(bare(second)).toBe(0);
      await second.get('/api/v1/users/me');
    }
    expect([narrowed(second), bare(second), inconsistencies(second.store)]).toEqual([MANY / 2, 0, []]);
    await second.close();
  });
});

test('few roles go at once, with the events that taking each away would log', async () => {
  const [user = ''] = addUsers(org, 1);
  const group = await newGroup('One');
  for (const type of ['USER_ADMIN', 'HELP_DESK_ADMIN']) {
    const { id } = (await org.post(rolesOf(user), { type })).body;
    await org.put(`${rolesOf(user)}/${id}/targets/groups/${group}`);
  }
  const [before, { commit }] = [org.store.logs.count(), org.sandbox.org.store];
  await org.delete(`/api/v1/groups/${group}`);
  const events = org.store.logs.all().slice(before);
  expect(events.map(({ type, debugData }) => [type, Object.values(debugData ?? {})])).toEqual([
    ['user.account.privilege.grant', ['Help Desk Administrator']],
    ['user.account.privilege.revoke', ['Help Desk Administrator']],
    ['group.lifecycle.delete', []],
  ]);
  expect(org.sandbox.org.store.commit - commit).toBe(1);
});
