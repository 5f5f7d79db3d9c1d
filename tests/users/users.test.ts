import { beforeEach, describe, expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';
import { createPerson, eventsSince, PASSWORD, profile } from '../support/people.js';
import { refusedBy } from '../support/refused.js';

const org = suiteOrg();
const refused = refusedBy(org);

const logins = (body: { profile: { login: string } }[]): string[] => body.map((user) => user.profile.login);

describe('read', () => {
  test('by id, login, short name and me; the 404 repeats what was asked for', async () => {
    const user = await createPerson(org, 1);
    const names = ['robin.1@example.com', 'robin.1%40example.com', 'ROBIN.1@example.com', 'r%C3%B3bin.1', 'robin.1'];
    for (const name of [user.id, ...names]) {
      expect((await org.get(`/api/v1/users/${name}`)).body.id).toBe(user.id);
    }
    expect((await org.get('/api/v1/users/me')).body.profile.login).toBe('admin@mockta.example');
    await org.post('/api/v1/users', { profile: { ...profile(2), login: 'robin.1@other.example' } });
    const answer = await org.get('/api/v1/users/robin.1');
    expect(answer.body.errorSummary).toBe('Not found: Resource not found: robin.1 (User)');
  });

  test('carries a tag that If-Match holds an update to', async () => {
    const { id } = await createPerson(org, 1);
    const { etag } = (await org.get(`/api/v1/users/${id}`)).headers;
    expect(etag).toMatch(/^W\/"[0-9a-f]{64}"$/);
    const change = { profile: { nickName: 'Rob' } };
    expect((await org.post(`/api/v1/users/${id}`, change, { 'if-match': 'nonsense' })).body.errorCode).toBe('E0000242');
    expect((await org.post(`/api/v1/users/${id}`, change, { 'if-match': etag ?? '' })).status).toBe(200);
    expect((await org.post(`/api/v1/users/${id}`, change, { 'if-match': etag ?? '' })).body.errorCode).toBe('E0000231');
  });

  test('by id alone where the login holds a slash or a question mark', async () => {
    const login = 'robin/1?@example.com';
    const { id } = (await org.post('/api/v1/users', { profile: { ...profile(1), login } })).body;
    expect((await org.get(`/api/v1/users/${id}`)).body.profile.login).toBe(login);
    const answer = await org.get(`/api/v1/users/${encodeURIComponent(login)}`);
    expect([answer.status, answer.body.errorSummary]).toEqual([404, `Not found: Resource not found: ${login} (User)`]);
  });

  test('by login answers as a file would be, which a path that ends in one looks like', async () => {
    const { id } = await createPerson(org, 1);
    const named = 'content-disposition';
    expect((await org.get('/api/v1/users/robin.1@example.com')).headers[named]).toBe('inline;filename=f.txt');
    expect((await org.get(`/api/v1/users/${id}`)).headers[named]).toBeUndefined();
  });

  test.each([
    'okta-response=omitCredentials,omitCredentialsLinks',
    'okta-response="omitCredentials, omitCredentialsLinks, omitTransitioningToStatus"',
    'charset=utf-8; okta-response="omitCredentialsLinks,somethingNew,omitCredentials"',
  ])('leaves out what %s names', async (parameter) => {
    const { id } = await createPerson(org, 1, { password: { value: PASSWORD } });
    const headers = { 'content-type': `application/json; ${parameter}` };
    const user = (await org.get(`/api/v1/users/${id}`, headers)).body;
    expect([user.credentials, user._links.changePassword]).toEqual([undefined, undefined]);
    expect(user._links.deactivate).toBeDefined();
    expect((await org.get('/api/v1/users', headers)).body[0].credentials).toBeUndefined();
  });

  test('the groups of a new user are Everyone alone', async () => {
    const { id } = await createPerson(org, 1);
    const groups = (await org.get(`/api/v1/users/${id}/groups`)).body;
    expect(groups.map((group: { profile: { name: string } }) => group.profile.name)).toEqual(['Everyone']);
  });
});

describe('lists', () => {
  beforeEach(async () => {
    for (const n of [1, 2, 3]) await createPerson(org, n, undefined, n === 2 ? '?activate=false' : '');
    await org.delete('/api/v1/users/robin.3');
  });
  const find = async (query: string): Promise<string[]> => logins((await org.get(`/api/v1/users?${query}`)).body);

  test('leave deprovisioned users out unless they are asked for', async () => {
    expect(await find('')).not.toContain('robin.3@example.com');
    expect(await find('q=robin')).toEqual(['robin.2@example.com', 'robin.1@example.com']);
    expect(await find('filter=status eq "DEPROVISIONED"')).toEqual(['robin.3@example.com']);
    expect(await find('search=profile.lastName sw "number"')).toHaveLength(3);
  });

  test.each([
    ['filter=profile.login eq "robin.1@example.com"', ['robin.1@example.com']],
    ['filter=profile.login eq "ROBIN.1@example.com"', []],
    ['search=profile.login eq "ROBIN.1@example.com"', ['robin.1@example.com']],
    ['filter=status eq "STAGED" or status eq "DEPROVISIONED"', ['robin.2@example.com', 'robin.3@example.com']],
    ['search=status eq "STAGED" and profile.firstName eq "robin"', ['robin.2@example.com']],
    [
      'search=not (status eq "STAGED") and profile.lastName sw "Number"',
      ['robin.1@example.com', 'robin.3@example.com'],
    ],
    ['search=created ge "2026-01-15T09:30:00.000Z" and profile.email sw "robin.1"', ['robin.1@example.com']],
    ['search=created gt "2026-01-15T10:30:00.000%2B01:00"', []],
    [
      'search=profile.lastName sw "Number"&sortBy=profile.lastName&sortOrder=desc',
      ['robin.3@example.com', 'robin.2@example.com', 'robin.1@example.com'],
    ],
    ['search=profile.mobilePhone pr', []],
    ['q=robin&filter=status eq "STAGED"', ['robin.2@example.com']],
    ['q=number1&search=status eq "STAGED"', []],
  ])('%s', async (query, expected) => {
    expect(await find(query)).toEqual(expected);
  });

  test.each([
    ['search=profile.login ne "x"', 'E0000031'],
    ['search=nonsense', 'E0000031'],
    ['search=created gt "yesterday"', 'E0000030'],
    ['filter=profile.city eq "x"', 'E0000031'],
    ['filter=status sw "A"', 'E0000031'],
    [`search=${'('.repeat(100)}status pr${')'.repeat(100)}`, 'E0000031'],
    ['search=status pr&filter=status eq "ACTIVE"', 'E0000033'],
    ['q=robin&filter=status sw "A"', 'E0000031'],
    ['search=status pr&sortBy=profile.lastName,profile.firstName', 'E0000031'],
  ])('refuse %s', async (query, errorCode) => {
    const answer = await org.get(`/api/v1/users?${query}`);
    expect([answer.status, answer.body.errorCode]).toEqual([400, errorCode]);
  });

  test('walk in sorted order by pages, ties in order of creation', async () => {
    const seen: string[] = [];
    let path: string | undefined = '/api/v1/users?search=profile.firstName eq "Robin"&sortBy=profile.firstName&limit=1';
    while (path) {
      const page = await org.get(path);
      seen.push(...logins(page.body));
      path = /<http:\/\/[^/]+([^>]+)>; rel="next"/.exec(page.headers.link ?? '')?.[1];
    }
    expect(seen).toEqual(['robin.1@example.com', 'robin.2@example.com', 'robin.3@example.com']);
  });
});

describe('update', () => {
  test("of me is of the token's owner", async () => {
    const answer = await org.post('/api/v1/users/me', { profile: { nickName: 'Boss' } });
    expect([answer.status, answer.body.profile.nickName]).toEqual([200, 'Boss']);
    expect((await org.get('/api/v1/users/me')).body).toEqual(answer.body);
  });

  test('POST changes what is given and clears what is null; PUT drops the rest', async () => {
    const { id } = await createPerson(org, 1);
    const path = `/api/v1/users/${id}`;
    await org.post(path, { profile: { nickName: 'Rob', city: 'Oslo' } });
    await org.post(path, { profile: { city: null } });
    const user = (await org.get(path)).body;
    expect([user.profile.nickName, 'city' in user.profile]).toEqual(['Rob', false]);
    await org.put(path, { profile: profile(1) });
    expect('nickName' in (await org.get(path)).body.profile).toBe(false);
    expect((await org.put(path, { profile: { login: 'robin.1@example.com' } })).status).toBe(400);
  });

  test('PUT of credentials alone leaves the profile', async () => {
    const { id } = await createPerson(org, 1, undefined);
    const answer = await org.put(`/api/v1/users/${id}`, { credentials: { password: { value: PASSWORD } } });
    expect([answer.body.status, answer.body.profile.lastName]).toEqual(['ACTIVE', 'Number1']);
  });

  test('takes what a read gave as no change, though the read shows a question without its answer', async () => {
    const question = { question: 'Which kettle?', answer: 'The copper one' };
    const { id } = await createPerson(org, 1, { password: { value: PASSWORD }, recovery_question: question });
    const kept = org.store.users.require(id).credentials;
    const { body } = await org.get(`/api/v1/users/${id}`);
    expect((await org.put(`/api/v1/users/${id}`, body)).body.credentials).toEqual(body.credentials);
    expect((await org.post(`/api/v1/users/${id}`, body)).status).toBe(200);
    expect(org.store.users.require(id).credentials).toEqual(kept);
    const other = { credentials: { recovery_question: { question: 'Which pan?' } } };
    await refused(() => org.post(`/api/v1/users/${id}`, other), 400, 'E0000001');
  });

  test('names the changed attributes in its event', async () => {
    const { id } = await createPerson(org, 1);
    const count = org.store.logs.count();
    await org.post(`/api/v1/users/${id}`, { profile: { email: 'new@example.com', nickName: 'Rob' } });
    expect(eventsSince(org, count)).toEqual(['user.account.update_profile', 'user.account.update_primary_email']);
    expect(org.store.logs.all().at(count)?.debugData).toEqual({ changedAttributes: 'email,nickName' });
  });

  test('POST takes the type that the user has, by id or as the default', async () => {
    const { id, type } = await createPerson(org, 1);
    for (const given of [type.id, 'default']) {
      expect((await org.post(`/api/v1/users/${id}`, { type: { id: given } })).body.type).toEqual(type);
    }
  });

  test('POST names an unknown property alone: what it does not send is not missing', async () => {
    const { id } = await createPerson(org, 1);
    const cause = "Property name 'shoeSize' is not defined in profile";
    await refused(() => org.post(`/api/v1/users/${id}`, { profile: { shoeSize: 44 } }), 400, 'E0000001', cause);
  });

  test("only PUT changes the type, and the new type's schema holds", async () => {
    const { id } = await createPerson(org, 1);
    const type = (await org.post('/api/v1/meta/types/user', { name: 'contractor', displayName: 'Contractor' })).body;
    const change = { type: { id: type.id }, profile: profile(1) };
    expect((await org.post(`/api/v1/users/${id}`, change)).status).toBe(400);
    expect((await org.put(`/api/v1/users/${id}`, change)).body.type.id).toBe(type.id);
  });

  test('a new type alone is refused where the profile is none of its own', async () => {
    const { id } = await createPerson(org, 1);
    const properties = { shoe: { title: 'Shoe', type: 'string' } };
    const definitions = { custom: { id: '#custom', type: 'object', properties } };
    const path = `/api/v1/users/${id}`;
    expect((await org.post('/api/v1/meta/schemas/user/default', { definitions })).status).toBe(200);
    expect((await org.post(path, { profile: { shoe: '44' } })).status).toBe(200);
    const type = (await org.post('/api/v1/meta/types/user', { name: 'contractor', displayName: 'Contractor' })).body;
    const change = { type: { id: type.id } };
    await refused(() => org.put(path, change), 400, 'E0000001', "Property name 'shoe' is not defined in profile");
    expect((await org.post(path, { profile: { shoe: null } })).status).toBe(200);
    const after = (await org.put(path, change)).body;
    expect([after.type.id, after.profile.lastName]).toEqual([type.id, 'Number1']);
  });

  test('refuses a login that another user has', async () => {
    const { id } = await createPerson(org, 1);
    await createPerson(org, 2);
    const taken = { profile: { login: 'Robin.2@example.com' } };
    await refused(() => org.post(`/api/v1/users/${id}`, taken), 400, 'Api validation failed: login');
  });

  test('does not find a deprovisioned user, nor does a deactivation, though GET does', async () => {
    const { id, profile } = await createPerson(org, 1);
    await org.delete(`/api/v1/users/${id}`);
    expect((await org.get(`/api/v1/users/${id}`)).body.status).toBe('DEPROVISIONED');
    for (const ask of [
      () => org.post(`/api/v1/users/${id}`, { profile: { nickName: 'x' } }),
      () => org.put(`/api/v1/users/${id}`, { profile }),
      () => org.post(`/api/v1/users/${id}/lifecycle/deactivate`),
    ]) {
      await refused(ask, 404, `Not found: Resource not found: ${id} (User)`);
    }
  });
});

describe('search', () => {
  test('finds a part of names and addresses, and of nothing else', async () => {
    await createPerson(org, 1);
    const found = async (text: string) => (await org.get(`/api/v1/users?search=${encodeURIComponent(text)}`)).body;
    expect(await found('profile.login co "OBIN.1@"')).toHaveLength(1);
    expect(await found('profile.firstName co "obi"')).toHaveLength(1);
    await refused(() => org.get('/api/v1/users?search=profile.city co "x"'), 400, 'E0000031');
  });

  test('that cannot be parsed is told so; a filter that cannot be used is not', async () => {
    const search = encodeURIComponent('profile.login eq "x" and');
    for (const unparsable of [search, 'robin', 'profile.login%20is%20%22x%22']) {
      await refused(() => org.get(`/api/v1/users?search=${unparsable}`), 400, 'E0000031', 'Invalid search syntax.');
    }
    const filter = await org.get(`/api/v1/users?filter=${search}`);
    expect(filter.body).toMatchObject({ errorSummary: 'Invalid search criteria.', errorCauses: [] });
  });
});
