import { describe, expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';
import { createPerson, PASSWORD } from '../support/people.js';
import { refusedBy } from '../support/refused.js';

const org = suiteOrg();
const refused = refusedBy(org);

const password = { password: { value: PASSWORD } };
const person = async (n: number): Promise<string> => (await createPerson(org, n, password)).id;
const group = async (name: string): Promise<string> =>
  (await org.post('/api/v1/groups', { profile: { name } })).body.id;
const swaSettings = { app: { url: 'https://l.example', usernameField: 'u', passwordField: 'p', buttonField: 'b' } };

async function app(more: object = {}): Promise<string> {
  const bookmark = { name: 'bookmark', label: 'Wiki', settings: { app: { url: 'https://wiki.example' } } };
  const { body, status, text } = await org.post('/api/v1/apps', { ...bookmark, ...more });
  if (status !== 200) throw new Error(text);
  return body.id;
}
const client = (): Promise<string> =>
  app({ name: 'oidc_client', settings: { oauthClient: { redirect_uris: ['https://a.example/cb'] } } });

const users = (id: string): string => `/api/v1/apps/${id}/users`;
const groups = (id: string): string => `/api/v1/apps/${id}/groups`;
const scopeOf = async (id: string, userId: string): Promise<string> => {
  const { status, body } = await org.get(`${users(id)}/${userId}`);
  return status === 200 ? body.scope : 'none';
};

describe('the assignment of a group', () => {
  test('is shown alone as it is shown among the others', async () => {
    const [id, team] = [await app(), await group('Team')];
    await org.put(`${groups(id)}/${team}`, { priority: 0 });
    const { status, body } = await org.get(`${groups(id)}/${team}`);
    expect([status, body.id, body.priority]).toEqual([200, team, 0]);
    expect((await org.get(groups(id))).body).toEqual([body]);
    await refused(() => org.get(`${groups(id)}/00gnone`), 404, 'E0000007');
  });
});

describe('a user who is assigned', () => {
  test('gets the username and profile that the app makes of its own', async () => {
    const [id, userId] = [await client(), await person(1)];
    const { status, body } = await org.post(users(id), { id: userId });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: userId,
      externalId: null,
      scope: 'USER',
      status: 'ACTIVE',
      passwordChanged: null,
      syncState: 'DISABLED',
      credentials: { userName: 'robin.1@example.com' },
    });
    expect(Object.keys(body.profile)).toHaveLength(20);
    expect(body.profile).toMatchObject({
      name: 'Robin Number1',
      given_name: 'Robin',
      email: 'robin.1@example.com',
      locale: 'en_US',
      zoneinfo: 'America/Los_Angeles',
      website: null,
    });
    expect((await org.get(`${users(id)}/${userId}`)).body).toEqual(body);
  });

  test('may be given another name, a password where there is a scheme, and values of the schema', async () => {
    const id = await app({ name: 'template_swa', settings: swaSettings });
    const userId = await person(1);
    const credentials = { userName: 'rob', password: { value: 'kettle' } };
    const { body } = await org.post(users(id), { id: userId, credentials });
    expect(body.credentials).toEqual({ userName: 'rob', password: {} });
    expect(body.passwordChanged).not.toBeNull();
    const [plain, other] = [await app(), await person(2)];
    const dropped = (await org.post(users(plain), { id: other, credentials })).body;
    expect([dropped.credentials, dropped.passwordChanged]).toEqual([{ userName: 'rob' }, null]);
  });

  test('must be there, and active; and the profile one of the schema', async () => {
    const [id, userId] = [await client(), await person(1)];
    const send = (body: object) => () => org.post(users(id), body);
    await refused(send({}), 400, 'E0000001', 'id: The field cannot be left blank');
    await refused(send({ id: '00unobody00000000000' }), 404, 'E0000007');
    await refused(() => org.post(users('0oanothing0000000000'), { id: userId }), 404, 'E0000007');
    const profile = { shoe: 41, hat: 'x', given_name: 'R' };
    await refused(
      send({ id: userId, profile }),
      400,
      'Api validation failed: assignment',
      "Property 'shoe' not found",
      "Property 'hat' not found",
    );
    await refused(send({ id: userId, profile: { given_name: 7 } }), 400, 'Api validation failed: assignment');
    await org.post(`/api/v1/users/${userId}/lifecycle/deactivate`);
    await refused(send({ id: userId }), 403, 'E0000117');
  });

  test('has no credentials of its own where all share them', async () => {
    const credentials = { scheme: 'SHARED_USERNAME_AND_PASSWORD', userName: 'all', password: { value: 'kettle' } };
    const [id, userId] = [await app({ name: 'template_swa', settings: swaSettings, credentials }), await person(1)];
    const say = 'User level credentials should not be provided for this scheme.';
    const send = () => org.post(users(id), { id: userId, credentials: { userName: 'me' } });
    await refused(send, 400, 'E0000041', say);
    const { body } = await org.post(users(id), { id: userId });
    expect(body.credentials).toEqual({ userName: 'all', password: {} });
    expect((await org.post(`${users(id)}/${userId}`, body)).body).toEqual(body);
  });

  test("has no password of its own where the app takes Okta's", async () => {
    const credentials = { scheme: 'EXTERNAL_PASSWORD_SYNC' };
    const [id, userId] = [await app({ name: 'template_swa', settings: swaSettings, credentials }), await person(1)];
    const own = { userName: 'me', password: { value: 'kettle' } };
    await refused(() => org.post(users(id), { id: userId, credentials: own }), 400, 'E0000041');
    const { body } = await org.post(users(id), { id: userId, credentials: { userName: 'me' } });
    expect([body.credentials, body.passwordChanged]).toEqual([{ userName: 'me' }, null]);
  });

  test('is changed in part, and taken away', async () => {
    const [id, userId] = [await client(), await person(1)];
    const path = `${users(id)}/${userId}`;
    await refused(() => org.post(path, {}), 404, `Not found: Resource not found: ${userId} (AppUser)`);
    await refused(() => org.delete(path), 404, 'E0000007');
    await org.post(users(id), { id: userId });
    const { body } = await org.post(path, { profile: { nickname: 'Rob' }, credentials: { userName: 'rob' } });
    expect([body.profile.nickname, body.profile.given_name, body.credentials.userName]).toEqual([
      'Rob',
      'Robin',
      'rob',
    ]);
    await refused(() => org.post(path, { profile: { hat: 'x' } }), 400, 'E0000001', "Property 'hat' not found");
    const { login } = org.store.users.require(userId).profile;
    expect((await org.get(`${users(id)}/${login}`)).body.id).toBe(userId);
    await refused(() => org.get(`${users(id)}/me`), 404, 'Not found: Resource not found: me (AppUser)');
    expect((await org.delete(path)).status).toBe(204);
    expect(await scopeOf(id, userId)).toBe('none');
  });
});

describe('a group that is assigned', () => {
  test('gives the app to who is in it, comes into it, and takes it from who leaves', async () => {
    const [id, team, first, second] = [await client(), await group('Team'), await person(1), await person(2)];
    await org.put(`/api/v1/groups/${team}/users/${first}`);
    const { status, body } = await org.put(`${groups(id)}/${team}`);
    expect([status, body.priority, body.profile]).toEqual([200, 0, {}]);
    expect(await scopeOf(id, first)).toBe('GROUP');
    expect((await org.get(`${users(id)}/${first}`)).body._links.group.href).toMatch(team);
    await org.put(`/api/v1/groups/${team}/users/${second}`);
    expect(await scopeOf(id, second)).toBe('GROUP');
    await org.delete(`/api/v1/groups/${team}/users/${first}`);
    expect(await scopeOf(id, first)).toBe('none');
    expect((await org.delete(`${groups(id)}/${team}`)).status).toBe(204);
    expect(await scopeOf(id, second)).toBe('none');
    await refused(() => org.delete(`${groups(id)}/${team}`), 404, 'E0000007');
    await refused(
      () => org.get(`${groups(id)}/${team}`),
      404,
      `Not found: Resource not found: ${team} (GroupAppAssignment)`,
    );
  });

  test('keeps a user from being unassigned', async () => {
    const [id, team, userId] = [await app(), await group('Team'), await person(1)];
    await org.put(`/api/v1/groups/${team}/users/${userId}`);
    await org.post(users(id), { id: userId });
    await org.put(`${groups(id)}/${team}`);
    expect(await scopeOf(id, userId)).toBe('USER');
    const say =
      'The application cannot be unassigned from the user while their group memberships require that they are assigned to it.';
    await refused(() => org.delete(`${users(id)}/${userId}`), 403, 'E0000046', say);
    await org.delete(`${groups(id)}/${team}`);
    expect(await scopeOf(id, userId)).toBe('USER');
    expect((await org.delete(`${users(id)}/${userId}`)).status).toBe(204);
  });

  test('hands over to another group, the one with the lowest priority first', async () => {
    const [id, a, b, userId] = [await client(), await group('A'), await group('B'), await person(1)];
    for (const one of [a, b]) await org.put(`/api/v1/groups/${one}/users/${userId}`);
    await org.put(`${groups(id)}/${a}`, { priority: 5, profile: { nickname: 'from A' } });
    const via = async () => {
      const { body } = await org.get(`${users(id)}/${userId}`);
      return [body._links.group.href.split('/').pop(), body.profile.nickname];
    };
    expect(await via()).toEqual([a, 'from A']);
    await org.put(`${groups(id)}/${b}`, { priority: 1, profile: { nickname: 'from B' } });
    expect(await via()).toEqual([b, 'from B']);
    expect((await org.get(groups(id))).body.map((one: { id: string }) => one.id)).toEqual([b, a]);
    await org.delete(`/api/v1/groups/${b}`);
    expect(await via()).toEqual([a, 'from A']);
    await org.delete(`/api/v1/groups/${a}`);
    expect(await scopeOf(id, userId)).toBe('none');
    expect((await org.get(groups(id))).body).toEqual([]);
  });

  test('moves those on that have its priority, and only what stands right behind', async () => {
    const id = await client();
    const teams: string[] = [];
    for (const name of ['A', 'B', 'C', 'D', 'E']) teams.push(await group(name));
    const [a, b, c, d, e] = teams;
    const put = (team: string | undefined, body: object) => org.put(`${groups(id)}/${team}`, body);
    await put(a, { priority: 0 });
    expect((await put(b, { priority: 0 })).body.priority).toBe(0);
    const listed = async () =>
      (await org.get(groups(id))).body.map((one: { id: string; priority: number }) => [one.id, one.priority]);
    expect(await listed()).toEqual([
      [b, 0],
      [a, 1],
    ]);
    await put(c, { priority: 7 });
    await put(d, {});
    await put(e, { priority: 1 });
    await put(b, { priority: 0 });
    const all = [b, e, a, c, d].map((team, at) => [team, [0, 1, 2, 7, 8][at]]);
    expect(await listed()).toEqual(all);
    await put(d, { priority: 7 });
    expect((await listed()).slice(3)).toEqual([
      [d, 7],
      [c, 8],
    ]);
  });

  test('is refused with values that its app does not know', async () => {
    const [id, team] = [await client(), await group('Team')];
    const send = (body: object) => () => org.put(`${groups(id)}/${team}`, body);
    await refused(send({ priority: 101 }), 400, 'E0000001');
    await refused(send({ priority: 1.5 }), 400, 'E0000003');
    await refused(send({ profile: { hat: 'x' } }), 400, 'E0000001', "Property 'hat' not found");
    await refused(() => org.put(`${groups(id)}/00gnothing0000000000`), 404, 'E0000007');
  });
});

describe('an app of Everyone', () => {
  test('comes with activation and goes with deactivation', async () => {
    const id = await app();
    const everyone = org.store.groups.where('type', 'BUILT_IN').find(({ profile }) => profile.name === 'Everyone')?.id;
    await org.put(`${groups(id)}/${everyone}`);
    const staged = (await createPerson(org, 7, password, '?activate=false')).id;
    expect(await scopeOf(id, staged)).toBe('none');
    await org.post(`/api/v1/users/${staged}/lifecycle/activate?sendEmail=false`);
    expect(await scopeOf(id, staged)).toBe('GROUP');
    expect(await scopeOf(id, await person(8))).toBe('GROUP');
    await org.post(`/api/v1/users/${staged}/lifecycle/deactivate`);
    expect(await scopeOf(id, staged)).toBe('none');
    await org.delete(`/api/v1/users/${staged}`);
  });

  test('is off for all while it is inactive', async () => {
    const [id, userId] = [await app(), await person(1)];
    await org.post(users(id), { id: userId });
    await org.post(`/api/v1/apps/${id}/lifecycle/deactivate`);
    expect((await org.get(`${users(id)}/${userId}`)).body.status).toBe('INACTIVE');
    await org.post(`/api/v1/apps/${id}/lifecycle/activate`);
    expect((await org.get(`${users(id)}/${userId}`)).body.status).toBe('ACTIVE');
  });
});

test('a group rule gives apps by the group that it fills', async () => {
  const [id, team] = [await app(), await group('Team')];
  await org.put(`${groups(id)}/${team}`);
  const rule = {
    type: 'group_rule',
    name: 'All Robins',
    conditions: { expression: { value: 'user.firstName=="Robin"', type: 'urn:okta:expression:1.0' } },
    actions: { assignUserToGroups: { groupIds: [team] } },
  };
  const { body } = await org.post('/api/v1/groups/rules', rule);
  const before = await person(1);
  await org.post(`/api/v1/groups/rules/${body.id}/lifecycle/activate`);
  const after = await person(2);
  expect([await scopeOf(id, before), await scopeOf(id, after)]).toEqual(['GROUP', 'GROUP']);
  await org.post(`/api/v1/users/${after}`, { profile: { firstName: 'Sam' } });
  expect(await scopeOf(id, after)).toBe('none');
});

test('an app that is deleted leaves nothing behind', async () => {
  const [id, team, userId] = [await client(), await group('Team'), await person(1)];
  await org.post(users(id), { id: userId });
  await org.put(`${groups(id)}/${team}`);
  const { store } = org;
  const rows = () =>
    [store.appUsers, store.appGroups, store.appSchemas, store.profileMappings, store.clientSecrets].map((kind) =>
      kind.count(),
    );
  await org.post(`/api/v1/apps/${id}/lifecycle/deactivate`);
  await org.delete(`/api/v1/apps/${id}`);
  expect(rows()).toEqual([0, 0, 4, 2, 0]);
});
