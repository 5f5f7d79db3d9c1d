import { beforeAll, describe, expect, test } from '@jest/globals';
import { suiteOrg, type TestAnswer } from '../support/org.js';
import { causesOf, refusedBy } from '../support/refused.js';

const org = suiteOrg({ shared: true });

const property = (type: string, more: Record<string, unknown> = {}) => ({ title: 'P', type, ...more });

beforeAll(async () => {
  const { status } = await org.post('/api/v1/meta/schemas/user/default', {
    definitions: {
      custom: {
        properties: {
          short: property('string', { minLength: 2, maxLength: 4 }),
          choice: property('string', { enum: ['red', 'blue'] }),
          grade: property('integer', { minimum: 1, maximum: 5 }),
          ratio: property('number', { minimum: 0.5 }),
          flag: property('boolean'),
          tags: property('array', { items: { type: 'string' } }),
          sizes: property('array', { items: { type: 'integer', enum: [1, 2] } }),
          born: property('string', { format: 'date-time' }),
          site: property('string', { format: 'uri' }),
          fixed: property('string', { mutability: 'IMMUTABLE' }),
          shown: property('string', { mutability: 'READ_ONLY' }),
        },
      },
    },
  });
  expect(status).toBe(200);
});

let people = 0;
const person = (profile: Record<string, unknown> = {}): Promise<TestAnswer> => {
  people += 1;
  const login = `person${people}@profile.example`;
  return org.post('/api/v1/users?activate=false', {
    profile: { login, email: login, firstName: 'Per', lastName: 'Son', ...profile },
  });
};

const refused = refusedBy(org);
const faulty = (ask: () => Promise<TestAnswer>, what: string, cause: string, ...more: string[]): Promise<TestAnswer> =>
  refused(ask, 400, `Api validation failed: ${what}`, cause, ...more);

describe('a profile', () => {
  test.each([
    ['of nothing', {}],
    ['of names that no schema knows', { nope: 1, other: 'x' }],
  ])('%s lacks the required properties, in their order', async (_, profile) => {
    await faulty(
      () => org.post('/api/v1/users', { profile }),
      'login',
      'login: The field cannot be left blank',
      'firstName: The field cannot be left blank',
      'lastName: The field cannot be left blank',
      'email: The field cannot be left blank',
      'login: Username must be in the form of an email address',
    );
  });

  test('has no property that its schema does not define', async () => {
    await faulty(() => person({ nope: 1 }), 'newUser', "Property name 'nope' is not defined in profile");
    await faulty(() => person({ toString: 'x' }), 'newUser', "Property name 'toString' is not defined in profile");
    await faulty(() => person({ nope: null }), 'newUser', "Property name 'nope' is not defined in profile");
    await faulty(
      () =>
        org.post(
          '/api/v1/users',
          '{"profile":{"login":"x@profile.example","email":"x@profile.example","firstName":"A","lastName":"B","__proto__":{"admin":true}}}',
        ),
      'newUser',
      "Property name '__proto__' is not defined in profile",
    );
  });

  const value = 'The field has an invalid value';
  const pattern = 'Does not match required pattern';
  test.each<readonly [string, unknown, string]>([
    ['login', 'no address', 'Username must be in the form of an email address'],
    ['login', 'two@@profile.example', 'Username must be in the form of an email address'],
    ['email', 'no address', pattern],
    ['email', 'a@b c.example', pattern],
    ['email', `${'x'.repeat(90)}@long.example`, pattern],
    ['secondEmail', '@', pattern],
    ['firstName', 'x'.repeat(51), 'The field is too long'],
    ['mobilePhone', '1'.repeat(101), 'The field is too long'],
    ['profileUrl', 'no url', pattern],
    ['countryCode', 'NOR', pattern],
    ['email', 'a@b', 'The field is too short'],
    ['city', 'x'.repeat(129), 'The field is too long'],
    ['zipCode', 'x'.repeat(51), 'The field is too long'],
    ['locale', 'e', pattern],
    ['preferredLanguage', 'no language', pattern],
    ['timezone', 'Mars/Base', pattern],
    ['short', 'x', 'The field is too short'],
    ['short', 'xxxxx', 'The field is too long'],
    ['choice', 'green', value],
    ['choice', '', value],
    ['grade', 0, value],
    ['grade', 6, value],
    ['ratio', 0.1, value],
    ['sizes', [3], value],
    ['born', '2024-02-30T00:00:00Z', pattern],
    ['born', '1 May', pattern],
    ['site', 'example.com', pattern],
  ])('has no %s like %j', async (name, given, fault) => {
    await faulty(() => person({ [name]: given }), name, `${name}: ${fault}`);
  });

  test.each<readonly [string, unknown]>([
    ['short', 5],
    ['short', ['Oslo']],
    ['grade', 2.5],
    ['grade', '3'],
    ['flag', 'true'],
    ['tags', 'one'],
    ['tags', ['one', 2]],
    ['tags', [['one']]],
  ])('has no %s of the type of %j, which is a fault of the whole', async (name, given) => {
    const cause = `Invalid value data type for property '${name}'`;
    await faulty(() => person({ [name]: given }), 'newUser', cause);
    const { body } = await person();
    await faulty(
      () => org.put(`/api/v1/users/${body.id}`, { profile: { ...body.profile, [name]: given } }),
      'userProfile',
      cause,
    );
  });

  test.each<readonly [string, unknown]>([
    ['login', "zoë.o'hara+tag@bücher.example"],
    ['login', 'root@localhost'],
    ['profileUrl', 'http://www.example.com/profile'],
    ['countryCode', 'US'],
    ['locale', 'en_US'],
    ['preferredLanguage', 'en-us'],
    ['timezone', 'America/New_York'],
    ['short', 'xx'],
    ['choice', 'blue'],
    ['grade', 5],
    ['ratio', 0.5],
    ['flag', false],
    ['tags', []],
    ['tags', ['one', 'one']],
    ['sizes', [2, 1]],
    ['born', '2024-02-29T23:59:59.999+05:30'],
    ['site', 'urn:isbn:0451450523'],
  ])('keeps %s as %j', async (name, given) => {
    const { status, body } = await person({ [name]: given });
    expect(status).toBe(200);
    expect(body.profile[name]).toEqual(given);
  });

  test('names all that is wrong with it', async () => {
    await faulty(
      () => person({ firstName: ' ', grade: 9, locale: 'x', nope: 'x' }),
      'firstName',
      'firstName: The field cannot be left blank',
      `locale: ${pattern}`,
      `grade: ${value}`,
    );
  });

  test('with a name that no schema knows is told so where nothing is missing', async () => {
    await faulty(
      () => person({ grade: 9, nope: 'x' }),
      'newUser',
      "Property name 'nope' is not defined in profile",
      `grade: ${value}`,
    );
  });

  test('is cleared by null, in part by POST and whole by PUT', async () => {
    const { body } = await person({ city: 'Oslo', grade: 3 });
    const path = `/api/v1/users/${body.id}`;
    const part = await org.post(path, { profile: { city: null } });
    expect(part.body.profile).toMatchObject({ grade: 3, firstName: 'Per' });
    expect(part.body.profile).not.toHaveProperty('city');
    await faulty(
      () => org.post(path, { profile: { lastName: null } }),
      'lastName',
      'lastName: The field cannot be left blank',
    );
    const { login, email } = body.profile;
    const whole = await org.put(path, { profile: { login, email, firstName: 'Per', lastName: 'Sona' } });
    expect(whole.body.profile).not.toHaveProperty('grade');
    await faulty(
      () => org.put(path, { profile: { login, email, firstName: 'Per' } }),
      'lastName',
      'lastName: The field cannot be left blank',
    );
  });

  test('must have a property that was made required later, from the next write on', async () => {
    const { body } = await person();
    const definition = property('string', { required: true });
    await org.post('/api/v1/meta/schemas/user/default', {
      definitions: { custom: { properties: { late: definition } } },
    });
    const path = `/api/v1/users/${body.id}`;
    await faulty(() => org.post(path, { profile: { city: 'Oslo' } }), 'late', 'late: The field cannot be left blank');
    expect((await org.post(path, { profile: { city: 'Oslo', late: 'x' } })).status).toBe(200);
    expect((await org.post(path, { profile: { city: 'Rome' } })).status).toBe(200);
    await org.post('/api/v1/meta/schemas/user/default', { definitions: { custom: { properties: { late: null } } } });
  });

  test('keeps what is immutable and takes nothing for what is read-only', async () => {
    const before = org.hash();
    const readOnly = await person({ shown: 'x' });
    expect([readOnly.status, readOnly.body.errorCode]).toEqual([403, 'E0000077']);
    expect(org.hash()).toBe(before);
    const { body } = await person({ fixed: 'x' });
    const path = `/api/v1/users/${body.id}`;
    expect((await org.post(path, { profile: { fixed: 'x', city: 'Oslo' } })).status).toBe(200);
    const changed = await org.post(path, { profile: { fixed: 'y' } });
    expect([changed.status, changed.body.errorCode]).toEqual([403, 'E0000078']);
  });

  test('keeps what cannot be written when it is replaced without it', async () => {
    const path = '/api/v1/meta/schemas/user/default';
    const define = (mutability: string) =>
      org.post(path, { definitions: { custom: { properties: { badge: property('string', { mutability }) } } } });
    await define('READ_WRITE');
    const { body } = await person({ badge: '7', fixed: 'x', choice: 'red' });
    await define('READ_ONLY');
    const { login, email } = body.profile;
    const whole = { login, email, firstName: 'Per', lastName: 'Sona' };
    const { profile } = (await org.put(`/api/v1/users/${body.id}`, { profile: whole })).body;
    expect(profile).toMatchObject({ badge: '7', fixed: 'x', lastName: 'Sona' });
    expect(profile).not.toHaveProperty('choice');
    for (const [name, code] of [
      ['badge', 'E0000077'],
      ['fixed', 'E0000078'],
    ] as const) {
      const before = org.hash();
      const refusal = await org.put(`/api/v1/users/${body.id}`, { profile: { ...whole, [name]: null } });
      expect([refusal.status, refusal.body.errorCode]).toEqual([403, code]);
      expect(org.hash()).toBe(before);
    }
  });

  test('with long and odd texts is looked at in no time', async () => {
    const started = process.hrtime.bigint();
    for (const odd of [
      `${'a'.repeat(50_000)}!`,
      `${'a.'.repeat(20_000)}@`,
      `a@${'b-'.repeat(20_000)}`,
      `${'a'.repeat(9)}@${'b.'.repeat(30_000)}`,
    ]) {
      expect((await person({ email: odd, site: odd, born: odd, locale: odd, preferredLanguage: odd })).status).toBe(
        400,
      );
    }
    expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(2000);
  });
});

describe('a group profile', () => {
  test('is held to the group schema', async () => {
    await faulty(() => org.post('/api/v1/groups', { profile: {} }), 'name', 'name: The field cannot be left blank');
    await faulty(
      () => org.post('/api/v1/groups', { profile: { name: 'x'.repeat(256) } }),
      'name',
      'name: The field is too long',
    );
    await faulty(
      () => org.post('/api/v1/groups', { profile: { name: 'G', description: 'x'.repeat(1025) } }),
      'description',
      'description: The field is too long',
    );
    const unknown = await org.post('/api/v1/groups', { profile: { name: 'G', nope: 1 } });
    expect(causesOf(unknown)).toEqual(["Property name 'nope' is not defined in profile"]);
  });
});
