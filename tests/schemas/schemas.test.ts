import { describe, expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';
import { refusedBy } from '../support/refused.js';
import { adder, custom, PATH, personMaker, propertiesOf, text } from '../support/user-schema.js';

const org = suiteOrg();
const add = adder(org);
const person = personMaker(org);

const refused = refusedBy(org);

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
    ['bounds of texts', { ...text, minimum: 1 }, 'bad.minimum: The field has an invalid value'],
    ['an enum that repeats itself', { ...text, enum: ['a', 'a'] }, 'bad.enum: The field has an invalid value'],
    [
      'another principal',
      { ...text, permissions: [{ principal: 'ALL', action: 'HIDE' }] },
      'bad.permissions: The field has an invalid value',
    ],
    ['a pattern', { ...text, pattern: '(a+)+$' }, 'bad.pattern: The field has an invalid value'],
  ])('refuses a property with %s', async (_, definition, cause) => {
    await refused(() => add({ bad: definition }), 400, 'E0000001', cause);
  });

  test.each([
    ['error', { title: 'T', type: 'array' }, 'Items not present for array property: bad.'],
    ['error', { title: 'T', type: 'array', items: null }, 'Items not present for array property: bad.'],
    ...['array', 'number'].map((type): [string, object, string] => [
      'E0000001',
      { title: 'T', type, items: { type: 'string' }, minLength: 0 },
      `Api validation failed: The type: ${type} is not a string type and supported with minLength and maxLength.`,
    ]),
  ])('refuses with the code %s the definition %j', async (code, definition, summary) => {
    const { body } = await refused(() => add({ bad: definition }), 400, summary);
    expect([body.errorCode, body.errorLink, body.errorCauses]).toEqual([code, code, []]);
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
    await refused(() => add({ good: text, bad: { title: ' ', type: 'string' } }), 400, 'E0000001');
  });
});
