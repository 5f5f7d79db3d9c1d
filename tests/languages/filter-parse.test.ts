import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { OktaError } from '../../contract/errors.js';
import { groupFilter, groupSearch } from '../../handlers/groups/filters.js';
import { userFilter, userSearch } from '../../handlers/users/filters.js';
import { compileFilter, type FieldTable, parseFilter } from '../../languages/filter/compile.js';
import type { Comparison, Expression } from '../../languages/filter/parse.js';
import { foldKey } from '../../store/rows/spec.js';
import type { UserRow } from '../../store/rows/users.js';
import { anything, type Doc } from '../support/any-field.js';

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

/** The problem that a table was told of. */
function problemOf(text: string, table = anything): { kind: string; position: number; found: string } {
  try {
    compileFilter(text, table);
  } catch (error) {
    return JSON.parse((error as OktaError).summary);
  }
  throw new Error(`accepted: ${text}`);
}

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

  test.each(pieces)('8,000 characters of %j are refused', (piece) => {
    for (const join of ['', ' ', '"']) {
      const text = `${piece}${join}`.repeat(8000).slice(0, 8000);
      expect(() => compileFilter(text, userSearch)).toThrow(OktaError);
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
