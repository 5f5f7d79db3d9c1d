import { beforeAll, describe, expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';
import { createPerson } from '../support/people.js';

// What users of real orgs report of filters and searches (facts: reports), alike for both lists.

const org = suiteOrg({ shared: true });
beforeAll(async () => {
  await createPerson(org, 1);
  const profile = { name: 'The Crew', description: 'of the deep blue' };
  expect((await org.post('/api/v1/groups', { profile })).status).toBe(200);
});

const ask = (list: string, parameter: string, text: string) =>
  org.get(`/api/v1/${list}?${parameter}=${encodeURIComponent(text)}`);

/** What an answer says: status, code, summary and causes. */
const said = async (...asked: Parameters<typeof ask>) => {
  const { status, body } = await ask(...asked);
  const causes = body.errorCauses?.map(({ errorSummary }: { errorSummary: string }) => errorSummary);
  return [status, body.errorCode, body.errorSummary, causes];
};

describe.each(['users', 'groups'])('%s', (list) => {
  test.each([
    ['of a property that is unknown', 'nothing eq "x"'],
    ['by an operator that the list lacks', 'lastUpdated co "2"'],
    ['of a value without quotes', 'id eq x'],
    ['that ends in the middle', 'id eq "x" and'],
    ['with a bracket that is open', '(id eq "x"'],
    ['of a property alone', 'id'],
  ])('a filter %s is told to be unusable, without a cause', async (_, filter) => {
    expect(await said(list, 'filter', filter)).toEqual([400, 'E0000031', 'Invalid search criteria.', []]);
  });

  test.each(['id eq', 'id eq "x" and', '(id eq "x"', 'id ~ "x"', '"', 'id eq x y'])(
    'the search %s cannot be read, and one cause says so',
    async (search) => {
      const causes = ['Invalid search syntax.'];
      expect(await said(list, 'search', search)).toEqual([400, 'E0000031', 'Invalid search criteria.', causes]);
    },
  );
});

test.each([
  ['users', 'profile.login', 'OBIN.1@'],
  ['users', 'profile.email', 'obin.1@'],
  ['users', 'profile.firstName', 'obi'],
  ['users', 'profile.lastName', 'umber'],
  ['groups', 'profile.name', 'CREW'],
  ['groups', 'profile.description', 'deep'],
])('a search of %s finds a part of %s', async (list, property, part) => {
  const { status, body } = await ask(list, 'search', `${property} co "${part}"`);
  expect([status, body.length]).toEqual([200, 1]);
  expect((await ask(list, 'search', `${property} co "nowhere in it"`)).body).toEqual([]);
});

test.each([
  ['users', 'profile.city'],
  ['users', 'status'],
  ['groups', 'type'],
])('a search of %s for a part of %s stays refused', async (list, property) => {
  expect((await said(list, 'search', `${property} co "x"`)).slice(0, 2)).toEqual([400, 'E0000031']);
});
