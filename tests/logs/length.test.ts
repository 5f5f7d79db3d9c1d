import { expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';
import { createPerson } from '../support/people.js';

const org = suiteOrg();

/** How long the longest event is as it is written. */
const longest = (): number => Math.max(...org.store.logs.all().map((row) => JSON.stringify(row).length));

test('an event keeps a part of the long texts of its request', async () => {
  const path = `/api/v1/groups?x=${'x'.repeat(5000)}`;
  const made = await org.post(path, { profile: { name: 'Crew' } }, { 'user-agent': 'x'.repeat(5000) });
  expect(made.status).toBe(200);
  expect(longest()).toBeGreaterThan(4000);
  expect(longest()).toBeLessThan(5000);
});

test('an event names a part of very many attributes that were changed', async () => {
  const { id } = await createPerson(org, 1);
  const names = Array.from({ length: 400 }, (_, n) => `attribute_of_some_length_${n}`);
  const properties = Object.fromEntries(names.map((name) => [name, { title: name, type: 'string' }]));
  const definitions = { custom: { id: '#custom', type: 'object', properties } };
  expect((await org.post('/api/v1/meta/schemas/user/default', { definitions })).status).toBe(200);
  const profile = Object.fromEntries(names.map((name) => [name, 'new']));
  expect((await org.post(`/api/v1/users/${id}`, { profile })).status).toBe(200);
  const [event] = (await org.get('/api/v1/logs?filter=eventType eq "user.account.update_profile"')).body;
  const { changedAttributes } = event.debugContext.debugData;
  expect(changedAttributes).toMatch(/^attribute_of_some_length_0,/);
  expect(changedAttributes).toHaveLength(2048);
  expect(longest()).toBeLessThan(5000);
});
