import { describe, expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';
import { createPerson } from '../support/people.js';
import { refusedBy } from '../support/refused.js';

const org = suiteOrg();
const refused = refusedBy(org);

const NAMES =
  'Property name should only have alphanumeric characters and underscores. It should not start with a digit.';

const bookmark = { name: 'bookmark', label: 'Wiki', settings: { app: { url: 'https://wiki.example' } } };
const client = {
  name: 'oidc_client',
  label: 'Portal',
  settings: { oauthClient: { redirect_uris: ['https://a.example/cb'] } },
};
const app = async (body: object = client): Promise<string> => (await org.post('/api/v1/apps', body)).body.id;
const schema = (id: string): string => `/api/v1/meta/schemas/apps/${id}/default`;
const custom = (properties: object) => ({ definitions: { custom: { id: '#custom', type: 'object', properties } } });

describe('the schema of an app’s users', () => {
  test('begins with what its kind has', async () => {
    const id = await app();
    const { body } = await org.get(schema(id));
    expect(body).toMatchObject({
      id: `${org.url}/meta/schemas/apps/${id}/default`,
      name: expect.stringMatching(/^oidc_client_[a-z0-9]{7}$/),
      title: 'Portal User',
      definitions: { custom: { properties: {} }, base: { required: ['userName'] } },
    });
    expect(Object.keys(body.definitions.base.properties)).toHaveLength(21);
    const plain = (await org.get(schema(await app(bookmark)))).body;
    expect(Object.keys(plain.definitions.base.properties)).toEqual(['userName']);
    await refused(
      () => org.get(schema('0oanothing0000000000')),
      404,
      'Not found: Resource not found: 0oanothing0000000000 (AppInstance)',
    );
  });

  test('takes properties of its own, lists of objects among them, and shows no permissions', async () => {
    const id = await app();
    const hats = {
      title: 'Hats',
      type: 'array',
      items: { type: 'object', enum: [{ v: 1 }], oneOf: [{ const: { v: 1 }, title: 'One' }] },
    };
    const given = custom({
      hats: { ...hats, union: 'ENABLE' },
      shoe: { title: 'Shoe', type: 'integer', union: 'DISABLE', permissions: [{ principal: 'SELF', action: 'HIDE' }] },
    });
    const { status, body } = await org.post(schema(id), given);
    expect(status).toBe(200);
    expect(body.definitions.custom.properties).toEqual({
      hats: { ...hats, scope: 'NONE', items: { ...hats.items, additionalProperties: true }, union: 'ENABLE' },
      shoe: { title: 'Shoe', type: 'integer', scope: 'NONE' },
    });
    expect(body.definitions.custom.required).toEqual([]);
    expect((await org.get(schema(id))).body).toEqual(body);
  });

  test('takes the values of a property away with it', async () => {
    const [id, userId] = [await app(), (await createPerson(org, 1)).id];
    await org.post(schema(id), custom({ hat: { title: 'Hat', type: 'string', maxLength: 3 } }));
    const users = `/api/v1/apps/${id}/users`;
    await refused(() => org.post(users, { id: userId, profile: { hat: 'bowler' } }), 400, 'E0000001');
    expect((await org.post(users, { id: userId, profile: { hat: 'cap' } })).body.profile.hat).toBe('cap');
    expect((await org.post(schema(id), custom({ hat: null }))).body.definitions.custom).toEqual({
      id: '#custom',
      type: 'object',
      properties: {},
    });
    expect((await org.get(`${users}/${userId}`)).body.profile).not.toHaveProperty('hat');
  });

  test('lets a base property be required, and nothing else', async () => {
    const id = await app();
    const base = (properties: object) => ({ definitions: { base: { properties } } });
    const { body } = await org.post(schema(id), base({ name: { required: true, title: 'Ignored' } }));
    expect(body.definitions.base.required).toEqual(['userName', 'name']);
    expect(body.definitions.base.properties.name.title).toBe('Name');
    await refused(() => org.post(schema(id), base({ name: null })), 400, 'E0000001');
    await refused(() => org.post(schema(id), base({ hat: {} })), 400, 'E0000001');
    await refused(() => org.post(schema(id), base({ userName: { required: false } })), 400, 'E0000001');
  });

  test.each([
    ['a name with a dash', { 'my-hat': { title: 'x', type: 'string' } }, `Invalid property name: my-hat. ${NAMES}`],
    ['a name of the base', { Email: { title: 'x', type: 'string' } }, 'E0000001'],
    ['no object', { hat: 7 }, 'E0000003'],
    ['another union', { hat: { title: 'x', type: 'array', items: { type: 'string' }, union: 'SOME' } }, 'E0000001'],
    [
      'an enum that differs',
      { hat: { title: 'x', type: 'string', enum: ['a'], oneOf: [{ const: 'b', title: 'B' }] } },
      'E0000123',
    ],
  ])('refuses %s', async (_, properties, error) => {
    const id = await app();
    await refused(() => org.post(schema(id), custom(properties)), 400, error);
  });
});
