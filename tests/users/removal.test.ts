import { expect, test } from '@jest/globals';
import { begun } from '../support/crew.js';
import { suiteOrg } from '../support/org.js';
import { createPerson, PASSWORD, setStatus } from '../support/people.js';
import { refusedBy } from '../support/refused.js';

const org = suiteOrg();
const refused = refusedBy(org);
const HOUR = 60 * 60 * 1000;

/** Makes groups with this user in them, without asking for each. */
const joinGroups = (userId: string, count: number): string[] =>
  org.sandbox.org.store.transaction(() =>
    Array.from({ length: count }, (_, n) => {
      const now = '2026-01-15T09:30:00.000Z';
      const times = { created: now, lastUpdated: now, lastMembershipUpdated: now };
      const { id } = org.store.groups.insert({
        ...times,
        type: 'OKTA_GROUP',
        objectClass: ['okta:user_group'],
        profile: { name: `Crew ${n}` },
      });
      org.store.memberships.insert({ groupId: id, userId, manual: true, rules: [] });
      return id;
    }),
  );

test('of a user takes along all that names it, and its groups say that their members changed', async () => {
  const { id } = await createPerson(org, 1, { password: { value: PASSWORD } });
  const other = (await createPerson(org, 2)).id;
  const [groupId] = joinGroups(id, 1);
  const ends = ['boss', 'staff'].map((name) => ({ name, title: name, type: 'USER' }));
  await org.post('/api/v1/meta/schemas/user/linkedObjects', { primary: ends[0], associated: ends[1] });
  await org.put(`/api/v1/users/${other}/linkedObjects/boss/${id}`);
  await org.post(`/api/v1/users/${id}/lifecycle/reset_password?sendEmail=true`);
  expect(org.store.messages.where('user', id)).toHaveLength(1);
  setStatus(org, id, 'DEPROVISIONED');
  org.clock.advance(HOUR);
  expect((await org.delete(`/api/v1/users/${id}`)).status).toBe(204);
  const { memberships, links, oneTimeTokens, messages, tokens } = org.store;
  const left = [memberships.count('user', id), links.count('user', id), oneTimeTokens.count('user', id)];
  expect([...left, messages.count('user', id), tokens.count('user', id)]).toEqual([0, 0, 0, 0, 0]);
  expect((await org.get(`/api/v1/groups/${groupId}`)).body.lastMembershipUpdated).toBe('2026-01-15T10:30:00.000Z');
  await refused(() => org.delete(`/api/v1/users/${id}`), 404, 'E0000007');
});

test('of a user of very many groups goes on while others are answered, and they see it gone', async () => {
  const { id } = await createPerson(org, 1);
  const groupIds = joinGroups(id, 1000);
  setStatus(org, id, 'DEPROVISIONED');
  const { answer: deletion } = await begun(org, () => org.delete(`/api/v1/users/${id}`));
  const last = await org.get(`/api/v1/groups/${groupIds.at(-1)}/users`);
  expect([last.status, last.body]).toEqual([200, []]);
  expect((await deletion).status).toBe(204);
  expect([org.store.memberships.count('user', id), org.store.jobs.count()]).toEqual([0, 0]);
});
