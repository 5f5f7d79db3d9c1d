import { beforeEach, describe, expect, test } from '@jest/globals';
import { suiteOrg, testOrg } from '../support/org.js';
import { createPerson, eventsSince } from '../support/people.js';
import { refusedBy } from '../support/refused.js';

const org = suiteOrg();
const refused = refusedBy(org);

const create = async (name: string, description?: string) =>
  (await org.post('/api/v1/groups', { profile: { name, ...(description === undefined ? {} : { description }) } })).body;
const names = (body: { profile: { name: string } }[]): string[] => body.map((group) => group.profile.name);
const find = async (query: string): Promise<string[]> => names((await org.get(`/api/v1/groups?${query}`)).body);
const builtIn = (name: string) => org.store.groups.where('type', 'BUILT_IN').find((row) => row.profile.name === name);

describe('a group', () => {
  test('is created as Okta shows it', async () => {
    const group = await create('Crew');
    expect(Object.keys(group)).toEqual([
      'id',
      'created',
      'lastUpdated',
      'lastMembershipUpdated',
      'objectClass',
      'type',
      'profile',
      '_links',
    ]);
    expect(group).toMatchObject({
      type: 'OKTA_GROUP',
      objectClass: ['okta:user_group'],
      profile: { name: 'Crew', description: null },
    });
    expect(group._links.users.href).toBe(`${org.url}/api/v1/groups/${group.id}/users`);
    expect((await org.get(`/api/v1/groups/${group.id}`)).body).toEqual(group);
  });

  test.each([
    ['no name', { profile: {} }, 'Api validation failed: name'],
    ['a name that is too long', { profile: { name: 'x'.repeat(256) } }, 'Api validation failed: name'],
    [
      'a description that is too long',
      { profile: { name: 'G', description: 'x'.repeat(1025) } },
      'Api validation failed: description',
    ],
    ['a name that is taken, whatever its case', { profile: { name: 'everyone' } }, 'Api validation failed: name'],
    ['an unknown property', { profile: { name: 'G', colour: 'red' } }, 'Api validation failed: New UserGroup'],
  ])('is refused with %s', async (_, body, errorSummary) => {
    await refused(() => org.post('/api/v1/groups', body), 400, errorSummary);
  });

  test('is replaced by PUT and gone after DELETE', async () => {
    const { id } = await create('Crew', 'all hands');
    const count = org.store.logs.count();
    expect((await org.put(`/api/v1/groups/${id}`, { profile: { name: 'Crew 2' } })).body.profile).toEqual({
      name: 'Crew 2',
      description: null,
    });
    expect((await org.delete(`/api/v1/groups/${id}`)).status).toBe(204);
    expect((await org.get(`/api/v1/groups/${id}`)).body.errorSummary).toBe(
      `Not found: Resource not found: ${id} (UserGroup)`,
    );
    expect(eventsSince(org, count)).toEqual(['group.profile.update', 'group.lifecycle.delete']);
  });

  test('has the properties that its schema gives it, and PUT leaves out what is not sent', async () => {
    const properties = {
      cost: { title: 'Cost', type: 'integer' },
      tags: { title: 'Tags', type: 'array', items: { type: 'string' } },
    };
    await org.post('/api/v1/meta/schemas/group/default', {
      definitions: { custom: { id: '#custom', type: 'object', properties } },
    });
    const made = await org.post('/api/v1/groups', { profile: { name: 'Crew', cost: 3, tags: ['red', 'blue'] } });
    expect(made.body.profile).toEqual({ name: 'Crew', description: null, cost: 3, tags: ['red', 'blue'] });
    for (const search of ['profile.cost gt 2', 'profile.tags eq "RED"', 'profile.cost eq 3 and profile.name sw "c"']) {
      expect(names((await org.get(`/api/v1/groups?search=${search}`)).body)).toEqual(['Crew']);
    }
    const path = `/api/v1/groups/${made.body.id}`;
    await refused(
      () => org.put(path, { profile: { name: 'Crew', cost: 'three' } }),
      400,
      'Api validation failed: updateGroup',
    );
    const changed = await org.put(path, { profile: { name: 'Crew', tags: null, cost: 4 } });
    expect(changed.body.profile).toEqual({ name: 'Crew', description: null, cost: 4 });
    expect((await org.put(path, { profile: { name: 'Crew' } })).body.profile).toEqual({
      name: 'Crew',
      description: null,
    });
  });

  test.each(['Everyone', 'Okta Administrators'])('that is built in (%s) is left to Okta', async (name) => {
    const { id } = await createPerson(org, 1);
    const path = `/api/v1/groups/${builtIn(name)?.id}`;
    for (const ask of [
      () => org.put(path, { profile: { name: 'Mine' } }),
      () => org.delete(path),
      () => org.delete(`${path}/users/${id}`),
    ]) {
      await refused(ask, 403, 'E0000006');
    }
    const add = () => org.put(`${path}/users/${id}`);
    if (name === 'Everyone') await refused(add, 501, 'Unsupported operation.');
    else await refused(add, 403, 'E0000006');
  });
});

describe('members', () => {
  test('come and go once, with their events and the time of the change', async () => {
    const group = await create('Crew');
    const { id } = await createPerson(org, 1);
    org.clock.advance(60_000);
    const count = org.store.logs.count();
    for (let n = 0; n < 2; n++) expect((await org.put(`/api/v1/groups/${group.id}/users/${id}`)).status).toBe(204);
    const after = (await org.get(`/api/v1/groups/${group.id}`)).body;
    expect([after.lastMembershipUpdated, after.lastUpdated]).toEqual(['2026-01-15T09:31:00.000Z', group.lastUpdated]);
    expect(names((await org.get(`/api/v1/users/${id}/groups`)).body)).toEqual(['Everyone', 'Crew']);
    for (let n = 0; n < 2; n++) expect((await org.delete(`/api/v1/groups/${group.id}/users/${id}`)).status).toBe(204);
    expect(eventsSince(org, count)).toEqual(['group.user_membership.add', 'group.user_membership.remove']);
  });

  test('are listed by pages, with a link to themselves alone', async () => {
    const group = await create('Crew');
    for (let n = 0; n < 5; n++) {
      const { id } = await createPerson(org, n);
      await org.put(`/api/v1/groups/${group.id}/users/${id}`);
    }
    const first = await org.get(`/api/v1/groups/${group.id}/users?limit=3`);
    expect(Object.keys(first.body[0]._links)).toEqual(['self']);
    const next = /<http:\/\/[^/]+([^>]+)>; rel="next"/.exec(first.headers.link ?? '')?.[1] ?? '';
    expect((await org.get(next)).body).toHaveLength(2);
    const other = await create('Other');
    expect((await org.get(next.replace(group.id, other.id))).body.errorCode).toBe('E0000029');
  });

  test('have groups, which are listed by pages too, Everyone first', async () => {
    const { id } = await createPerson(org, 1);
    for (const name of ['A', 'B', 'C']) await org.put(`/api/v1/groups/${(await create(name)).id}/users/${id}`);
    const path = `/api/v1/users/${id}/groups`;
    expect((await org.get(path)).headers.link).toMatch(/groups\?limit=200>; rel="self"$/);
    const first = await org.get(`${path}?limit=3`);
    expect(names(first.body)).toEqual(['Everyone', 'A', 'B']);
    const next = /<http:\/\/[^/]+([^>]+)>; rel="next"/.exec(first.headers.link ?? '')?.[1] ?? '';
    const second = await org.get(next);
    expect(names(second.body)).toEqual(['C']);
    expect(second.headers.link).not.toMatch(/rel="next"/);
    const other = await createPerson(org, 2);
    expect((await org.get(next.replace(id, other.id))).body.errorCode).toBe('E0000029');
  });

  test('may be named by login, and by its part before the @', async () => {
    const group = await create('Crew');
    await createPerson(org, 1);
    const path = `/api/v1/groups/${group.id}/users`;
    expect((await org.put(`${path}/robin.1@example.com`)).status).toBe(204);
    expect((await org.get(path)).body).toHaveLength(1);
    expect((await org.delete(`${path}/robin.1`)).status).toBe(204);
    expect((await org.get(path)).body).toEqual([]);
  });

  test('stay while they are deactivated, and go when they are deleted', async () => {
    const group = await create('Crew');
    const { id } = await createPerson(org, 1);
    await org.put(`/api/v1/groups/${group.id}/users/${id}`);
    await org.delete(`/api/v1/users/${id}`);
    expect((await org.get(`/api/v1/groups/${group.id}/users`)).body[0].status).toBe('DEPROVISIONED');
    await org.delete(`/api/v1/users/${id}`);
    expect((await org.get(`/api/v1/groups/${group.id}/users`)).body).toEqual([]);
  });

  test('of Everyone are all users', async () => {
    await createPerson(org, 1);
    const { length } = (await org.get(`/api/v1/groups/${builtIn('Everyone')?.id}/users`)).body;
    expect(length).toBe(org.store.users.count());
  });

  test('must exist', async () => {
    const group = await create('Crew');
    expect((await org.put(`/api/v1/groups/${group.id}/users/nobody`)).body.errorSummary).toContain('(User)');
    expect((await org.get('/api/v1/groups/00gnobody/users')).body.errorSummary).toContain('(UserGroup)');
  });
});

test('a group of an application names it, can be found and shown by it, and outlives it', async () => {
  const seed = {
    apps: [{ name: 'bookmark', label: 'Tides', settings: { app: { url: 'https://tides.example' } } }],
    groups: [{ name: 'From the tides', type: 'APP_GROUP' as const, source: 'Tides' }],
  };
  const other = await testOrg({ seed });
  const [app] = other.store.apps.where('name', 'bookmark');
  const id = app?.id ?? '';
  const { body } = await other.get(`/api/v1/groups?search=source.id eq "${id}"&expand=app`);
  expect(body).toHaveLength(1);
  expect(body[0]).toMatchObject({
    type: 'APP_GROUP',
    source: { id },
    _links: { source: { href: `${other.url}/api/v1/apps/${id}` } },
    _embedded: { app: { id, label: 'Tides' } },
  });
  await other.post(`/api/v1/apps/${id}/lifecycle/deactivate`);
  await other.delete(`/api/v1/apps/${id}`);
  const after = (await other.get(`/api/v1/groups/${body[0].id}?expand=app`)).body;
  expect([after.source, after._links.source, after._embedded]).toEqual([undefined, undefined, undefined]);
  await other.close();
});

test('the logos of a group are there', async () => {
  const { _links } = await create('Crew');
  for (const { href, type } of _links.logo) {
    const { status, headers } = await org.get(new URL(href).pathname);
    expect([status, headers['content-type']]).toEqual([200, type]);
  }
});

describe('lists', () => {
  beforeEach(async () => {
    for (const name of ['Sales', 'Sales Norway', 'Support']) await create(name);
  });

  test.each([
    ['q=sales', ['Sales', 'Sales Norway']],
    ['q=SALES norway', ['Sales Norway']],
    ['filter=type eq "BUILT_IN"', ['Everyone', 'Okta Administrators']],
    ['filter=type eq "APP_GROUP"&q=sales', []],
    ['filter=type eq "OKTA_GROUP"&q=su', ['Support']],
    ['search=profile.name sw "sales" and type eq "okta_group"', ['Sales', 'Sales Norway']],
    ['search=type eq "OKTA_GROUP"&sortBy=profile.name&sortOrder=desc', ['Support', 'Sales Norway', 'Sales']],
    ['filter=lastUpdated gt "2026-01-15T09:30:00.000Z"', []],
  ])('%s', async (query, expected) => {
    expect(await find(query)).toEqual(expected);
  });

  test('the name that is asked for comes before those that begin with it', async () => {
    await create('Sal');
    expect((await find('q=sal'))[0]).toBe('Sal');
  });

  test('q sends no Link header, the other forms do', async () => {
    expect((await org.get('/api/v1/groups?q=sales')).headers.link).toBeUndefined();
    const { link } = (await org.get('/api/v1/groups?filter=type eq "BUILT_IN"&limit=200')).headers;
    expect(link).toBe(`<${org.url}/api/v1/groups?limit=200&filter=type+eq+%22BUILT_IN%22>; rel="self"`);
  });

  test('expand=stats counts', async () => {
    const { id } = await createPerson(org, 1);
    const [sales] = (await org.get('/api/v1/groups?q=sales')).body;
    await org.put(`/api/v1/groups/${sales.id}/users/${id}`);
    const [group] = (await org.get('/api/v1/groups?search=profile.name eq "Sales"&expand=stats')).body;
    expect(group._embedded.stats.usersCount).toBe(1);
    const self = group._embedded.stats._links.self.href.replace(org.url, '');
    expect(self).toBe(`/api/v1/groups/${sales.id}/stats`);
    expect((await org.get(self)).body).toEqual(group._embedded.stats);
    expect((await org.get('/api/v1/groups/00gnone/stats')).status).toBe(404);
  });

  test.each([
    ['filter=profile.name eq "x"', 'E0000031'],
    ['search=profile.name xx "x"', 'E0000031'],
    ['search=id pr&filter=id eq "x"', 'E0000033'],
  ])('refuse %s', async (query, errorCode) => {
    const answer = await org.get(`/api/v1/groups?${query}`);
    expect([answer.status, answer.body.errorCode]).toEqual([400, errorCode]);
  });
});
