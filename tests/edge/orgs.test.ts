import { describe, expect, test } from '@jest/globals';
import { suiteOrg, type TestOrg } from '../support/org.js';
import { createPerson, profile } from '../support/people.js';

// Two orgs of one process: nothing that one of them is asked or told may be seen in the other.
const one = suiteOrg({ token: '00one-one-one-one-one-one' });
const other = suiteOrg({ token: '00other-other-other-other', rateLimits: true, seed: 'acme' });

const rule = (groupId: string, expression: string): object => ({
  type: 'group_rule',
  name: 'R',
  conditions: { expression: { value: expression, type: 'urn:okta:expression:1.0' } },
  actions: { assignUserToGroups: { groupIds: [groupId] } },
});

describe('two orgs in one process', () => {
  test('have tokens of their own', async () => {
    const [ofOne, ofOther] = [`SSWS ${one.sandbox.token}`, `SSWS ${other.sandbox.token}`];
    expect((await one.get('/api/v1/users/me', { authorization: ofOther })).status).toBe(401);
    expect((await other.get('/api/v1/users/me', { authorization: ofOne })).status).toBe(401);
  });

  test('take the same logins and names, at the same time, and number them apart', async () => {
    const before = other.store.users.count();
    await Promise.all(
      Array.from({ length: 40 }, (_, n) => Promise.all([createPerson(one, n), createPerson(other, n)])),
    );
    expect([one.store.users.count(), other.store.users.count()]).toEqual([41, before + 40]);
    const [a, b] = [
      one.store.users.by('login', profile(7).login ?? ''),
      other.store.users.by('login', profile(7).login ?? ''),
    ];
    expect(a?.id).not.toBe(b?.id);
    expect((await other.get(`/api/v1/users/${a?.id}`)).status).toBe(404);
  });

  test('show links to themselves', async () => {
    const login = profile(1).login;
    await Promise.all([createPerson(one, 1), createPerson(other, 1)]);
    for (const org of [one, other, one]) {
      const { body } = await org.get(`/api/v1/users/${login}`);
      expect(body._links.self.href.startsWith(org.url)).toBe(true);
    }
  });

  test('have schemas, rules and filters of their own', async () => {
    const custom = { definitions: { custom: { properties: { badge: { title: 'Badge', type: 'string' } } } } };
    await one.post('/api/v1/meta/schemas/user/default', custom);
    const withBadge = { profile: { ...profile(1), badge: 'B-1' } };
    expect((await one.post('/api/v1/users', withBadge)).status).toBe(200);
    expect((await other.post('/api/v1/users', withBadge)).status).toBe(400);
    const query = '/api/v1/users?search=profile.badge eq "B-1"';
    expect((await one.get(query)).body).toHaveLength(1);
    expect((await other.get(query)).body).toHaveLength(0);
    const group = async (org: TestOrg): Promise<string> =>
      (await org.post('/api/v1/groups', { profile: { name: 'Badged' } })).body.id;
    const expression = 'user.badge=="B-1"';
    expect((await one.post('/api/v1/groups/rules', rule(await group(one), expression))).status).toBe(200);
    expect((await other.post('/api/v1/groups/rules', rule(await group(other), expression))).status).toBe(400);
  });

  test('have clocks, limits, logs and outboxes of their own', async () => {
    const before = other.clock.now();
    one.clock.advance(3_600_000);
    expect(other.clock.now()).toBe(before);
    const head = async (org: TestOrg) => (await org.get('/api/v1/users/me')).headers;
    const [mine, its] = [await head(one), await head(other)];
    expect([mine.date, its.date]).toEqual([new Date(before + 3_600_000).toUTCString(), new Date(before).toUTCString()]);
    expect([mine['x-rate-limit-limit'], its['x-rate-limit-limit']]).toEqual(['1000000', '2000']);
    const hash = other.hash();
    await createPerson(one, 1);
    expect([(await one.get('/api/v1/logs')).body.length > 0, (await other.get('/api/v1/logs')).body]).toEqual([
      true,
      [],
    ]);
    expect((await other.get('/_sandbox/outbox')).body).toEqual([]);
    expect(other.hash()).toBe(hash);
  });

  test('are reset one by one', async () => {
    await Promise.all([createPerson(one, 1), createPerson(other, 1)]);
    const hash = other.hash();
    await one.post('/_sandbox/reset');
    expect(one.store.users.by('login', profile(1).login ?? '')).toBeUndefined();
    expect(other.hash()).toBe(hash);
  });
});
