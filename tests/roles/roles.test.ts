import { beforeEach, describe, expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';
import { refusedBy } from '../support/refused.js';

const org = suiteOrg();
const refused = refusedBy(org);

const person = (login: string) => ({ profile: { login, email: login, firstName: 'A', lastName: 'B' } });
const newUser = async (login = 'a@b.example'): Promise<string> =>
  (await org.post('/api/v1/users?activate=false', person(login))).body.id;
const newGroup = async (name: string): Promise<string> =>
  (await org.post('/api/v1/groups', { profile: { name } })).body.id;

let user = '';
let group = '';
beforeEach(async () => {
  user = await newUser();
  group = await newGroup('Crew');
});

describe.each(['users', 'groups'] as const)('a role of %s', (kind) => {
  const path = (): string => `/api/v1/${kind}/${kind === 'users' ? user : group}/roles`;

  test('is assigned with its label, and shows who has it', async () => {
    const { status, body } = await org.post(path(), { type: 'READ_ONLY_ADMIN' });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.stringMatching(kind === 'users' ? /^ra1\w{17}$/ : /^gra\w{17}$/),
      label: 'Read-only Administrator',
      type: 'READ_ONLY_ADMIN',
      status: 'ACTIVE',
      created: '2026-01-15T09:30:00.000Z',
      lastUpdated: '2026-01-15T09:30:00.000Z',
      assignmentType: kind === 'users' ? 'USER' : 'GROUP',
      _links: { assignee: { href: `${org.url}${path().replace('/roles', '')}` } },
    });
    expect((await org.get(`${path()}/${body.id}`)).body).toEqual(body);
    expect((await org.get(path())).body).toEqual([body]);
    expect((await org.get(path())).headers.link).toBeUndefined();
  });

  test.each([
    ['APP_ADMIN', 'IFIFAX2BIRGUSTQ', 'Application Administrator'],
    ['USER_ADMIN', 'KVJUKUS7IFCE2SKO', 'Group Administrator'],
    ['HELP_DESK_ADMIN', 'JBCUYUC7IRCVGS27IFCE2SKO', 'Help Desk Administrator'],
    ['GROUP_MEMBERSHIP_ADMIN', 'I5JE6VKQL5GUKTKCIVJFGSCJKBPUCRCNJFHA', 'Group Membership Administrator'],
  ])('that can be narrowed, %s, has the id of its type', async (type, id, label) => {
    const { body } = await org.post(path(), { type });
    expect(body).toMatchObject({ id, label, type });
    expect((await org.get(`${path()}/${id}`)).status).toBe(200);
  });

  test('is refused twice, and for a type that is none', async () => {
    await org.post(path(), { type: 'SUPER_ADMIN' });
    await refused(() => org.post(path(), { type: 'SUPER_ADMIN' }), 409, 'E0000090');
    await refused(() => org.post(`${path()}?disableNotifications=false`, { type: 'SUPER_ADMIN' }), 409, 'E0000090');
    await refused(() => org.post(path(), { type: 'KING' }), 400, 'E0000001');
    await refused(() => org.post(path(), { type: null }), 400, 'E0000001', 'type: The field cannot be left blank');
    await refused(() => org.post(path(), {}), 400, 'E0000001', 'type: The field cannot be left blank');
    await refused(() => org.post(`/api/v1/${kind}/nobody/roles`, { type: 'SUPER_ADMIN' }), 404, 'E0000007');
    await refused(() => org.get(`/api/v1/${kind}/nobody/roles`), 404, 'E0000007');
  });

  test('turns its notifications off when it is assigned once more', async () => {
    const { body } = await org.post(path(), { type: 'SUPER_ADMIN' });
    const again = await org.post(`${path()}?disableNotifications=true`, { type: 'SUPER_ADMIN' });
    expect([again.status, again.body.id]).toEqual([200, body.id]);
    expect(org.store.roleAssignments.get(body.id)?.disableNotifications).toBe(true);
  });

  test('is taken away', async () => {
    const { body } = await org.post(path(), { type: 'APP_ADMIN' });
    await org.put(`${path()}/${body.id}/targets/catalog/apps/slack`);
    expect((await org.delete(`${path()}/${body.id}`)).status).toBe(204);
    expect((await org.get(path())).body).toEqual([]);
    expect(org.store.roleTargets.count()).toBe(0);
    const say = `Not found: Resource not found: ${body.id} (RoleAssignment)`;
    await refused(() => org.get(`${path()}/${body.id}`), 404, say);
    await refused(() => org.delete(`${path()}/${body.id}`), 404, say);
  });

  test('goes with who has it', async () => {
    await org.post(path(), { type: 'SUPER_ADMIN' });
    const before = org.store.roleAssignments.count();
    if (kind === 'users') await org.delete(`/api/v1/users/${user}`);
    await org.delete(`/api/v1/${kind}/${kind === 'users' ? user : group}`);
    expect(org.store.roleAssignments.count()).toBe(before - 1);
  });
});

describe('the roles of a user', () => {
  test('are its own and those of its groups, which stay with the group', async () => {
    await org.put(`/api/v1/groups/${group}/users/${user}`);
    const own = (await org.post(`/api/v1/users/${user}/roles`, { type: 'SUPER_ADMIN' })).body;
    const narrow = (await org.post(`/api/v1/users/${user}/roles`, { type: 'APP_ADMIN' })).body;
    const given = (await org.post(`/api/v1/groups/${group}/roles`, { type: 'REPORT_ADMIN' })).body;
    const { body } = await org.get(`/api/v1/users/${user}/roles`);
    expect(body).toEqual([narrow, own, given]);
    expect(body[2]).toMatchObject({ assignmentType: 'GROUP' });
    expect((await org.get(`/api/v1/users/${user}/roles/${given.id}`)).body).toEqual(given);
    await refused(() => org.delete(`/api/v1/users/${user}/roles/${given.id}`), 404, 'E0000007');
  });

  test('of the first administrator hold SUPER_ADMIN', async () => {
    const { body } = await org.get('/api/v1/users/me/roles');
    expect(body.map(({ type }: { type: string }) => type)).toEqual(['SUPER_ADMIN']);
  });
});

test('a group with a role has admin privileges, and says so', async () => {
  const stats = async () => (await org.get(`/api/v1/groups/${group}?expand=stats`)).body._embedded.stats;
  expect((await stats()).hasAdminPrivilege).toBe(false);
  await org.post(`/api/v1/groups/${group}/roles`, { type: 'REPORT_ADMIN' });
  expect((await stats()).hasAdminPrivilege).toBe(true);
});

describe('a custom role', () => {
  test('is assigned by id or label, with a resource set', async () => {
    const path = `/api/v1/users/${user}/roles`;
    const times = { created: '2026-01-15T09:30:00.000Z', lastUpdated: '2026-01-15T09:30:00.000Z' };
    const [role, set] = org.sandbox.org.store.transaction(() => [
      org.store.customRoles.insert({ label: 'Badges', description: '', permissions: [], ...times }),
      org.store.resourceSets.insert({ label: 'All', description: '', resources: [], ...times }),
    ]);
    const given = { type: 'CUSTOM', role: role?.id, 'resource-set': set?.id };
    const { status, body } = await org.post(path, given);
    expect(status).toBe(201);
    expect(body).toMatchObject({ ...given, id: expect.stringMatching(/^irb/), label: 'Badges' });
    await refused(() => org.post(path, { ...given, role: 'badges' }), 409, 'E0000090');
    await refused(
      () => org.post(path, { ...given, role: 'cr0x' }),
      404,
      'Not found: Resource not found: cr0x (CustomRole)',
    );
    await refused(() => org.post(path, { ...given, 'resource-set': 'x' }), 404, 'E0000007');
    await refused(() => org.post(path, { type: 'CUSTOM', role: role?.id }), 400, 'E0000001');
    await refused(() => org.get(`${path}/${body.id}/targets/groups`), 405, 'E0000091');
  });
});
