import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type TestAnswer, type TestOrg, testOrg } from './support/org.js';

let org: TestOrg;
beforeAll(async () => {
  org = await testOrg();
});
beforeEach(() => org.reset());
afterAll(() => org.close());

const PATH = '/api/v1/meta/schemas/user/default';
const GROUP_PATH = '/api/v1/meta/schemas/group/default';

const custom = (properties: Record<string, unknown>): unknown => ({
  definitions: { custom: { id: '#custom', type: 'object', properties } },
});
const base = (properties: Record<string, unknown>): unknown => ({
  definitions: { base: { id: '#base', type: 'object', properties } },
});
const add = (properties: Record<string, unknown>, path = PATH): Promise<TestAnswer> =>
  org.post(path, custom(properties));

const propertiesOf = (answer: TestAnswer): Record<string, Record<string, unknown>> =>
  answer.body.definitions.custom.properties;

const text = { title: 'Text', type: 'string' };

let people = 0;
/** Makes a user; the profile is completed. */
async function person(profile: Record<string, unknown> = {}, more: Record<string, unknown> = {}): Promise<TestAnswer> {
  people += 1;
  const login = `person${people}@schemas.example`;
  return org.post('/api/v1/users?activate=false', {
    profile: { login, email: login, firstName: 'Per', lastName: 'Son', ...profile },
    ...more,
  });
}

/** Refused with this error, and nothing changed. */
async function refused(
  send: () => Promise<TestAnswer>,
  status: number,
  code: string,
  ...causes: string[]
): Promise<void> {
  const before = org.hash();
  const answer = await send();
  expect([answer.status, answer.body.errorCode]).toEqual([status, code]);
  if (causes.length > 0) {
    expect(answer.body.errorCauses.map((cause: { errorSummary: string }) => cause.errorSummary)).toEqual(causes);
  }
  expect(org.hash()).toBe(before);
}

describe('a user schema', () => {
  test('is shown as recorded orgs show theirs', async () => {
    const { status, body } = await org.get(PATH);
    expect(status).toBe(200);
    const { definitions, _links, ...rest } = body;
    const id = _links.self.href.split('/').at(-1);
    expect(id).toMatch(/^osc\w{17}$/);
    expect(rest).toEqual({
      id: `${org.url}/meta/schemas/user/default`,
      $schema: 'http://json-schema.org/draft-04/schema#',
      name: 'user',
      title: 'User',
      description: 'Okta user profile template with default permission settings',
      lastUpdated: '2026-01-15T09:30:00.000Z',
      created: '2026-01-15T09:30:00.000Z',
      type: 'object',
      properties: { profile: { allOf: [{ $ref: '#/definitions/custom' }, { $ref: '#/definitions/base' }] } },
    });
    expect(Object.keys(body)).toEqual([
      ...['id', '$schema', 'name', 'title', 'description', 'lastUpdated', 'created'],
      ...['definitions', 'type', 'properties', '_links'],
    ]);
    expect(_links).toEqual({
      self: { rel: 'self', href: `${org.url}/api/v1/meta/schemas/user/${id}`, method: 'GET' },
      type: { rel: 'type', href: `${org.url}/api/v1/meta/types/user/oty${id.slice(3)}`, method: 'GET' },
    });
    expect(definitions.custom).toEqual({ id: '#custom', type: 'object', properties: {} });
    expect(definitions.base.required).toEqual(['login', 'firstName', 'lastName', 'email']);
    expect(Object.keys(definitions.base.properties)).toHaveLength(31);
    expect(JSON.stringify(definitions.base.properties.firstName)).toBe(
      '{"title":"First name","type":"string","required":true,"mutability":"READ_WRITE","scope":"NONE","minLength":1,' +
        '"maxLength":50,"permissions":[{"principal":"SELF","action":"READ_WRITE"}],"master":{"type":"PROFILE_MASTER"}}',
    );
    expect((await org.get(`/api/v1/meta/schemas/user/${id}`)).body).toEqual(body);
  });

  test('is not found by another id', async () => {
    for (const id of ['osc00000000000000000', 'group', 'oty00000000000000000']) {
      await refused(() => org.get(`/api/v1/meta/schemas/user/${id}`), 404, 'E0000007');
      await refused(() => org.post(`/api/v1/meta/schemas/user/${id}`, custom({ a: text })), 404, 'E0000007');
    }
  });

  test('takes a property, fills in what is not said, shows members in their order', async () => {
    org.clock.advance(5000);
    const answer = await add({
      level: {
        description: 'testing',
        enum: [1, 2, 3],
        master: { type: 'OKTA' },
        oneOf: [
          { const: 1, title: 'integer one' },
          { const: 2, title: 'integer two' },
          { const: 3, title: 'integer three' },
        ],
        permissions: [{ action: 'READ_ONLY', principal: 'SELF' }],
        required: false,
        scope: 'SELF',
        title: 'A level',
        type: 'integer',
      },
      badge: { title: 'Badge', type: 'string', required: true, minLength: 2, maxLength: 4 },
    });
    expect(answer.status).toBe(200);
    expect(JSON.stringify(answer.body.definitions.custom)).toBe(
      '{"id":"#custom","type":"object","properties":{"level":{"title":"A level","description":"testing",' +
        '"type":"integer","mutability":"READ_WRITE","scope":"SELF","enum":[1,2,3],"oneOf":[' +
        '{"const":1,"title":"integer one"},{"const":2,"title":"integer two"},{"const":3,"title":"integer three"}],' +
        '"permissions":[{"principal":"SELF","action":"READ_ONLY"}],"master":{"type":"OKTA"}},' +
        '"badge":{"title":"Badge","type":"string","required":true,"mutability":"READ_WRITE","scope":"NONE",' +
        '"minLength":2,"maxLength":4,"permissions":[{"principal":"SELF","action":"READ_ONLY"}]}},"required":["badge"]}',
    );
    expect(answer.body.lastUpdated).toBe('2026-01-15T09:30:05.000Z');
    expect(answer.body.created).toBe('2026-01-15T09:30:00.000Z');
    expect((await org.get(PATH)).body).toEqual(answer.body);
    const [event] = org.store.logs.all().slice(-1);
    expect(event?.type).toBe('directory.user_profile.update');
  });

  test('replaces a property that is posted again, keeps the others, and removes what is null', async () => {
    await add({ one: { ...text, description: 'first', maxLength: 9 }, two: text });
    const changed = propertiesOf(await add({ one: { title: 'One', type: 'string' } }));
    expect(Object.keys(changed)).toEqual(['one', 'two']);
    expect(changed.one).not.toHaveProperty('maxLength');
    expect(changed.one).not.toHaveProperty('description');
    const gone = await add({ one: null, two: null, never: null });
    expect(gone.body.definitions.custom).toEqual({ id: '#custom', type: 'object', properties: {} });
  });

  test('clears the values of a property that is removed, for users of its type alone', async () => {
    const type = await org.post('/api/v1/meta/types/user', { name: 'other', displayName: 'Other' });
    const otherPath = `/api/v1/meta/schemas/user/osc${type.body.id.slice(3)}`;
    await add({ shoe: text });
    await add({ shoe: text }, otherPath);
    const mine = (await person({ shoe: '42' })).body;
    const theirs = (await person({ shoe: '43' }, { type: { id: type.body.id } })).body;
    await add({ shoe: null });
    expect((await org.get(`/api/v1/users/${mine.id}`)).body.profile).not.toHaveProperty('shoe');
    expect((await org.get(`/api/v1/users/${theirs.id}`)).body.profile.shoe).toBe('43');
    await add({ shoe: text });
    expect((await org.get(`/api/v1/users/${mine.id}`)).body.profile).not.toHaveProperty('shoe');
  });

  test('comes back whole and is taken again', async () => {
    await add({ one: { ...text, unique: true } });
    const { body } = await org.get(PATH);
    const again = await org.post(PATH, body);
    expect(again.status).toBe(200);
    expect(again.body.definitions).toEqual(body.definitions);
  });

  test('has a title that can be changed', async () => {
    expect((await org.post(PATH, { title: 'People' })).body.title).toBe('People');
    await refused(() => org.post(PATH, { title: ' ' }), 400, 'E0000001', 'title: The field cannot be left blank');
  });

  test.each([
    ['no title', { type: 'string' }, 'bad.title: The field cannot be left blank'],
    ['no type', { title: 'T' }, 'bad.type: The field cannot be left blank'],
    ['an unknown type', { title: 'T', type: 'object' }, 'bad.type: The field has an invalid value'],
    ['an unknown format', { ...text, format: 'zip' }, 'bad.format: The field has an invalid value'],
    [
      'a format for numbers',
      { title: 'T', type: 'number', format: 'email' },
      'bad.format: The field has an invalid value',
    ],
    [
      'lengths in the wrong order',
      { ...text, minLength: 5, maxLength: 4 },
      'bad.minLength: The field has an invalid value',
    ],
    [
      'a length of numbers',
      { title: 'T', type: 'number', maxLength: 4 },
      'bad.maxLength: The field has an invalid value',
    ],
    ['bounds of texts', { ...text, minimum: 1 }, 'bad.minimum: The field has an invalid value'],
    ['an enum that repeats itself', { ...text, enum: ['a', 'a'] }, 'bad.enum: The field has an invalid value'],
    ['a list without items', { title: 'T', type: 'array' }, 'bad.items: The field has an invalid value'],
    [
      'another principal',
      { ...text, permissions: [{ principal: 'ALL', action: 'HIDE' }] },
      'bad.permissions: The field has an invalid value',
    ],
    ['a pattern', { ...text, pattern: '(a+)+$' }, 'bad.pattern: The field has an invalid value'],
  ])('refuses a property with %s', async (_, definition, cause) => {
    await refused(() => add({ bad: definition }), 400, 'E0000001', cause);
  });

  test('refuses an enum and a oneOf that differ', async () => {
    const oneOf = [
      { const: 'b', title: 'B' },
      { const: 'a', title: 'A' },
    ];
    await refused(() => add({ bad: { ...text, enum: ['a', 'b'], oneOf } }), 400, 'E0000123');
    await refused(() => add({ bad: { ...text, oneOf } }), 400, 'E0000123');
    await refused(
      () => add({ bad: { title: 'T', type: 'array', items: { type: 'string', enum: ['a', 'b'], oneOf } } }),
      400,
      'E0000123',
    );
  });

  test('refuses names that cannot be', async () => {
    for (const name of ['1st', 'a-b', 'a b', '', 'constructor', 'Login', 'CITY']) {
      await refused(() => add({ [name]: text }), 400, 'E0000001');
    }
    await refused(
      () => org.post(PATH, `{"definitions":{"custom":{"properties":{"__proto__":${JSON.stringify(text)}}}}}`),
      400,
      'E0000001',
    );
  });

  test('refuses another type for a property', async () => {
    await add({ size: text, list: { title: 'L', type: 'array', items: { type: 'string' } } });
    await refused(() => add({ size: { title: 'Size', type: 'number' } }), 400, 'E0000001');
    await refused(() => add({ list: { title: 'L', type: 'array', items: { type: 'number' } } }), 400, 'E0000001');
  });

  test('refuses the whole change when one part of it is refused', async () => {
    await refused(() => add({ good: text, bad: { title: 'T', type: 'nothing' } }), 400, 'E0000001');
  });

  test('keeps a property that a group rule reads', async () => {
    await add({ team: text, free: text });
    const group = await org.post('/api/v1/groups', { profile: { name: 'Team' } });
    const rule = await org.post('/api/v1/groups/rules', {
      type: 'group_rule',
      name: 'By team',
      conditions: { expression: { value: 'user.team=="user.free"', type: 'urn:okta:expression:1.0' } },
      actions: { assignUserToGroups: { groupIds: [group.body.id] } },
    });
    expect(rule.status).toBe(200);
    await refused(() => add({ team: null }), 400, 'E0000001', 'team: The property is used by the group rule By team');
    expect((await add({ free: null })).status).toBe(200);
    expect((await org.delete(`/api/v1/groups/rules/${rule.body.id}`)).status).toBe(202);
    expect((await add({ team: null })).status).toBe(200);
  });
});

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
