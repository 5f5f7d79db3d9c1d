import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { addUsers, begun, MANY } from '../support/crew.js';
import { type TestAnswer, type TestOrg, testOrg } from '../support/org.js';

let org: TestOrg;
beforeAll(async () => {
  org = await testOrg();
});
beforeEach(() => org.reset());
afterAll(() => org.close());

const USERS = '/api/v1/meta/schemas/user/default';
const GROUPS = '/api/v1/meta/schemas/group/default';

const define = (nick: object | null, path = USERS): Promise<TestAnswer> =>
  org.post(path, { definitions: { custom: { id: '#custom', type: 'object', properties: { nick } } } });

const text = { title: 'Nick', type: 'string' };

/** How many users have the property. */
const holders = (): number => org.store.users.all().filter(({ profile }) => 'nick' in profile).length;

/** Many users with a value of the property. */
async function withValues(): Promise<string[]> {
  expect((await define(text)).status).toBe(200);
  const ids = addUsers(org, MANY);
  org.sandbox.org.store.transaction(() => {
    for (const id of ids) {
      const { profile } = org.store.users.require(id);
      org.store.users.update(id, { profile: { ...profile, nick: 'Jo' } });
    }
  });
  return ids;
}

describe('a property that very many profiles hold', () => {
  test('is removed in slices; the answer comes when no profile holds it', async () => {
    await withValues();
    const { commit } = org.sandbox.org.store;
    const { answer } = await begun(org, () => define(null));
    const then = holders();
    const { status, body } = await answer;
    expect([status, 'nick' in body.definitions.custom.properties]).toEqual([200, false]);
    expect([then > 0 && then < MANY, holders(), org.store.jobs.count()]).toEqual([true, 0, 0]);
    expect(org.sandbox.org.store.commit - commit).toBeGreaterThanOrEqual(MANY / 400);
  });

  test('cannot be defined again before that, and then holds nothing of old', async () => {
    await withValues();
    const { answer } = await begun(org, () => define(null));
    const refused = await define(text);
    expect([refused.status, refused.body.errorCode]).toEqual([400, 'E0000001']);
    await answer;
    expect([(await define(text)).status, holders()]).toEqual([200, 0]);
  });

  test('does not stand in the way of a change of a profile meanwhile', async () => {
    const last = (await withValues()).at(-1);
    const { answer } = await begun(org, () => define(null));
    const changed = await org.post(`/api/v1/users/${last}`, { profile: { lastName: 'New' } });
    expect([changed.status, changed.body.profile.lastName, 'nick' in changed.body.profile]).toEqual([
      200,
      'New',
      false,
    ]);
    await answer;
    expect(org.store.users.require(last ?? '').profile).toMatchObject({ lastName: 'New' });
  });

  test('is left alone in the profiles of other types and of groups', async () => {
    await withValues();
    await define(text, GROUPS);
    const group = (await org.post('/api/v1/groups', { profile: { name: 'G', nick: 'g' } })).body.id;
    await define(null);
    expect(org.store.groups.require(group).profile.nick).toBe('g');
    await define(null, GROUPS);
    expect('nick' in org.store.groups.require(group).profile).toBe(false);
  });
});

describe('a linked object with very many values', () => {
  const PATH = '/api/v1/meta/schemas/user/linkedObjects';
  const relation = {
    primary: { name: 'manager', title: 'M', type: 'USER' },
    associated: { name: 'subordinate', title: 'S', type: 'USER' },
  };

  test('is deleted in slices, and its names are free at once', async () => {
    expect((await org.post(PATH, relation)).status).toBe(201);
    const [row] = org.store.linkedObjects.all();
    const [boss = '', ...others] = addUsers(org, MANY);
    org.sandbox.org.store.transaction(() => {
      for (const id of others) {
        org.store.links.insert({ definitionId: row?.id ?? '', primaryId: boss, associatedId: id });
      }
    });
    const { answer } = await begun(org, () => org.delete(`${PATH}/subordinate`));
    const then = org.store.links.count();
    expect((await org.post(PATH, relation)).status).toBe(201);
    expect((await org.get(`/api/v1/users/${boss}/linkedObjects/subordinate`)).body).toEqual([]);
    expect([(await answer).status, then > 0 && then < MANY - 1]).toEqual([204, true]);
    expect([org.store.links.count(), org.store.linkedObjects.count(), org.store.jobs.count()]).toEqual([0, 1, 0]);
  });
});
