import { describe, expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';
import { refusedBy } from '../support/refused.js';
import { adder, PATH, personMaker, propertiesOf, text } from '../support/user-schema.js';

const org = suiteOrg();

const GROUP_PATH = '/api/v1/meta/schemas/group/default';

const base = (properties: Record<string, unknown>): unknown => ({
  definitions: { base: { id: '#base', type: 'object', properties } },
});
const add = adder(org);
const person = personMaker(org);

const refused = refusedBy(org);

describe('base properties', () => {
  test('change in what may change', async () => {
    const hidden = [{ principal: 'SELF', action: 'HIDE' }];
    const answer = await org.post(
      PATH,
      base({
        city: { permissions: [{ principal: 'SELF', action: 'READ_WRITE' }] },
        lastName: { required: false },
        firstName: { permissions: hidden },
      }),
    );
    expect(answer.status).toBe(200);
    const { properties, required } = answer.body.definitions.base;
    expect(properties.city.permissions).toEqual([{ principal: 'SELF', action: 'READ_WRITE' }]);
    expect(properties.firstName).toMatchObject({ required: true, permissions: hidden, maxLength: 50 });
    expect(properties.lastName).not.toHaveProperty('required');
    expect(required).toEqual(['login', 'firstName', 'email']);
    expect((await person({ lastName: null })).status).toBe(200);
    const back = await org.post(PATH, base({ lastName: { required: true } }));
    expect(back.body.definitions.base.required).toEqual(['login', 'firstName', 'lastName', 'email']);
    expect(Object.keys(back.body.definitions.base.properties.lastName)).toEqual(Object.keys(properties.firstName));
  });

  test('do not change in anything else, are not removed and none is added', async () => {
    await refused(() => org.post(PATH, base({ login: { required: false } })), 400, 'E0000001');
    await refused(() => org.post(PATH, base({ city: { required: true } })), 400, 'E0000001');
    await refused(() => org.post(PATH, base({ city: { title: 'Town' } })), 400, 'E0000001');
    await refused(() => org.post(PATH, base({ city: { pattern: '.+' } })), 400, 'E0000001');
    await refused(
      () => org.post(PATH, base({ city: { permissions: [{ principal: 'SELF', action: 'SOME' }] } })),
      400,
      'E0000001',
    );
    await refused(() => org.post(PATH, base({ city: null })), 400, 'E0000001');
    await refused(() => org.post(PATH, base({ planet: text })), 400, 'E0000001');
  });

  test('decide what logins look like', async () => {
    expect((await person({ login: 'short' })).status).toBe(400);
    await org.post(PATH, base({ login: { pattern: '.+' } }));
    expect((await person({ login: 'x' })).status).toBe(200);
    const set = await org.post(PATH, base({ login: { pattern: '[-a-z0-9\\_\\.]+' } }));
    expect(set.body.definitions.base.properties.login.pattern).toBe('[-a-z0-9\\_\\.]+');
    expect((await person({ login: 'a-b_c.d9' })).status).toBe(200);
    expect((await person({ login: 'A-b_c.d9' })).body.errorCauses).toEqual([
      { errorSummary: 'login: Does not match required pattern' },
    ]);
    expect((await person({ login: 'abc' })).body.errorCauses).toEqual([
      { errorSummary: 'login: The field is too short' },
    ]);
    const reset = await org.post(PATH, base({ login: { pattern: null } }));
    expect(reset.body.definitions.base.properties.login).not.toHaveProperty('pattern');
    expect((await person({ login: 'a-b_c.d9' })).status).toBe(400);
  });

  test.each([
    '(a+)+$',
    '^([a-z]+)+$',
    '[a-z]*',
    '[^a]+',
    '[z-a]+',
    '[a',
    '[]+',
    '[a-]+',
    '[a.b]+',
    '[\\d]+',
    'x'.repeat(2000),
  ])('refuse the login pattern %s', async (pattern) => {
    await refused(
      () => org.post(PATH, base({ login: { pattern } })),
      400,
      'E0000001',
      'login: pattern is not supported',
    );
  });
});

describe('unique properties', () => {
  test('are validated at once when they are new, later when users may differ already', async () => {
    expect(propertiesOf(await add({ one: { ...text, unique: true } })).one?.unique).toBe('UNIQUE_VALIDATED');
    await add({ two: text });
    await person({ two: 'a' });
    await person({ two: 'b' });
    const pending = await add({ two: { ...text, unique: true } });
    expect(propertiesOf(pending).two?.unique).toBe('PENDING_UNIQUENESS');
    expect(Object.keys(propertiesOf(pending).two ?? {}).slice(0, 4)).toEqual(['title', 'type', 'unique', 'mutability']);
    expect(propertiesOf(await org.get(PATH)).two?.unique).toBe('UNIQUE_VALIDATED');
    expect((await person({ two: 'a' })).body.errorCauses).toEqual([
      { errorSummary: 'two: An object with this field already exists in the current organization' },
    ]);
  });

  test('are not unique when two users have one value', async () => {
    await add({ two: text });
    await person({ two: 'a' });
    await person({ two: 'a' });
    expect(propertiesOf(await add({ two: { ...text, unique: true } })).two?.unique).toBe('PENDING_UNIQUENESS');
    expect(propertiesOf(await org.get(PATH)).two).not.toHaveProperty('unique');
    expect((await person({ two: 'a' })).status).toBe(200);
  });

  test('share one name space over the types that declare them', async () => {
    const type = await org.post('/api/v1/meta/types/user', { name: 'other', displayName: 'Other' });
    const otherPath = `/api/v1/meta/schemas/user/osc${type.body.id.slice(3)}`;
    await add({ badge: { ...text, unique: true } });
    await add({ badge: text }, otherPath);
    const inOther = (badge: string) => person({ badge }, { type: { id: type.body.id } });
    await person({ badge: 'a' });
    const { body: same } = await inOther('a');
    expect(same.profile.badge).toBe('a');
    await org.post(`/api/v1/users/${same.id}`, { profile: { badge: 'b' } });
    await add({ badge: { ...text, unique: true } }, otherPath);
    expect((await inOther('a')).status).toBe(400);
    expect((await person({ badge: 'b' })).status).toBe(400);
    expect((await person({ badge: 'c' })).status).toBe(200);
  });

  test('let a user keep the value, and free it with the user', async () => {
    await add({ badge: { ...text, unique: true } });
    const { body } = await person({ badge: 'a' });
    expect((await org.post(`/api/v1/users/${body.id}`, { profile: { badge: 'a', city: 'Oslo' } })).status).toBe(200);
    expect((await org.put(`/api/v1/users/${body.id}`, { profile: body.profile })).status).toBe(200);
    await org.delete(`/api/v1/users/${body.id}`);
    await org.delete(`/api/v1/users/${body.id}`);
    expect((await person({ badge: 'a' })).status).toBe(200);
    expect((await person({ badge: null })).status).toBe(200);
    expect((await person({ badge: null })).status).toBe(200);
  });

  test('are five at most, and texts or numbers', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const unique = (name: string) => [name, { ...text, unique: true }];
    await refused(() => add(Object.fromEntries(names.map(unique))), 400, 'E0000001');
    expect((await add(Object.fromEntries(names.slice(1).map(unique)))).status).toBe(200);
    await refused(() => add({ a: { ...text, unique: true } }), 400, 'E0000001');
    await refused(() => add({ g: { title: 'G', type: 'boolean', unique: true } }), 400, 'E0000001');
    expect(propertiesOf(await add({ b: { ...text, unique: false } })).b).not.toHaveProperty('unique');
  });
});

describe('the group schema', () => {
  test('is shown as recorded', async () => {
    const { status, body } = await org.get(GROUP_PATH);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: `${org.url}/meta/schemas/group/default`,
      name: 'group',
      title: 'Okta group',
      description: 'Okta group profile template',
    });
    expect(body._links).toEqual({ self: { rel: 'self', href: `${org.url}${GROUP_PATH}`, method: 'GET' } });
    expect(body.definitions.base.required).toEqual(['name']);
    expect(body.definitions.base.properties.description).toMatchObject({ title: 'Description', maxLength: 1024 });
  });

  test('takes and drops custom properties, with a master where none is given', async () => {
    const answer = await add(
      { cost: { ...text, minLength: 1, maxLength: 20, permissions: [{ principal: 'SELF', action: 'READ_WRITE' }] } },
      GROUP_PATH,
    );
    expect(answer.status).toBe(200);
    expect(JSON.stringify(propertiesOf(answer).cost)).toBe(
      '{"title":"Text","type":"string","mutability":"READ_WRITE","scope":"NONE","minLength":1,"maxLength":20,' +
        '"permissions":[{"principal":"SELF","action":"READ_WRITE"}],"master":{"type":"PROFILE_MASTER"}}',
    );
    const group = await org.post('/api/v1/groups', { profile: { name: 'G', cost: '12' } });
    expect(group.body.profile.cost).toBe('12');
    expect((await org.post('/api/v1/groups', { profile: { name: 'H', costs: '12' } })).status).toBe(400);
    await add({ cost: null }, GROUP_PATH);
    expect((await org.get(`/api/v1/groups/${group.body.id}`)).body.profile).not.toHaveProperty('cost');
  });

  test('keeps its base whatever is asked', async () => {
    const answer = await org.post(GROUP_PATH, {
      title: 'X',
      ...(base({ name: { maxLength: 5 }, description: null }) as object),
    });
    expect(answer.status).toBe(200);
    expect(answer.body.title).toBe('Okta group');
    expect(answer.body.definitions.base.properties.name.maxLength).toBe(255);
    await refused(() => add({ Name: text }, GROUP_PATH), 400, 'E0000001');
  });
});

describe('what users report of real orgs', () => {
  test('a name that no property can have is told in the summary', async () => {
    const { status, body } = await add({ '1st': { title: 'First', type: 'string' } });
    expect([status, body.errorCode, body.errorCauses]).toEqual([400, 'E0000001', []]);
    expect(body.errorSummary).toBe(
      'Invalid property name: 1st. Property name should only have alphanumeric characters and underscores. It should not start with a digit.',
    );
  });

  test('a default is kept and shown, and is filled into nothing', async () => {
    const answer = await add({ shade: { title: 'Shade', type: 'string', default: 'red' } });
    expect(propertiesOf(answer).shade).toMatchObject({ default: 'red' });
    const bad = await add({ tint: { title: 'Tint', type: 'string', default: { a: 1 } } });
    expect([bad.status, bad.body.errorCode]).toEqual([400, 'E0000001']);
  });
});
