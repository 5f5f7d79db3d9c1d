import { beforeAll, describe, expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';
import { createPerson } from '../support/people.js';
import { refusedBy } from '../support/refused.js';

// What was made to be slow is refused for its size, or stopped by a count of steps: nothing here is timed.

const org = suiteOrg({ shared: true });
const refused = refusedBy(org);
let groupId: string;
beforeAll(async () => {
  groupId = (await org.post('/api/v1/groups', { profile: { name: 'Crew' } })).body.id;
});

const joined = (count: number, term: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => term(n)).join(' or ');
const nested = (depth: number): string => `${'('.repeat(depth)}id eq "x"${')'.repeat(depth)}`;

const rule = (value: string) => ({
  type: 'group_rule',
  name: 'slow',
  conditions: { expression: { value, type: 'urn:okta:expression:1.0' } },
  actions: { assignUserToGroups: { groupIds: [groupId] } },
});

describe.each(['users', 'groups'])('GET /%s', (what) => {
  test.each([
    ['filter', 'E0000031'],
    ['search', 'E0000031'],
  ])('refuses a %s with too many characters or brackets', async (parameter, code) => {
    // More than 8,000 characters, more than 64 levels; 10,000 terms are more than a request line may have.
    const texts = [`id eq "${'x'.repeat(8000)}"`, nested(65), nested(2000), `${'not '.repeat(65)}id eq "x"`];
    for (const text of texts) {
      await refused(() => org.get(`/api/v1/${what}?${parameter}=${encodeURIComponent(text)}`), 400, code);
    }
    const taken = await org.get(`/api/v1/${what}?${parameter}=${encodeURIComponent(nested(64))}`);
    expect([taken.status, taken.body]).toEqual([200, []]);
  });
});

test('GET /logs refuses the same', async () => {
  for (const text of [`uuid eq "${'x'.repeat(8000)}"`, nested(65)]) {
    const answer = await org.get(`/api/v1/logs?filter=${encodeURIComponent(text)}`);
    expect([answer.status, answer.body.errorCode]).toEqual([400, 'E0000053']);
  }
});

test('a search over many users that makes too many tests is stopped', async () => {
  const { store } = org.sandbox.org;
  const { id: _id, seq: _seq, ...user } = org.store.users.require((await createPerson(org, 0)).id);
  const ids = store.transaction(() =>
    Array.from({ length: 2000 }, (_, n) => {
      const login = `many.${n}@example.com`;
      return org.store.users.insert({ ...user, profile: { ...user.profile, login, email: login } }).id;
    }),
  );
  const ask = (text: string) => org.get(`/api/v1/users?search=${encodeURIComponent(text)}`);
  // 2,000 users times 300 tests are more than half a million; 20 tests are let through whatever the org's size.
  const long = await ask(joined(300, (n) => `profile.p${n} sw "x"`));
  expect([long.status, long.body.errorCode]).toEqual([400, 'E0000031']);
  expect((await ask(joined(20, (n) => `profile.p${n} sw "x"`))).status).toBe(200);
  const many = await ask(joined(200, (n) => `id eq "${ids[n]}"`));
  expect([many.status, many.body.length]).toEqual([200, 200]);
});

test.each([
  ['a pattern with nested counts', 'user.nickName matches "((a{99}){99}){99}"'],
  ['a pattern that remembers', 'user.nickName matches "(a+)\\1+b"'],
  ['ten thousand terms', joined(10_000, () => 'user.nickName == "a"')],
  ['deep brackets', `${'('.repeat(40)}true${')'.repeat(40)}`],
  ['a row of signs', `${'!'.repeat(40)}true`],
  ['too many parts', joined(180, () => 'true') + joined(240, () => '1')],
])('a group rule with %s is refused', async (_, value) => {
  await refused(() => org.post('/api/v1/groups/rules', rule(value)), 400, 'Api validation failed: validateRule');
});

test('a group rule with nested quantifiers is taken, and matches in steps that are counted', async () => {
  const { id } = await createPerson(org, 'slow');
  await org.post(`/api/v1/users/${id}`, { profile: { nickName: 'a'.repeat(100), title: 'a'.repeat(100) } });
  const made = await org.post(
    '/api/v1/groups/rules',
    rule('user.title matches "((a+)+)+b" or user.title matches "(a|aa)+"'),
  );
  expect(made.status).toBe(200);
  expect((await org.post(`/api/v1/groups/rules/${made.body.id}/lifecycle/activate`)).status).toBe(204);
  expect((await org.get(`/api/v1/groups/${groupId}/users`)).body).toHaveLength(1);
});

test.each(['user/default', 'group/default'])('a pattern of a property of %s is refused', async (schema) => {
  const properties = { evil: { title: 'Evil', type: 'string', pattern: '^(a+)+$' } };
  const body = { definitions: { custom: { id: '#custom', type: 'object', properties } } };
  await refused(() => org.post(`/api/v1/meta/schemas/${schema}`, body), 400, 'Api validation failed: evil');
});
