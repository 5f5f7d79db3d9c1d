import { expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';

const org = suiteOrg();

const NAMES = ['delta', 'Bravo', 'alpha', 'Charlie', 'charlie two', 'Echo'];

interface Named {
  readonly name?: string;
  readonly profile?: { readonly name: string };
}

/** The names that a list walks over by pages of two. */
async function walk(path: string): Promise<(string | undefined)[]> {
  const names: (string | undefined)[] = [];
  for (let next: string | undefined = path; next !== undefined; ) {
    const { body, headers }: { body: unknown; headers: Record<string, string> } = await org.get(next);
    names.push(...(body as Named[]).map(({ name, profile }) => profile?.name ?? name));
    next = /<[^>]*(\/api\/v1[^>]+)>; rel="next"/.exec(headers.link ?? '')?.[1];
  }
  return names;
}

const byName = (names: readonly (string | undefined)[]): (string | undefined)[] =>
  [...names].sort((a = '', b = '') => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));

const createGroups = async (): Promise<string[]> => {
  const ids: string[] = [];
  for (const name of NAMES) ids.push((await org.post('/api/v1/groups', { profile: { name } })).body.id);
  return ids;
};

test.each([
  ['plain', '/api/v1/groups?limit=2'],
  ['filtered', '/api/v1/groups?limit=2&filter=lastUpdated%20gt%20%222000-01-01T00:00:00.000Z%22'],
])('groups come by name, whatever their age: %s', async (_, path) => {
  const ids = await createGroups();
  const names = await walk(path);
  expect(names).toEqual(byName([...NAMES, ...names.filter((name) => !NAMES.includes(name ?? ''))]));
  await org.put(`/api/v1/groups/${ids[0]}`, { profile: { name: 'Aardvark' } });
  await org.delete(`/api/v1/groups/${ids[1]}`);
  const after = await walk(path);
  expect(after).toEqual(byName(after));
  expect(after).toEqual(expect.arrayContaining(['Aardvark']));
  expect(after).not.toEqual(expect.arrayContaining(['delta', 'Bravo']));
});

test('groups that begin with a word come by name, too', async () => {
  await createGroups();
  expect(await walk('/api/v1/groups?q=CHARLIE')).toEqual(['Charlie', 'charlie two']);
});

test('group rules come by name, whatever their age', async () => {
  const [groupId] = await createGroups();
  for (const name of NAMES) {
    await org.post('/api/v1/groups/rules', {
      type: 'group_rule',
      name,
      conditions: { expression: { value: 'true', type: 'urn:okta:expression:1.0' } },
      actions: { assignUserToGroups: { groupIds: [groupId] } },
    });
  }
  expect(await walk('/api/v1/groups/rules?limit=2')).toEqual(byName(NAMES));
});

test('brands and user types come by name, as recorded orgs have them', async () => {
  for (const name of ['zulu', 'Mike', 'alfa']) await org.post('/api/v1/meta/types/user', { name, displayName: name });
  const names = await walk('/api/v1/meta/types/user');
  expect(names).toEqual(['alfa', 'Mike', 'user', 'zulu']);
  expect(await walk('/api/v1/brands?limit=1')).toHaveLength(1);
});
