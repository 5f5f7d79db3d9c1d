import { describe, expect, test } from '@jest/globals';
import { routes } from '../../generated/routes.js';
import { removals } from '../../server/console/removal.js';
import { type CollectionName, collections } from '../../store/collections.js';
import { declaredReferences, rowsOf } from '../../store/references.js';
import { held } from '../support/oauth.js';
import { suiteOrg } from '../support/org.js';

const org = suiteOrg({ seed: 'acme' });
const told = async (path: string) => (await org.get(`/_sandbox/removal?path=${encodeURIComponent(path)}`)).body;

/** Rows of the collections that name others. */
const naming = [...new Set(declaredReferences.map(({ from }) => from))];
const counted = (): Record<string, number> =>
  Object.fromEntries(naming.map((name) => [name, rowsOf(org.store, name).count()]));

const groupNamed = (name: string): string => `/api/v1/groups/${org.store.groups.by('name', name.toLowerCase())?.id}`;
const userNamed = (login: string): string => `/api/v1/users/${org.store.users.by('login', login)?.id}`;
const inactive = async (path: string): Promise<string> => {
  expect((await org.post(`${path}/lifecycle/deactivate`)).status).toBeLessThan(300);
  return path;
};
const ordersServer = (): string => org.store.authorizationServers.all().find(({ name }) => name === 'Orders')?.id ?? '';
const firstOf = (name: CollectionName): string => rowsOf(org.store, name).all()[0]?.id ?? '';

/** Gives a role for these groups alone. */
async function narrow(holder: string, type: string, groups: readonly string[]): Promise<void> {
  const { id } = (await org.post(`${holder}/roles`, { type })).body;
  for (const group of groups) {
    expect((await org.put(`${holder}/roles/${id}/targets/groups/${group.split('/').at(-1)}`)).status).toBe(204);
  }
}

/** What is deleted, and the collections that must lose a row: none of the cases is empty. */
const cases: readonly (readonly [name: string, losing: readonly CollectionName[], make: () => Promise<string>])[] = [
  ['a group', ['memberships', 'appGroups'], async () => groupNamed('Engineering')],
  [
    'a user with a role, a link, apps and tokens',
    ['memberships', 'links', 'appUsers', 'roleAssignments'],
    async () => {
      const path = userNamed('tomas.okafor@acme.example');
      await org.post(`${path}/roles`, { type: 'USER_ADMIN' });
      return path;
    },
  ],
  [
    'an app that people have consented to',
    ['oauthTokens', 'oauthGrants'],
    async () => {
      const { appId, token, grant } = await held(org);
      token();
      grant('email');
      return inactive(`/api/v1/apps/${appId}`);
    },
  ],
  [
    'a role that is narrowed',
    ['roleTargets'],
    async () => {
      const user = userNamed('aiko.tanaka@acme.example');
      const { id } = (await org.post(`${user}/roles`, { type: 'USER_ADMIN' })).body;
      await org.put(`${user}/roles/${id}/targets/groups/${groupNamed('Finance').split('/').at(-1)}`);
      return `${user}/roles/${id}`;
    },
  ],
  [
    'a group that roles are narrowed to',
    ['roleTargets', 'roleAssignments'],
    async () => {
      const finance = groupNamed('Finance');
      await narrow(userNamed('aiko.tanaka@acme.example'), 'USER_ADMIN', [finance]);
      await narrow(userNamed('aiko.tanaka@acme.example'), 'HELP_DESK_ADMIN', [finance, groupNamed('Engineering')]);
      await narrow(groupNamed('Engineering'), 'USER_ADMIN', [finance]);
      await narrow(finance, 'USER_ADMIN', [finance]);
      return finance;
    },
  ],
  [
    'an app that a role is narrowed to',
    ['roleTargets', 'roleAssignments'],
    async () => {
      const user = userNamed('aiko.tanaka@acme.example');
      const { id: appId, name } = org.store.apps.all().find(({ system }) => !system) ?? { id: '', name: '' };
      const { id } = (await org.post(`${user}/roles`, { type: 'APP_ADMIN' })).body;
      expect((await org.put(`${user}/roles/${id}/targets/catalog/apps/${name}/${appId}`)).status).toBe(204);
      return inactive(`/api/v1/apps/${appId}`);
    },
  ],
  ['a kind of link', ['links'], async () => '/api/v1/meta/schemas/user/linkedObjects/manager'],
  [
    'an authorization server',
    ['oauth2Scopes', 'serverRules'],
    async () => `/api/v1/authorizationServers/${ordersServer()}`,
  ],
  [
    'a policy with rules',
    ['policyRules'],
    async () => `/api/v1/policies/${org.store.policies.all().find(({ name }) => name === 'VPN')?.id}`,
  ],
];

describe('what a DELETE takes along', () => {
  test.each(cases)('%s: what is told is what happens', async (_, losing, make) => {
    const path = await make();
    const isUser = path.includes('/users/') && !path.includes('/roles/');
    // The first DELETE of a user deactivates.
    if (isUser) await org.delete(path);
    const before = counted();
    const { removed, found, operationId } = await told(path);
    expect(found).not.toBeNull();
    expect(Object.keys(removed)).toEqual(expect.arrayContaining(isUser ? ['memberships', 'links'] : [...losing]));
    const hash = org.hash();
    await told(path);
    expect(org.hash()).toBe(hash);
    expect((await org.delete(path)).status).toBe(204);
    const own = removals[operationId as keyof typeof removals];
    const lost = Object.entries(counted()).flatMap(([name, count]) => {
      const less = (before[name] ?? 0) - count - (name === own ? 1 : 0);
      return less === 0 ? [] : [[name, less]];
    });
    // Whom a group alone gives an app is found by the app, and is no reference to the group.
    const { appUsers, ...direct } = Object.fromEntries(lost);
    expect(operationId === 'deleteGroup' ? direct : { ...direct, ...(appUsers ? { appUsers } : {}) }).toEqual(removed);
  });

  test('tells what goes on naming it, what changes, and what forbids it', async () => {
    const group = await told(groupNamed('Finance'));
    expect(group.named).toMatchObject({ groupRules: 1, policyRules: 1 });
    const type = await told(`/api/v1/meta/types/user/${firstOf('userTypes')}`);
    expect(type.refusing).toEqual({ users: org.store.users.count() });
    const rule = org.store.groupRules.all().find(({ name }) => name === 'Finance by department')?.id ?? '';
    const { changed } = await told(`/api/v1/groups/rules/${rule}`);
    expect(changed).toEqual({ memberships: org.store.memberships.count('rule', rule) });
  });

  test('is nothing where nothing is found, and for what no row is removed', async () => {
    const nothing = { found: null, removed: {}, changed: {}, named: {}, refusing: {} };
    expect(await told('/api/v1/groups/00g1')).toEqual({ operationId: 'deleteGroup', ...nothing });
    const member = `${groupNamed('Finance')}/users/${firstOf('users')}`;
    expect(await told(member)).toEqual({ operationId: 'removeUserFromGroup', ...nothing });
    expect((await told('/api/v1/users/nora.lindqvist@acme.example')).found?.collection).toBe('users');
  });

  test.each(['', '/api/v1/groups', '/api/v1/groups/%zz', '/nowhere'])('refuses the path %p', async (path) => {
    expect((await org.get(`/_sandbox/removal?path=${encodeURIComponent(path)}`)).status).toBe(400);
  });

  test('is known for every operation that deletes what references lead to', () => {
    const covered = new Set<string>(Object.values(removals));
    const deletes = routes.filter(({ method }) => method === 'delete').map(({ operationId }) => operationId as string);
    expect(deletes).toEqual(expect.arrayContaining(Object.keys(removals)));
    // What no operation of the contract deletes: the seeds bring these, or another operation makes and ends them.
    const others = ['brands', 'customRoles', 'features', 'files', 'idpUsers', 'resourceSets'];
    const named = new Set(declaredReferences.map(({ reference }) => reference.to));
    expect([...named].filter((name) => !covered.has(name)).sort()).toEqual(others);
    for (const name of covered) expect(Object.keys(collections)).toContain(name);
  });
});
