import { expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';
import { group } from '../support/store.js';

const org = suiteOrg();

/** More than a list is written down at once, and more than a walk visits at once. */
const MANY = 1500;

function manyGroups(): string[] {
  return org.sandbox.org.store.transaction(() =>
    Array.from({ length: MANY }, (_, n) => org.store.groups.insert(group(`Team ${`${n}`.padStart(4, '0')}`)).id),
  );
}

interface Listed {
  readonly id: string;
  readonly profile: { readonly name: string };
  readonly _embedded?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const list = async (path: string): Promise<Listed[]> => {
  const answer = await org.get(path);
  expect(answer.status).toBe(200);
  return answer.body;
};

test('a long list is the same as its short pages', async () => {
  const ids = manyGroups();
  const whole = await list('/api/v1/groups?limit=10000');
  const walked: Listed[] = [];
  let path: string | undefined = '/api/v1/groups?limit=190';
  while (path !== undefined) {
    const answer = await org.get(path);
    walked.push(...answer.body);
    const next: string | undefined = /<[^>]*?(\/api[^>]*)>; rel="next"/.exec(String(answer.headers.link))?.[1];
    path = next;
  }
  expect(whole).toEqual(walked);
  expect(new Set(whole.map(({ id }) => id))).toEqual(new Set([...ids, ...whole.map(({ id }) => id)]));
  expect(whole.length).toBeGreaterThanOrEqual(MANY);
});

test('a long search finds what there is, beside other requests', async () => {
  const ids = manyGroups();
  const search = `/api/v1/groups?search=${encodeURIComponent('profile.name sw "Team"')}&sortBy=profile.name&sortOrder=desc`;
  const [found, made] = await Promise.all([list(search), org.post('/api/v1/groups', { profile: { name: 'Aside' } })]);
  expect(made.status).toBe(200);
  expect(found.map(({ id }) => id)).toEqual([...ids].reverse());
  const nobody = await list(`/api/v1/groups?search=${encodeURIComponent(`profile${'.a'.repeat(3900)} eq "b"`)}`);
  expect(nobody).toEqual([]);
});

test('what a long search may not ask is refused, and changes nothing', async () => {
  manyGroups();
  const before = org.hash();
  const terms = Array.from({ length: 400 }, (_, n) => `profile.p${n} sw "x"`).join(' or ');
  const answer = await org.get(`/api/v1/groups?search=${encodeURIComponent(terms)}`);
  expect(answer.status).toBe(400);
  expect(answer.body.errorCode).toBe('E0000031');
  expect(org.hash()).toBe(before);
});

test('long lists with numbers and names besides', async () => {
  const ids = manyGroups();
  const withStats = await list('/api/v1/groups?limit=10000&expand=stats');
  expect(withStats.length).toBeGreaterThanOrEqual(MANY);
  expect(withStats.find(({ id }) => id === ids[0])?._embedded?.stats).toMatchObject({ usersCount: 0, appsCount: 0 });
  const rule = await org.post('/api/v1/groups/rules', {
    type: 'group_rule',
    name: 'Wide',
    conditions: { expression: { value: 'user.lastName == "x"', type: 'urn:okta:expression:1.0' } },
    actions: { assignUserToGroups: { groupIds: ids } },
  });
  expect(rule.status).toBe(200);
  const [shown] = await list('/api/v1/groups/rules?expand=groupIdToGroupNameMap');
  const names = shown?._embedded?.groupIdToGroupNameMap ?? {};
  expect(Object.keys(names)).toEqual(ids);
  expect(names[ids[7] ?? '']).toBe('Team 0007');
});
