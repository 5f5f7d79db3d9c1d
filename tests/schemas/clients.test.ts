import { describe, expect, test } from '@jest/globals';
import { suiteOrg, type TestAnswer } from '../support/org.js';
import { refusedBy } from '../support/refused.js';

const org = suiteOrg();

const PATH = '/api/v1/meta/schemas/user/default';
const GROUP_PATH = '/api/v1/meta/schemas/group/default';
const text = { title: 'Text', type: 'string' };
const own = [{ principal: 'SELF', action: 'READ_ONLY' }];

const add = (properties: Record<string, unknown>, path = PATH): Promise<TestAnswer> =>
  org.post(path, { definitions: { custom: { id: '#custom', type: 'object', properties } } });
const base = (properties: Record<string, unknown>): Promise<TestAnswer> =>
  org.post(PATH, { definitions: { base: { id: '#base', type: 'object', properties } } });
const customOf = (answer: TestAnswer): Record<string, Record<string, unknown>> =>
  answer.body.definitions.custom.properties;

let people = 0;
async function person(profile: Record<string, unknown> = {}, more: object = {}): Promise<TestAnswer> {
  people += 1;
  const login = `person${people}@clients.example`;
  return org.post('/api/v1/users?activate=false', {
    profile: { login, email: login, firstName: 'Per', lastName: 'Son', ...profile },
    ...more,
  });
}

const refused = refusedBy(org);

describe('a property as clients manage it', () => {
  test('is a list of titled choices that changes, holds users to it, and goes', async () => {
    const choices = (type: string, ...values: readonly (string | number)[]) => ({
      ...{ title: 'List', type: 'array', scope: 'SELF', master: { type: 'OKTA' }, permissions: own, required: false },
      items: { type, enum: values, oneOf: values.map((value) => ({ const: value, title: `It is ${value}` })) },
    });
    const made = await add({ sizes: choices('integer', 1, 2), names: choices('string', 'a', 'b') });
    expect(JSON.stringify(customOf(made).sizes)).toBe(
      '{"title":"List","type":"array","mutability":"READ_WRITE","scope":"SELF",' +
        '"items":{"type":"integer","enum":[1,2],"oneOf":[{"const":1,"title":"It is 1"},{"const":2,"title":"It is 2"}]},' +
        '"permissions":[{"principal":"SELF","action":"READ_ONLY"}],"master":{"type":"OKTA"}}',
    );
    const { body } = await person({ sizes: [1], names: ['b', 'a'] });
    expect(customOf(await add({ sizes: choices('integer', 2, 3) })).sizes?.items).toMatchObject({ enum: [2, 3] });
    const path = `/api/v1/users/${body.id}`;
    await refused(() => org.post(path, { profile: { sizes: [1, 2] } }), 400, 'E0000001');
    expect((await org.post(path, { profile: { names: ['a'] } })).status).toBe(200);
    expect((await org.post(path, { profile: { sizes: [3] } })).body.profile.sizes).toEqual([3]);
    const mixed = { ...choices('integer', 1, 2), items: { ...choices('integer', 1, 2).items, enum: [2, 1] } };
    await refused(() => add({ sizes: mixed }), 400, 'E0000123');
    await add({ sizes: null, names: null });
    expect((await org.get(path)).body.profile).not.toHaveProperty('sizes');
  });

  test('is a list of objects, chosen by what they hold', async () => {
    const [small, large] = [{ size: 'S', fits: 1 }, { size: 'L' }];
    const oneOf = [small, large].map((value, n) => ({ const: value, title: `object ${n}` }));
    const list = (enumerated: readonly object[]) => ({
      ...{ title: 'List', type: 'array', permissions: own },
      items: { type: 'object', enum: enumerated, oneOf },
    });
    expect(customOf(await add({ kits: list([small, large]) })).kits?.items).toEqual({
      ...{ type: 'object', enum: [small, large], oneOf },
      additionalProperties: true,
    });
    const { body } = await person({ kits: [{ fits: 1, size: 'S' }] });
    expect(body.profile.kits).toEqual([small]);
    const path = `/api/v1/users/${body.id}`;
    for (const kits of [[{ size: 'M' }], ['S'], [[large]]]) {
      await refused(() => org.post(path, { profile: { kits } }), 400, 'E0000001');
    }
    await refused(() => add({ kits: list([large, small]) }), 400, 'E0000123');
    await refused(() => add({ kits: list([large, large]) }), 400, 'E0000001');
  });

  test('has no pattern of its own, and may say so', async () => {
    expect(customOf(await add({ tag: { ...text, pattern: '' } })).tag).not.toHaveProperty('pattern');
    await refused(() => add({ tag: { ...text, pattern: '.+' } }), 400, 'E0000001');
  });

  test('is not unique where NOT_UNIQUE says so', async () => {
    expect(customOf(await add({ tag: { ...text, unique: 'NOT_UNIQUE' } })).tag).not.toHaveProperty('unique');
    expect(customOf(await add({ tag: { ...text, unique: 'UNIQUE_VALIDATED' } })).tag?.unique).toBe(
      'PENDING_UNIQUENESS',
    );
    expect(customOf(await org.get(PATH)).tag?.unique).toBe('UNIQUE_VALIDATED');
    expect(customOf(await add({ tag: { ...text, unique: 'NOT_UNIQUE' } })).tag).not.toHaveProperty('unique');
    await refused(() => add({ tag: { ...text, unique: 'SOMETIMES' } }), 400, 'E0000001');
  });

  test('is made again under another type once it was removed; requests can be sent twice', async () => {
    for (let times = 0; times < 2; times++) expect((await add({ size: text })).status).toBe(200);
    await refused(() => add({ size: { title: 'Size', type: 'integer' } }), 400, 'E0000001');
    for (let times = 0; times < 2; times++) expect((await add({ size: null })).status).toBe(200);
    expect(customOf(await add({ size: { title: 'Size', type: 'integer' } })).size?.type).toBe('integer');
  });

  test('comes, changes and goes beside others in one body', async () => {
    await add({ one: text, two: text });
    const answer = await add({ two: null, three: text, one: { ...text, title: 'First' } });
    expect(Object.entries(customOf(answer)).map(([name, { title }]) => [name, title])).toEqual([
      ['one', 'First'],
      ['three', 'Text'],
    ]);
  });

  test.each([PATH, GROUP_PATH])(
    'has a master, with the sources in their order where it overrides: %s',
    async (path) => {
      const priority = [{ type: 'APP', value: '0oa1' }, { value: '0oa2' }];
      const answer = await add({ tag: { ...text, master: { type: 'OVERRIDE', priority } } }, path);
      expect(customOf(answer).tag?.master).toEqual({ type: 'OVERRIDE', priority });
      const cause = 'tag.master: The field has an invalid value';
      const many = Array.from({ length: 1001 }, () => ({ type: 'APP', value: '0oa1' }));
      for (const bad of [undefined, null, [], [{ type: 'APP' }], [{ type: 'APP', value: '' }], many]) {
        const master = { type: 'OVERRIDE', priority: bad };
        await refused(() => add({ tag: { ...text, master } }, path), 400, 'E0000001', cause);
      }
      await refused(() => add({ tag: { ...text, master: {} } }, path), 400, 'E0000001', cause);
    },
  );

  test.each([
    ['a title that is blank', { type: 'string', title: ' ' }, 'bad.title: The field cannot be left blank'],
    ['a bound that is no integer', { title: 'T', type: 'integer', minimum: 1.5 }, 'bad.minimum'],
    ['a bound beyond 32 bits', { title: 'T', type: 'integer', maximum: 2 ** 40 }, 'bad.maximum'],
    ['choices of another type', { ...text, enum: [1] }, 'bad.enum'],
    ['a choice beyond 32 bits', { title: 'T', type: 'integer', enum: [2 ** 40] }, 'bad.enum'],
    ['no choices', { ...text, enum: [] }, 'bad.enum'],
    ['a choice without a title', { ...text, enum: ['a'], oneOf: [{ const: 'a' }] }, 'bad.oneOf'],
    ['items of text', { ...text, items: { type: 'string' } }, 'bad.items'],
    ['lists of lists', { title: 'T', type: 'array', items: { type: 'array' } }, 'bad.items'],
    ['two permissions', { ...text, permissions: [...own, ...own] }, 'bad.permissions'],
    ['a mutability of its own', { ...text, mutability: 'NEVER' }, 'bad.mutability'],
  ])('is refused with %s', async (_, definition, cause) => {
    for (const path of [PATH, GROUP_PATH]) {
      const whole = cause.includes(':') ? cause : `${cause}: The field has an invalid value`;
      await refused(() => add({ good: text, bad: definition }, path), 400, 'E0000001', whole);
    }
  });

  test.each([
    [],
    'text',
    { definitions: 'text' },
    { definitions: [] },
    { definitions: { custom: [] } },
    { definitions: { custom: { properties: [] } } },
    { definitions: { custom: { properties: { a: 'text' } } } },
    { definitions: { custom: { properties: { a: { ...text, maxLength: 'ten' } } } } },
    { definitions: { custom: { properties: { a: { ...text, permissions: 'all' } } } } },
    { definitions: { custom: { properties: { a: { ...text, master: 'OKTA' } } } } },
    { definitions: { custom: { properties: { a: { title: 'T', type: 'array', items: [] } } } } },
    { definitions: { base: { properties: 5 } } },
    { definitions: { custom: { properties: { a: { title: 'T', type: 'object' } } } } },
    { definitions: { custom: { properties: { '1st': text, a: { ...text, scope: 'ALL' } } } } },
    { definitions: { custom: { properties: { a: { ...text, master: { type: 'GROUP' } } } } } },
    { definitions: { base: { properties: { name: { type: 'object' } } } } },
  ])('is not read from %j', async (body) => {
    const sent = typeof body === 'string' ? JSON.stringify(body) : body;
    for (const path of [PATH, GROUP_PATH]) {
      // The base of groups is looked at no further than its shape.
      await refused(() => org.post(path, sent), 400, 'E0000003');
    }
  });
});

describe('a property of groups as clients manage it', () => {
  test('holds groups to it at every write: what is taken, what may be chosen, what must be there', async () => {
    const make = (name: string, profile: object) => org.post('/api/v1/groups', { profile: { name, ...profile } });
    await add({ code: { ...text, unique: true }, rank: { title: 'R', type: 'integer', enum: [1, 2] } }, GROUP_PATH);
    const one = await make('one', { code: 'a', rank: 2 });
    const two = await make('two', { code: 'b' });
    const path = `/api/v1/groups/${two.body.id}`;
    const taken = 'code: An object with this field already exists in the current organization';
    await refused(() => make('three', { code: 'a' }), 400, 'E0000001', taken);
    await refused(() => org.put(path, { profile: { name: 'two', code: 'a' } }), 400, 'E0000001', taken);
    await refused(() => org.put(path, { profile: { name: 'two', rank: 3 } }), 400, 'E0000001');
    expect((await org.put(path, { profile: { name: 'two', code: 'b', rank: 1 } })).status).toBe(200);
    await add({ must: { ...text, required: true } }, GROUP_PATH);
    const blank = 'must: The field cannot be left blank';
    await refused(() => org.put(path, { profile: { name: 'two' } }), 400, 'E0000001', blank);
    await org.delete(`/api/v1/groups/${one.body.id}`);
    expect((await make('three', { code: 'a', must: 'x' })).body.profile).toMatchObject({ code: 'a', must: 'x' });
  });
});

describe('a base property as clients manage it', () => {
  test('is sent whole, and its master can be chosen', async () => {
    const login = { title: 'Username', type: 'string', required: true, permissions: own, pattern: '' };
    const answer = await base({ login: { ...login, master: { type: 'OKTA' }, unique: 'NOT_UNIQUE' } });
    expect(answer.status).toBe(200);
    expect(answer.body.definitions.base.properties.login).toEqual({
      ...{ title: 'Username', type: 'string', required: true, mutability: 'READ_WRITE', scope: 'NONE' },
      ...{ minLength: 5, maxLength: 100, permissions: own, master: { type: 'OKTA' } },
    });
    // What is not said stays, the master too.
    const next = await base({ login: { pattern: '.+', master: null } });
    expect(next.body.definitions.base.properties.login).toMatchObject({ pattern: '.+', master: { type: 'OKTA' } });
    await refused(() => base({ login: { master: { type: 'OVERRIDE' } } }), 400, 'E0000001');
    await refused(
      () => base({ email: { unique: true } }),
      400,
      'E0000001',
      'email: unique of a base property cannot be changed',
    );
  });

  test('may come with members that no property has, or that say nothing', async () => {
    const before = (await org.get(PATH)).body.definitions;
    const answer = await base({ city: { title: 'City', type: 'string', index: 'city', union: 'DISABLE' } });
    expect([answer.status, answer.body.definitions]).toEqual([200, before]);
    const unsaid = { title: null, type: null, required: null, minLength: null, permissions: null };
    const same = await base({ firstName: unsaid, login: { ...unsaid, pattern: null } });
    expect([same.status, same.body.definitions]).toEqual([200, before]);
  });
});

describe('a user that comes under another type', () => {
  test('brings no value that is taken there, and keeps its own', async () => {
    const type = (await org.post('/api/v1/meta/types/user', { name: 'other', displayName: 'Other' })).body.id;
    const path = `/api/v1/meta/schemas/user/osc${type.slice(3)}`;
    await add({ badge: text, mine: text });
    await add({ badge: { ...text, unique: true } }, path);
    await person({ badge: 'a' }, { type: { id: type } });
    const { body } = await person({ badge: 'a' });
    const user = `/api/v1/users/${body.id}`;
    const taken = 'badge: An object with this field already exists in the current organization';
    await refused(() => org.put(user, { profile: body.profile, type: { id: type } }), 400, 'E0000001', taken);
    await refused(() => org.put(user, { type: { id: type } }), 400, 'E0000001', taken);
    await refused(
      () => org.put(user, { profile: { ...body.profile, badge: 'b', mine: 'x' }, type: { id: type } }),
      400,
      'E0000001',
      "Property name 'mine' is not defined in profile",
    );
    const moved = await org.put(user, { profile: { ...body.profile, badge: 'b' }, type: { id: type } });
    expect([moved.status, moved.body.type, moved.body.profile.badge]).toEqual([200, { id: type }, 'b']);
    // Both types hold the value to be unique now: its holder is not in its own way.
    await add({ badge: { ...text, unique: true } });
    const back = (await org.get('/api/v1/meta/types/user/default')).body.id;
    expect((await org.put(user, { profile: moved.body.profile, type: { id: back } })).status).toBe(200);
  });
});
