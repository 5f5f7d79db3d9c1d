import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { OktaError } from '../../contract/errors.js';
import { groupFilter, groupSearch } from '../../handlers/groups/filters.js';
import { userFilter, userSearch } from '../../handlers/users/filters.js';
import { compileFilter, type Field, type FieldTable, operators } from '../../languages/filter/compile.js';
import { sortBy } from '../../languages/filter/fields.js';
import type { GroupRow } from '../../store/rows/groups.js';
import type { UserRow } from '../../store/rows/users.js';
import { anything, type Doc } from '../support/any-field.js';

const strict: FieldTable<Doc> = { ...anything, caseSensitive: true };

const passes = (text: string, row: Doc, table = anything): boolean => compileFilter(text, table).test(row);

/** The problem that a table was told of. */
function problemOf(text: string, table = anything): { kind: string; position: number; found: string } {
  try {
    compileFilter(text, table);
  } catch (error) {
    return JSON.parse((error as OktaError).summary);
  }
  throw new Error(`accepted: ${text}`);
}

const codeOf = <R>(text: string, table: FieldTable<R>): string => {
  try {
    compileFilter(text, table);
    return 'accepted';
  } catch (error) {
    return (error as OktaError).code;
  }
};

const user = {
  id: '00u1',
  status: 'ACTIVE',
  typeId: 'oty1',
  created: '2026-01-15T09:30:00.000Z',
  activated: null,
  statusChanged: null,
  lastUpdated: '2026-01-15T09:30:00.000Z',
  profile: { login: 'Jané@acme.example', firstName: 'Jané', tags: ['red', 'Blue'], level: 3, nested: { deep: ['x'] } },
} as unknown as UserRow;

describe('comparing', () => {
  test.each<[string, Doc, boolean]>([
    ['x.a eq "JANE"', { a: 'jane' }, true],
    ['x.a eq "Jose"', { a: 'José' }, false],
    ['x.a eq "İ"', { a: 'i\u0307' }, true],
    ['x.a sw "ja"', { a: 'Jane' }, true],
    ['x.a sw "jane"', { a: 'Jane' }, true],
    ['x.a co "AN"', { a: 'Jane' }, true],
    ['x.a ew "NE"', { a: 'Jane' }, true],
    ['x.a gt "a"', { a: 'B' }, true],
    ['x.a eq "7"', { a: 7 }, true],
    ['x.a eq 7', { a: '7' }, true],
    ['x.a gt "9"', { a: 10 }, true],
    ['x.a gt 9', { a: '10' }, false],
    ['x.a eq ""', { a: 0 }, false],
    ['x.a eq "true"', { a: true }, true],
    ['x.a eq 1', { a: true }, false],
    ['x.a eq null', {}, true],
    ['x.a eq null', { a: '' }, true],
    ['x.a eq null', { a: false }, false],
    ['x.a ne null', { a: 0 }, true],
    ['x.a ne "b"', {}, true],
    ['x.a pr', { a: [] }, false],
    ['x.a pr', { a: false }, true],
    ['x.a eq "b"', { a: ['a', 'B'] }, true],
    ['x.a ne "b"', { a: ['b', 'b'] }, false],
    ['x.a ne "b"', { a: ['b', 'c'] }, true],
    ['x.a ne "b"', { a: [] }, true],
    ['x.a eq "b" and x.a eq "c"', { a: ['b', 'c'] }, true],
  ])('%s: %j', (text, row, expected) => {
    expect(passes(text, row)).toBe(expected);
  });

  test('takes case into account where the endpoint does', () => {
    expect(passes('x.a eq "JANE"', { a: 'jane' }, strict)).toBe(false);
    expect(passes('x.a eq "jane"', { a: 'jane' }, strict)).toBe(true);
  });

  test.each<[string, boolean]>([
    ['when eq "2026-01-15T09:30:00.000Z"', true],
    ['when eq "2026-01-15T09:30:00Z"', true],
    ['when eq "2026-01-15T09:30Z"', true],
    ['when eq "2026-01-15T10:30:00.000+01:00"', true],
    ['when eq "2026-01-15T02:30:00.000-0700"', true],
    ['when gt "2026-01-15T09:30:00.000Z"', false],
    ['when ge "2026-01-15T09:30:00.000Z"', true],
    ['when lt "2026-01-15T09:30:00.001Z"', true],
    ['when gt "0001-01-01T00:00:00Z"', true],
    ['when gt "0000-01-01T00:00:00+18:00"', true],
    ['when lt "9999-12-31T23:59:59-18:00"', true],
    ['when gt "2026-01-16T00:00:00+10:00"', false],
    ['when ne "2026-01-16T00:00:00Z"', true],
    ['when pr', true],
    ['when eq null', false],
  ])('%s', (text, expected) => {
    expect(passes(text, { when: '2026-01-15T09:30:00.000Z' })).toBe(expected);
  });

  test('a missing date is before and after nothing', () => {
    for (const op of ['eq', 'gt', 'ge', 'lt', 'le']) {
      expect(passes(`when ${op} "2026-01-15T09:30:00.000Z"`, { when: null })).toBe(false);
    }
    expect(passes('when eq null', { when: null })).toBe(true);
  });

  test('a value filter looks for one element that passes as a whole', () => {
    const member = (name: string): Field<unknown> => ({
      get: (item) => (item as Doc)[name],
      type: 'any',
      ops: operators,
    });
    const table: FieldTable<Doc> = {
      ...anything,
      lists: {
        'x.items': {
          items: (row) => row.items as Doc[],
          of: {
            fields: { kind: member('kind'), name: member('name') },
            lists: { tags: { items: (item) => (item as { tags: Doc[] }).tags, of: { fields: { t: member('t') } } } },
          },
        },
      },
    };
    const row = {
      items: [
        { kind: 'User', name: 'a', tags: [{ t: 1 }] },
        { kind: 'Group', name: 'b', tags: [{ t: 2 }, { t: 3 }] },
      ],
    };
    expect(passes('x.items[kind eq "user" and name eq "a"]', row, table)).toBe(true);
    expect(passes('x.items[kind eq "user" and name eq "b"]', row, table)).toBe(false);
    expect(passes('not x.items[name eq "c"]', row, table)).toBe(true);
    expect(passes('x.items[name eq "b" and tags[t gt 2]]', row, table)).toBe(true);
    expect(passes('x.items[name eq "a" and tags[t gt 2]]', row, table)).toBe(false);
    expect(problemOf('x.items[other pr]', table)).toMatchObject({ kind: 'field', found: 'other', position: 8 });
  });
});

describe('users', () => {
  test.each<[string, boolean]>([
    ['status eq "active"', true],
    ['type.id eq "oty1"', true],
    ['activated pr', false],
    ['profile.tags eq "blue"', true],
    ['profile.tags sw "re"', true],
    ['profile.level ge 3', true],
    ['profile.nested.deep eq "X"', true],
    ['profile.nested.deep.more pr', false],
    ['profile.constructor pr', false],
    ['profile.toString.name pr', false],
    ['profile.__proto__ pr', false],
    ['not (profile.firstName eq "JANÉ") or id eq "nobody"', false],
  ])('search %s', (text, expected) => {
    expect(compileFilter(text, userSearch).test(user)).toBe(expected);
  });

  test.each([
    ['profile.login ne "x"', 'E0000031'],
    ['profile.city co "x"', 'E0000031'],
    ['profile.login ew "x"', 'E0000031'],
    ['login eq "x"', 'E0000031'],
    ['Status eq "ACTIVE"', 'E0000031'],
    ['profile eq "x"', 'E0000031'],
    ['profile.tags[value eq "x"]', 'E0000031'],
    ['lastUpdated gt "yesterday"', 'E0000030'],
    ['lastUpdated gt 2026', 'E0000030'],
    ['status eq 5', 'E0000031'],
    ['status eq "x', 'E0000031'],
  ])('search refuses %s', (text, code) => {
    expect(codeOf(text, userSearch)).toBe(code);
  });

  test('filter knows a few properties, in their case', () => {
    const matches = (text: string): boolean => compileFilter(text, userFilter).test(user);
    expect(matches('status eq "ACTIVE" and profile.firstName eq "Jané"')).toBe(true);
    expect(matches('status eq "active"')).toBe(false);
    expect(matches('profile.login eq "jané@acme.example"')).toBe(false);
    expect(matches('lastUpdated lt "2026-01-15T09:30:01.000Z"')).toBe(true);
  });

  test.each([
    ['created gt "2026-01-01T00:00:00.000Z"', 'E0000031'],
    ['profile.city eq "x"', 'E0000031'],
    ['status sw "A"', 'E0000031'],
    ['status pr', 'E0000031'],
    ['status eq', 'E0000031'],
    ['lastUpdated gt "yesterday"', 'E0000030'],
  ])('filter refuses %s', (text, code) => {
    expect(codeOf(text, userFilter)).toBe(code);
  });

  test('an eq on an indexed property narrows the rows', () => {
    const within = (text: string) => compileFilter(text, userSearch).within;
    const login = { index: 'login', unique: true, key: 'jane@acme.example' };
    expect(within('profile.login eq "Jané@ACME.example"')).toEqual(login);
    expect(within('status eq "active" and (profile.city pr and profile.login eq "jane@acme.example")')).toEqual(login);
    expect(within('status eq "active" and profile.city pr')).toEqual({ index: 'status', unique: false, key: 'ACTIVE' });
    expect(within('status eq "active" or profile.city pr')).toBeUndefined();
    expect(within('not status eq "active"')).toBeUndefined();
    expect(within('status sw "active"')).toBeUndefined();
    expect(within('profile.login eq null')).toBeUndefined();
  });

  test('are sorted by any property that search knows', () => {
    const key = (path: string) => sortBy(path, undefined, userSearch).by(user);
    expect(key('profile.firstName')).toBe('jané');
    expect(key('profile.level')).toBe(3);
    expect(key('profile.missing')).toBeNull();
    expect(key('profile.tags')).toBeNull();
    expect(key('activated')).toBeNull();
    expect(sortBy('status', 'DESC', userSearch).descending).toBe(true);
    expect(sortBy('status', '0', userSearch).descending).toBe(false);
    expect(() => sortBy('nothing', 'asc', userSearch)).toThrow('Invalid search criteria.');
  });
});

describe('groups', () => {
  const group = {
    id: '00g1',
    type: 'OKTA_GROUP',
    created: '2026-01-15T09:30:00.000Z',
    lastUpdated: '2026-01-15T09:30:00.000Z',
    lastMembershipUpdated: '2026-01-16T00:00:00.000Z',
    profile: { name: 'Engineering' },
  } as unknown as GroupRow;

  test('search and filter', () => {
    const searched = (text: string): boolean => compileFilter(text, groupSearch).test(group);
    const filtered = (text: string): boolean => compileFilter(text, groupFilter).test(group);
    expect(searched('profile.name sw "eng" and type eq "okta_group"')).toBe(true);
    expect(searched('lastMembershipUpdated gt "2026-01-15T23:59:59.999Z"')).toBe(true);
    expect(searched('source.id pr')).toBe(false);
    expect(filtered('type eq "OKTA_GROUP" or type eq "APP_GROUP"')).toBe(true);
    expect(filtered('(lastUpdated ge "2026-01-15T09:30:00.000Z")')).toBe(true);
    expect(compileFilter('type eq "BUILT_IN"', groupFilter).within).toEqual({
      index: 'type',
      unique: false,
      key: 'BUILT_IN',
    });
    expect(codeOf('profile.name eq "x"', groupFilter)).toBe('E0000031');
    expect(codeOf('created pr', groupFilter)).toBe('E0000031');
    expect(codeOf('objectClass eq "x"', groupSearch)).toBe('E0000031');
  });
});

describe('what is compiled', () => {
  test('is kept by its text for each table', () => {
    const first = compileFilter('status eq "A"', userSearch);
    expect(compileFilter('status eq "A"', userSearch)).toBe(first);
    expect(compileFilter('status eq "A"', userFilter)).not.toBe(first);
    for (let n = 0; n < 300; n++) {
      compileFilter(`status eq "${n}"`, userSearch);
      if (n === 200) compileFilter('status eq "A"', userSearch);
    }
    expect(compileFilter('status eq "A"', userSearch)).toBe(first);
    for (let n = 0; n < 300; n++) compileFilter(`status eq "${n}"`, userSearch);
    expect(compileFilter('status eq "A"', userSearch)).not.toBe(first);
  });
});

describe('a long expression', () => {
  const joined = (count: number, term: (n: number) => string): string =>
    Array.from({ length: count }, (_, n) => term(n)).join(' or ');
  const row = (profile: object): UserRow => ({ id: '00u1', status: 'ACTIVE', profile }) as unknown as UserRow;

  /** How often a test may be used before it refuses; at most so often. */
  function uses(text: string, most: number): number {
    const { test: passes } = compileFilter(text, userSearch);
    const one = row({});
    for (let n = 0; n < most; n++) {
      try {
        passes(one);
      } catch (error) {
        expect(error).toMatchObject({ code: 'E0000031' });
        return n;
      }
    }
    return most;
  }

  test('is stopped after 400,000 tests, for each request anew', () => {
    const long = joined(200, (n) => `profile.a${n} sw "x"`);
    expect([uses(long, 10_000), uses(long, 10_000)]).toEqual([2000, 2000]);
    expect(uses(`not (${long})`, 10_000)).toBe(2000);
  });

  test('of a usual length, or of many texts for one property, is not', () => {
    expect(
      uses(
        joined(20, (n) => `profile.a${n} sw "x"`),
        100_000,
      ),
    ).toBe(100_000);
    expect(
      uses(
        joined(300, (n) => `id eq "${n}"`),
        100_000,
      ),
    ).toBe(100_000);
  });

  test('of many texts for one property finds what each of them finds', () => {
    const value = fc.oneof(
      fc.constantFrom('a', 'A', 'b', '3', 'true', 'x'),
      fc.constantFrom(3, 4, true, false, null),
      fc.array(fc.constantFrom('a', 'B', 3), { maxLength: 2 }),
    );
    const texts = fc.array(fc.constantFrom('a', 'B', 'c', '3', '3.0', 'true', 'false', ''), {
      minLength: 4,
      maxLength: 8,
    });
    fc.assert(
      fc.property(value, texts, (held, wanted) => {
        const one = row({ p: held });
        const terms = wanted.map((text) => `profile.p eq "${text}"`);
        const each = terms.some((term) => compileFilter(term, userSearch).test(one));
        expect(compileFilter(terms.join(' or '), userSearch).test(one)).toBe(each);
        expect(compileFilter(`id pr and (${terms.join(' or ')} or profile.q pr)`, userSearch).test(one)).toBe(each);
      }),
    );
  });
});
