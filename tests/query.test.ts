import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compileFilter, type Field, type FieldTable, operators, parseFilter } from '../handlers/query/index.js';
import type { Comparison, Expression } from '../handlers/query/parse.js';
import { groupFilter, groupSearch, sortBy, userFilter, userSearch } from '../handlers/query/tables.js';
import { OktaError } from '../server/errors.js';
import { foldKey } from '../store/collections.js';
import type { GroupRow, UserRow } from '../store/rows/people.js';

/** The expression as text, every part of `and`, `or` and `not` in brackets. */
function print(node: Expression): string {
  switch (node.kind) {
    case 'compare':
      return node.op === 'pr' ? `${node.path} pr` : `${node.path} ${node.op} ${JSON.stringify(node.value)}`;
    case 'some':
      return `${node.path}[${print(node.inner)}]`;
    case 'not':
      return `not (${print(node.inner)})`;
    default:
      return node.parts.map((part) => `(${print(part)})`).join(` ${node.kind} `);
  }
}

/** The expression without its positions. */
function bare(node: Expression): unknown {
  if (node.kind === 'and' || node.kind === 'or') return { kind: node.kind, parts: node.parts.map(bare) };
  if (node.kind === 'not') return { kind: node.kind, inner: bare(node.inner) };
  if (node.kind === 'some') return { kind: node.kind, path: node.path, inner: bare(node.inner) };
  return { kind: node.kind, path: node.path, op: node.op, value: node.value };
}

const parsed = (text: string): unknown => bare(parseFilter(text));
const compare = (path: string, op: string, value: unknown = null): unknown => ({ kind: 'compare', path, op, value });

interface Doc {
  readonly [name: string]: unknown;
}

/** A table over plain objects: everything below `x.`, any operator. */
const anything: FieldTable<Doc> = {
  fields: {},
  dynamic(path) {
    if (path === 'when') return { get: (row) => row.when, type: 'date', ops: operators };
    const name = path.slice(2);
    return path.startsWith('x.') ? { get: (row) => row[name], type: 'any', ops: operators } : undefined;
  },
  caseSensitive: false,
  error: (problem) => new OktaError('E0000031', { summary: JSON.stringify(problem) }),
};
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

describe('the grammar', () => {
  test.each<[string, unknown]>([
    ['a eq "b"', compare('a', 'eq', 'b')],
    ['a EQ "b"', compare('a', 'eq', 'b')],
    ['  a.b-c.$d:e\tPr\n', compare('a.b-c.$d:e', 'pr')],
    ['a eq "\\"q\\" \\u00e9 (and) ]"', compare('a', 'eq', '"q" é (and) ]')],
    ['a lt -1.5e3', compare('a', 'lt', -1500)],
    ['a eq true', compare('a', 'eq', true)],
    ['a ne null', compare('a', 'ne', null)],
    ['(((a pr)))', compare('a', 'pr')],
    ['not a pr', { kind: 'not', inner: compare('a', 'pr') }],
    ['not(a pr)', { kind: 'not', inner: compare('a', 'pr') }],
    [
      'a pr or b pr and not c pr AND d pr or e pr',
      {
        kind: 'or',
        parts: [
          compare('a', 'pr'),
          { kind: 'and', parts: [compare('b', 'pr'), { kind: 'not', inner: compare('c', 'pr') }, compare('d', 'pr')] },
          compare('e', 'pr'),
        ],
      },
    ],
    [
      '(a pr or b pr)and(c pr)',
      { kind: 'and', parts: [{ kind: 'or', parts: [compare('a', 'pr'), compare('b', 'pr')] }, compare('c', 'pr')] },
    ],
    [
      'a[b[c eq 1] and d pr]',
      {
        kind: 'some',
        path: 'a',
        inner: {
          kind: 'and',
          parts: [{ kind: 'some', path: 'b', inner: compare('c', 'eq', 1) }, compare('d', 'pr')],
        },
      },
    ],
  ])('%s', (text, expected) => {
    expect(parsed(text)).toEqual(expected);
  });

  test.each<[string, string, number, string]>([
    ['', 'syntax', 0, ''],
    ['   ', 'syntax', 3, ''],
    ['x.a', 'operator', 3, ''],
    ['x.a eqq "b"', 'operator', 4, 'eqq'],
    ['x.a "b"', 'operator', 4, '"b"'],
    ['x.a eq', 'syntax', 6, ''],
    ['x.a eq b', 'syntax', 7, 'b'],
    ['x.a eq TRUE', 'syntax', 7, 'TRUE'],
    ['x.a eq 01', 'syntax', 7, '01'],
    ['x.a eq "b', 'syntax', 7, '"b'],
    ['x.a eq "\\x"', 'syntax', 7, '"\\x"'],
    ["x.a eq 'b'", 'syntax', 7, "'b'"],
    ['(x.a pr', 'syntax', 7, ''],
    ['x.a pr)', 'syntax', 6, ')'],
    ['x.a pr x.b pr', 'syntax', 7, 'x.b'],
    ['x.a pr and', 'syntax', 10, ''],
    ['not', 'syntax', 3, ''],
    ['()', 'syntax', 1, ')'],
    ['x. eq 1', 'syntax', 1, '. eq 1'],
    ['x.a[x.b pr', 'syntax', 10, ''],
    ['x.a[x.b pr]', 'syntax', 3, '['],
    ['y eq 1', 'field', 0, 'y'],
    ['x.a pr or  y pr', 'field', 11, 'y'],
    ['when gt "soon"', 'date', 0, 'when'],
    ['when gt "2026-02-30T00:00:00Z"', 'date', 0, 'when'],
    ['when gt "2026-01-01T24:00:00Z"', 'date', 0, 'when'],
    ['when gt "2026-01-01T00:00:00+24:00"', 'date', 0, 'when'],
    ['when gt 5', 'date', 0, 'when'],
    ['x.a gt null', 'value', 0, 'x.a'],
    ['x.a sw 5', 'value', 0, 'x.a'],
    ['x.a le true', 'value', 0, 'x.a'],
  ])('%s: %s at %i', (text, kind, position, found) => {
    expect(problemOf(text)).toMatchObject({ kind, position, found, text });
  });

  test('is refused by count, not by time', () => {
    const nested = (depth: number): string => `${'('.repeat(depth)}x.a pr${')'.repeat(depth)}`;
    const lists = (depth: number): string => `${'x['.repeat(depth)}x pr${']'.repeat(depth)}`;
    const terms = (count: number): string => Array.from({ length: count }, () => 'a pr').join(' or ');
    expect(parsed(nested(64))).toEqual(compare('x.a', 'pr'));
    expect(problemOf(nested(65))).toMatchObject({ kind: 'size', position: 64 });
    expect(problemOf(`${'not '.repeat(65)}x.a pr`).kind).toBe('size');
    expect(problemOf(lists(65)).kind).toBe('size');
    expect(parseFilter(terms(880)).kind).toBe('or');
    expect(problemOf(`x.a eq "${'b'.repeat(8000)}"`).kind).toBe('size');
    // Two terms each.
    const many = (count: number): string => Array.from({ length: count }, () => 'a[b pr]').join('or ');
    expect(parseFilter(many(500)).kind).toBe('or');
    expect(problemOf(many(501))).toMatchObject({ kind: 'size', found: 'a' });
  });
});

const tree: fc.Arbitrary<Expression> = fc.letrec<{ node: Expression; leaf: Comparison }>((tie) => ({
  leaf: fc
    .record({
      kind: fc.constant('compare' as const),
      path: fc.constantFrom('x.a', 'x.b', 'x.list', 'x.n', 'x.missing'),
      op: fc.constantFrom('eq', 'ne', 'sw', 'co', 'ew', 'pr', 'gt', 'ge', 'lt', 'le') as fc.Arbitrary<Comparison['op']>,
      value: fc.constantFrom('', 'a', 'A', 'ab', 'aB"\\', 'é', '1', 'true', 0, 1, -2.5, true, false, null),
      at: fc.constant(0),
    })
    .map((node) => {
      if (node.op === 'pr') return { ...node, value: null };
      if (['sw', 'co', 'ew'].includes(node.op)) return { ...node, value: String(node.value) };
      const ordered = ['gt', 'ge', 'lt', 'le'].includes(node.op);
      return ordered && typeof node.value !== 'number' ? { ...node, value: String(node.value) } : node;
    }),
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      parts: fc.array(tie('node'), { minLength: 2, maxLength: 4 }),
    }),
    fc.record({ kind: fc.constant('not' as const), inner: tie('node') }),
  ),
})).node;

const scalar = fc.constantFrom('', 'a', 'b', 'AB', 'aB"\\', 'É', 'e', '1', 'true', 0, 1, 2, -2.5, true, false, null);
const doc: fc.Arbitrary<Doc> = fc.record(
  { a: scalar, b: scalar, n: fc.integer({ min: -3, max: 3 }), list: fc.array(scalar, { maxLength: 3 }) },
  { requiredKeys: [] },
);

/** What the sheet says of one value, as plainly as possible. */
function naiveOne(actual: unknown, op: string, literal: string | number | boolean): boolean {
  if (actual === undefined || actual === null) return op === 'ne';
  const text = typeof actual === 'string';
  const left = text ? actual.toLowerCase() : actual;
  const right = text
    ? String(literal).toLowerCase()
    : typeof literal === 'string' && String(actual) !== literal && typeof actual === 'number' && literal.trim() !== ''
      ? Number(literal)
      : typeof literal === 'string' && String(actual) === literal
        ? actual
        : literal;
  if (op === 'eq') return left === right;
  if (op === 'ne') return left !== right;
  if (typeof left !== typeof right || typeof left === 'boolean') return false;
  const [l, r] = [left as string, right as string];
  if (op === 'gt') return l > r;
  if (op === 'ge') return l >= r;
  if (op === 'lt') return l < r;
  if (op === 'le') return l <= r;
  if (!text) return false;
  return op === 'sw' ? l.startsWith(r) : op === 'co' ? l.includes(r) : l.endsWith(r);
}

function naive(node: Expression, row: Doc): boolean {
  if (node.kind === 'and' || node.kind === 'or') {
    const passed = node.parts.filter((part) => naive(part, row)).length;
    return node.kind === 'and' ? passed === node.parts.length : passed > 0;
  }
  if (node.kind === 'not') return !naive(node.inner, row);
  if (node.kind === 'some') throw new Error('not generated');
  const actual = row[node.path.slice(2)];
  const values = Array.isArray(actual) ? actual : [actual];
  const isEmpty = Array.isArray(actual)
    ? values.length === 0
    : actual === undefined || actual === null || actual === '';
  if (node.op === 'pr') return !isEmpty;
  const literal = node.value;
  if (literal === null) return node.op === 'ne' ? !isEmpty : isEmpty;
  if (values.length === 0) return node.op === 'ne';
  return values.some((value) => naiveOne(value, node.op, literal));
}

describe('properties', () => {
  test('a printed expression parses to itself', () => {
    fc.assert(fc.property(tree, (node) => expect(bare(parseFilter(print(node)))).toEqual(bare(node))));
  });

  test('a compiled test says what a plain interpreter says', () => {
    fc.assert(
      fc.property(tree, fc.array(doc, { maxLength: 5 }), (node, rows) => {
        const { test: compiled } = compileFilter(print(node), anything);
        for (const row of rows) expect([row, compiled(row)]).toEqual([row, naive(node, row)]);
      }),
      { numRuns: 500 },
    );
  });

  const pieces = [
    '(',
    ')',
    '[',
    ']',
    '"',
    '\\',
    ' ',
    'x.a',
    'eq',
    'pr',
    'and',
    'or',
    'not',
    '1',
    '-',
    '.',
    'null',
    'é',
  ];
  test('nothing but an OktaError comes of garbage, and soon', () => {
    const garbage = fc.oneof(
      fc.string({ maxLength: 60, unit: 'binary' }),
      fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join('')),
      fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(garbage, (text) => {
        for (const table of [anything, userSearch, userFilter, groupSearch, groupFilter]) {
          try {
            expect(typeof compileFilter(text, table as FieldTable<unknown>).test).toBe('function');
          } catch (error) {
            expect(error).toBeInstanceOf(OktaError);
            expect((error as OktaError).status).toBe(400);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test.each(pieces)('8,000 characters of %j are read at once', (piece) => {
    for (const join of ['', ' ', '"']) {
      const text = `${piece}${join}`.repeat(8000).slice(0, 8000);
      // The best of three: the machine may be busy with something else.
      const took = [1, 2, 3].map(() => {
        const begun = performance.now();
        expect(() => compileFilter(text, userSearch)).toThrow(OktaError);
        return performance.now() - begun;
      });
      expect(Math.min(...took)).toBeLessThan(50);
    }
  });

  test('an index key finds every row that an eq finds', () => {
    const name = fc.string({
      unit: fc.constantFrom('a', 'A', 'é', 'E\u0301', 'İ', 'i\u0307', 'ß', 'Σ', 'ς', 'σ', 'K'),
    });
    fc.assert(
      fc.property(name, name, (given, held) => {
        const { test: matches, within } = compileFilter(`profile.login eq ${JSON.stringify(given)}`, userSearch);
        const row = { profile: { login: held } } as unknown as UserRow;
        if (matches(row)) expect(within?.key).toBe(foldKey(held));
        expect(matches(row)).toBe(given.toLowerCase() === held.toLowerCase());
      }),
      { numRuns: 500 },
    );
  });
});

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
    ['profile.login co "x"', 'E0000031'],
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
    ['created gt "2026-01-01T00:00:00.000Z"', 'E0000053'],
    ['profile.city eq "x"', 'E0000053'],
    ['status sw "A"', 'E0000053'],
    ['status pr', 'E0000053'],
    ['status eq', 'E0000053'],
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
    expect(codeOf('profile.name eq "x"', groupFilter)).toBe('E0000053');
    expect(codeOf('created pr', groupFilter)).toBe('E0000053');
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
