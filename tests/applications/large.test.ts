import { expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';

const org = suiteOrg();
const MANY = 400;

function people(): void {
  org.sandbox.org.store.transaction(() => {
    const [admin] = org.store.users.all();
    if (!admin) throw new Error('no administrator');
    const { id: _, seq: __, ...rest } = admin;
    for (let n = 0; n < MANY; n++) {
      const login = `many.${n}@example.com`;
      org.store.users.insert({ ...rest, profile: { ...rest.profile, login, email: login } });
    }
  });
}

test('what is too much for one turn is a job, and done when the answer comes', async () => {
  people();
  const bookmark = { name: 'bookmark', label: 'Wiki', settings: { app: { url: 'https://wiki.example' } } };
  const { id } = (await org.post('/api/v1/apps', bookmark)).body;
  const [everyone] = org.store.groups.where('type', 'BUILT_IN');
  const commits = (): number => org.sandbox.org.store.commit;
  const path = `/api/v1/apps/${id}/groups/${everyone?.id}`;
  for (const [method, left] of [
    ['put', MANY + 1],
    ['delete', 0],
  ] as const) {
    const before = commits();
    expect((await org[method](path)).status).toBeLessThan(300);
    expect(org.store.appUsers.count('app', id)).toBe(left);
    expect(org.store.jobs.count()).toBe(0);
    expect(commits() - before).toBeGreaterThan(2);
  }
});

test('a user who comes into a group of many apps has them all', async () => {
  const { id: groupId } = (await org.post('/api/v1/groups', { profile: { name: 'Team' } })).body;
  for (let n = 0; n < 160; n++) {
    const bookmark = { name: 'bookmark', label: `Wiki ${n}`, settings: { app: { url: 'https://wiki.example' } } };
    const { id } = (await org.post('/api/v1/apps', bookmark)).body;
    await org.put(`/api/v1/apps/${id}/groups/${groupId}`);
  }
  const [user] = org.store.users.all();
  await org.put(`/api/v1/groups/${groupId}/users/${user?.id}`);
  expect(org.store.appUsers.count('user', user?.id ?? '')).toBe(160);
  await org.delete(`/api/v1/groups/${groupId}`);
  expect(org.store.appUsers.count('user', user?.id ?? '')).toBe(0);
});

test('a group that comes before many others moves all of them, in slices', async () => {
  const bookmark = { name: 'bookmark', label: 'Wiki', settings: { app: { url: 'https://wiki.example' } } };
  const { id: appId } = (await org.post('/api/v1/apps', bookmark)).body;
  const { id: groupId } = (await org.post('/api/v1/groups', { profile: { name: 'First' } })).body;
  const group = org.store.groups.require(groupId);
  org.sandbox.org.store.transaction(() => {
    const { id: _, seq: __, ...rest } = group;
    for (let priority = 0; priority < MANY; priority++) {
      const other = org.store.groups.insert({ ...rest, profile: { ...rest.profile, name: `Team ${priority}` } });
      const row = { appId, groupId: other.id, priority, profile: {}, lastUpdated: group.created };
      org.store.appGroups.insert(row);
    }
  });
  const before = org.sandbox.org.store.commit;
  expect((await org.put(`/api/v1/apps/${appId}/groups/${groupId}`, { priority: 0 })).body.priority).toBe(0);
  const priorities = org.store.appGroups.where('app', appId).map(({ priority }) => priority);
  expect(priorities).toEqual([...Array.from({ length: MANY }, (_, at) => at + 1), 0]);
  expect(org.sandbox.org.store.commit - before).toBeGreaterThan(2);
});
