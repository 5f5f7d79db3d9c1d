import { beforeEach, describe, expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';
import { refusedBy } from '../support/refused.js';

const org = suiteOrg();
const refused = refusedBy(org);

const newGroup = async (name: string): Promise<string> =>
  (await org.post('/api/v1/groups', { profile: { name } })).body.id;
const profile = { login: 'a@b.example', email: 'a@b.example', firstName: 'A', lastName: 'B' };

const holders: Record<'users' | 'groups', string> = { users: '', groups: '' };
beforeEach(async () => {
  holders.users = (await org.post('/api/v1/users?activate=false', { profile })).body.id;
  holders.groups = await newGroup('Crew');
});

const names = ({ body }: { body: { profile?: { name: string }; name?: string }[] }): (string | undefined)[] =>
  body.map(({ profile, name }) => profile?.name ?? name);

describe.each(['users', 'groups'] as const)('targets of a role of %s', (kind) => {
  const roles = (): string => `/api/v1/${kind}/${holders[kind]}/roles`;
  const role = async (type: string): Promise<string> => `${roles()}/${(await org.post(roles(), { type })).body.id}`;

  test('are groups, for a role about groups', async () => {
    const path = `${await role('HELP_DESK_ADMIN')}/targets/groups`;
    expect((await org.get(path)).body).toEqual([]);
    const [one, two] = [await newGroup('One'), await newGroup('Two')];
    expect((await org.put(`${path}/${one}`)).status).toBe(204);
    await org.put(`${path}/${two}`);
    expect((await org.put(`${path}/${two}`)).status).toBe(204);
    expect(names(await org.get(path))).toEqual(['One', 'Two']);
    const { body } = await org.get(`${roles()}?expand=targets/groups`);
    expect(names({ body: body[0]._embedded.targets.groups })).toEqual(['One', 'Two']);
    expect((await org.delete(`${path}/${one}`)).status).toBe(204);
    await refused(() => org.delete(`${path}/${two}`), 400, 'E0000001');
    await refused(() => org.delete(`${path}/${one}`), 404, `Not found: Resource not found: ${one} (UserGroup)`);
    await refused(() => org.put(`${path}/00gnone`), 404, 'Not found: Resource not found: 00gnone (UserGroup)');
  });

  test('are shown twenty at a time, whatever is asked for', async () => {
    const path = `${await role('USER_ADMIN')}/targets/groups`;
    for (let i = 0; i < 21; i++) await org.put(`${path}/${await newGroup(`G${i}`)}`);
    const first = await org.get(`${path}?limit=200`);
    expect([first.body.length, first.headers.link?.includes('limit=20')]).toEqual([20, true]);
    const next = /<([^>]*)>; rel="next"/.exec(first.headers.link ?? '')?.[1]?.replace(org.url, '') ?? '';
    expect(names(await org.get(next))).toEqual(['G20']);
    await refused(() => org.get(`${path}?after=x`), 400, 'E0000029');
  });

  test('go with the group that they name, and the role with the last of them', async () => {
    const path = await role('USER_ADMIN');
    const [one, two] = [await newGroup('One'), await newGroup('Two')];
    for (const id of [one, two]) await org.put(`${path}/targets/groups/${id}`);
    await org.delete(`/api/v1/groups/${one}`);
    expect(names(await org.get(`${path}/targets/groups`))).toEqual(['Two']);
    await org.delete(`/api/v1/groups/${two}`);
    expect((await org.get(roles())).body).toEqual([]);
    await refused(() => org.delete(path), 404, 'E0000007');
  });

  test('take their role along with the last app, and leave one that is for all apps', async () => {
    const [path, wide] = [await role('APP_ADMIN'), await role('USER_ADMIN')];
    const app = {
      name: 'bookmark',
      label: 'One',
      signOnMode: 'BOOKMARK',
      settings: { app: { url: 'https://a.example' } },
    };
    const { id } = (await org.post('/api/v1/apps', app)).body;
    await org.put(`${path}/targets/catalog/apps/bookmark/${id}`);
    await org.post(`/api/v1/apps/${id}/lifecycle/deactivate`);
    expect((await org.get(path)).status).toBe(200);
    expect((await org.delete(`/api/v1/apps/${id}`)).status).toBe(204);
    expect((await org.get(path)).status).toBe(404);
    expect((await org.get(wide)).status).toBe(200);
  });

  test('are apps of a kind or single apps, for a role about apps', async () => {
    const path = `${await role('APP_ADMIN')}/targets/catalog/apps`;
    const settings = { app: { url: 'https://a.example' } };
    const app = (await org.post('/api/v1/apps', { name: 'bookmark', label: 'Mark', signOnMode: 'BOOKMARK', settings }))
      .body.id;
    expect((await org.put(`${path}/bookmark/${app}`)).status).toBe(204);
    expect((await org.put(`${path}/facebook`)).status).toBe(204);
    const { body } = await org.get(path);
    const self = { href: `${org.url}/api/v1/apps/${app}` };
    expect(body[0]).toEqual({ name: 'Mark', status: 'ACTIVE', id: app, _links: { self } });
    expect(body[1]).toMatchObject({ name: 'facebook', displayName: 'Facebook', signOnModes: ['BROWSER_PLUGIN'] });
    const expanded = (await org.get(`${roles()}?expand=targets/catalog/apps`)).body;
    expect(expanded[0]._embedded.targets.catalog.apps).toEqual(body);
    await refused(() => org.put(`${path}/slack/${app}`), 404, `Not found: Resource not found: ${app} (AppInstance)`);
    await refused(() => org.put(`${path}/nothing`), 404, 'E0000007');
    await refused(() => org.delete(`${path}/slack`), 404, 'E0000007');
    // All of a kind take the place of one of them, and leave no room for another.
    await org.put(`${path}/bookmark`);
    expect(names(await org.get(path))).toEqual(['facebook', 'bookmark']);
    await refused(() => org.put(`${path}/bookmark/${app}`), 400, 'E0000001');
    await refused(() => org.delete(`${path}/bookmark/${app}`), 404, 'E0000007');
    expect((await org.delete(`${path}/bookmark`)).status).toBe(204);
    await refused(() => org.delete(`${path}/facebook`), 400, 'E0000001');
  });

  test('that are single apps go, but for the last', async () => {
    const path = `${await role('APP_ADMIN')}/targets/catalog/apps`;
    const made = (label: string) =>
      org.post('/api/v1/apps', {
        name: 'bookmark',
        label,
        signOnMode: 'BOOKMARK',
        settings: { app: { url: 'https://a.example' } },
      });
    const [a, b] = [(await made('A')).body.id, (await made('B')).body.id];
    await org.put(`${path}/bookmark/${a}`);
    await org.put(`${path}/bookmark/${b}`);
    expect((await org.delete(`${path}/bookmark/${a}`)).status).toBe(204);
    await refused(() => org.delete(`${path}/bookmark/${b}`), 400, 'E0000001');
  });

  test('are refused to roles of other types', async () => {
    const [apps, groups, none] = [await role('APP_ADMIN'), await role('USER_ADMIN'), await role('SUPER_ADMIN')];
    await refused(() => org.get(`${apps}/targets/groups`), 405, 'E0000091');
    await refused(() => org.put(`${apps}/targets/groups/${holders.groups}`), 405, 'E0000091');
    await refused(() => org.get(`${groups}/targets/catalog/apps`), 405, 'E0000091');
    await refused(() => org.put(`${none}/targets/catalog/apps/slack`), 405, 'E0000091');
    await refused(() => org.get(`${roles()}/nothing/targets/groups`), 404, 'E0000007');
  });
});

test('all apps as targets make a role one for all again', async () => {
  const roles = `/api/v1/users/${holders.users}/roles`;
  const path = `${roles}/${(await org.post(roles, { type: 'APP_ADMIN' })).body.id}/targets/catalog/apps`;
  await org.put(`${path}/slack`);
  expect((await org.put(path)).status).toBe(200);
  expect((await org.get(path)).body).toEqual([]);
  await refused(() => org.put(`${roles}/none/targets/catalog/apps`), 404, 'E0000007');
});
