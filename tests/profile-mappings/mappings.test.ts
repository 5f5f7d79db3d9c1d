import { describe, expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';
import { createPerson } from '../support/people.js';
import { refusedBy } from '../support/refused.js';

const org = suiteOrg();
const refused = refusedBy(org);

const client = {
  name: 'oidc_client',
  label: 'Portal',
  settings: { oauthClient: { redirect_uris: ['https://a.example/cb'] } },
};
const app = async (): Promise<string> => (await org.post('/api/v1/apps', client)).body.id;
const toward = async (appId: string): Promise<string> =>
  (await org.get(`/api/v1/mappings?targetId=${appId}`)).body[0].id;
const mapping = (id: string): string => `/api/v1/mappings/${id}`;

describe('the mappings of an app', () => {
  test('are a pair for each user type, listed without their properties', async () => {
    const id = await app();
    const [type] = org.store.userTypes.all();
    const from = await org.get(`/api/v1/mappings?sourceId=${id}`);
    expect(from.body).toEqual([
      {
        id: expect.stringMatching(/^prm\w{17}$/),
        source: {
          id,
          name: 'oidc_client',
          type: 'appuser',
          _links: {
            self: { href: `${org.url}/api/v1/apps/${id}` },
            schema: { href: `${org.url}/api/v1/meta/schemas/apps/${id}/default` },
          },
        },
        target: {
          id: type?.id,
          name: 'user',
          type: 'user',
          _links: {
            self: { href: `${org.url}/api/v1/meta/types/user/${type?.id}` },
            schema: { href: `${org.url}/api/v1/meta/schemas/user/osc${type?.id.slice(3)}` },
          },
        },
        _links: { self: { href: `${org.url}/api/v1/mappings/${from.body[0].id}` } },
      },
    ]);
    const both = `/api/v1/mappings?sourceId=${type?.id}&targetId=${id}`;
    expect((await org.get(both)).body.map((one: { id: string }) => one.id)).toEqual([await toward(id)]);
    expect((await org.get('/api/v1/mappings?sourceId=0oanothing0000000000')).body).toEqual([]);
    await org.post('/api/v1/meta/types/user', { name: 'contractor', displayName: 'Contractor' });
    expect((await org.get(`/api/v1/mappings?sourceId=${id}`)).body).toHaveLength(2);
    const [first] = (await org.get('/api/v1/mappings?limit=1')).body;
    expect((await org.get('/api/v1/mappings?limit=1')).headers.link).toContain(
      `after=${first.id}&limit=1>; rel="next"`,
    );
    expect((await org.get(`/api/v1/mappings?after=${first.id}`)).body[0].id).not.toBe(first.id);
    await refused(() => org.get('/api/v1/mappings?after=x'), 400, 'E0000029');
  });

  test('are merged with what is sent; null takes away', async () => {
    const id = await toward(await app());
    await refused(
      () => org.get(mapping('prmnothing0000000000')),
      404,
      'Not found: Resource not found: prmnothing0000000000 (ProfileMapping)',
    );
    const before = (await org.get(mapping(id))).body.properties;
    const nickname = { expression: 'String.toUpperCase(user.firstName)', pushStatus: 'PUSH' };
    const { body } = await org.post(mapping(id), { properties: { nickname, website: null, locale: null } });
    const { locale: _, ...rest } = before;
    expect(body.properties).toEqual({ ...rest, nickname });
    expect((await org.get(mapping(id))).body).toEqual(body);
  });

  test('name a property that is there, and an expression of the language', async () => {
    const id = await toward(await app());
    const send = (properties: object) => () => org.post(mapping(id), { properties });
    const one = (expression: unknown, pushStatus: unknown = 'PUSH') => ({ name: { expression, pushStatus } });
    const what = 'Api validation failed: updateMapping';
    await refused(send({ hat: { expression: 'user.email' } }), 400, what, 'Invalid target field hat');
    await refused(send(one('user.(')), 400, what);
    await refused(send(one('user.hat')), 400, what, 'Invalid property hat in expression user.hat');
    await refused(send(one('isMemberOfGroup("x")')), 400, what);
    await refused(send(one('')), 400, what);
    await refused(send(one('user.email', 'MAYBE')), 400, 'E0000003');
    await refused(send([]), 400, 'E0000003');
    await refused(send({ name: 'user.email' }), 400, 'E0000003');
    await refused(() => org.post(mapping('prmnothing0000000000'), {}), 404, 'E0000007');
    const both = { name: { expression: 'user.hat' }, hat: { expression: 'user.email' } };
    await refused(send(both), 400, what, 'Invalid target field hat');
  });

  test('toward users may keep what the user has', async () => {
    const id = mapping((await org.get(`/api/v1/mappings?sourceId=${await app()}`)).body[0].id);
    const types = '/api/v1/meta/schemas/user/default';
    const custom = (properties: object) => ({ definitions: { custom: { properties } } });
    await org.post(types, custom({ hat: { title: 'Hat', type: 'string' } }));
    const title = { expression: 'appuser.nickname == null ? user.hat : appuser.nickname', pushStatus: 'PUSH' };
    const { status, body } = await org.post(id, { properties: { title } });
    expect([status, body.properties.title]).toEqual([200, title]);
    expect((await org.post(id, (await org.get(id)).body)).body).toEqual(body);
    const say = "Property 'hat' is used in the profile mapping of Portal";
    await refused(() => org.post(types, custom({ hat: null })), 400, 'E0000001', say);
    const coat = { title: { expression: 'user.coat' } };
    const what = 'Invalid property coat in expression user.coat';
    await refused(() => org.post(id, { properties: coat }), 400, 'E0000001', what);
  });
});

describe('a mapping', () => {
  test('makes the profile on assignment, and pushes what it pushes when the user changes', async () => {
    const [id, user] = [await app(), await createPerson(org, 1)];
    const properties = {
      nickname: { expression: 'user.lastName + "-" + String.len(user.firstName)', pushStatus: 'DONT_PUSH' },
      website: { expression: 'user.nickName == null ? "none" : "https://" + user.nickName', pushStatus: 'PUSH' },
    };
    await org.post(mapping(await toward(id)), { properties });
    const path = `/api/v1/apps/${id}/users`;
    const { profile } = (await org.post(path, { id: user.id })).body;
    expect([profile.nickname, profile.website]).toEqual(['Number1-5', 'none']);
    await org.post(`/api/v1/users/${user.id}`, { profile: { nickName: 'rob', lastName: 'Other' } });
    const after = (await org.get(`${path}/${user.id}`)).body.profile;
    expect([after.nickname, after.website, after.family_name]).toEqual(['Number1-5', 'https://rob', 'Other']);
  });

  test('keeps the property that it reads', async () => {
    const id = await app();
    const types = '/api/v1/meta/schemas/user/default';
    const custom = (properties: object) => ({ definitions: { custom: { properties } } });
    await org.post(types, custom({ hat: { title: 'Hat', type: 'string' } }));
    await org.post(mapping(await toward(id)), {
      properties: { website: { expression: 'user.hat', pushStatus: 'PUSH' } },
    });
    const say = "Property 'hat' is used in the profile mapping of Portal";
    const remove = () => org.post(types, custom({ hat: null }));
    await refused(remove, 400, 'Api validation failed: updateUserSchemas', say);
    await org.post(mapping(await toward(id)), { properties: { website: null } });
    expect((await remove()).status).toBe(200);
  });

  test('loses the property that it makes, and is taken as it is read', async () => {
    const id = await app();
    const types = '/api/v1/meta/schemas/user/default';
    const custom = (properties: object) => ({ definitions: { custom: { properties } } });
    await org.post(types, custom({ hat: { title: 'Hat', type: 'string' } }));
    const path = mapping((await org.get(`/api/v1/mappings?sourceId=${id}`)).body[0].id);
    const before = (await org.get(path)).body;
    await org.post(path, { properties: { hat: { expression: 'appuser.nickname', pushStatus: 'DONT_PUSH' } } });
    await org.post(types, custom({ hat: null }));
    expect((await org.get(path)).body).toEqual(before);
    expect((await org.post(path, before)).body).toEqual(before);
  });
});
