import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { groupFilter } from '../../handlers/groups/filters.js';
import { userFilter, userSearch } from '../../handlers/users/filters.js';
import { compileFilter } from '../../languages/filter/compile.js';
import type { GroupRow } from '../../store/rows/groups.js';
import type { UserRow } from '../../store/rows/users.js';

// Each property has an evaluator of its own that shares nothing with the product: numbers for dates, loops for paths.

/** Moments near each other, so that they are often equal, to the second as rows hold them. */
const moment = fc.integer({ min: 0, max: 120 }).map((n) => Date.UTC(2026, 1, 28, 23, 59, 0) + n * 1000);

/** One moment as any client may write it: with an offset, with or without milliseconds. */
const written = (ms: number) =>
  fc
    .record({
      offset: fc.integer({ min: -18 * 60, max: 18 * 60 }),
      digits: fc.constantFrom(0, 3, 6),
      colon: fc.boolean(),
    })
    .map(({ offset, digits, colon }) => {
      const local = new Date(ms + offset * 60_000).toISOString().slice(0, 19);
      const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60].map((n) =>
        String(n).padStart(2, '0'),
      );
      const zone = offset === 0 ? 'Z' : `${offset < 0 ? '-' : '+'}${hours}${colon ? ':' : ''}${minutes}`;
      return `${local}${digits === 0 ? '' : `.${'0'.repeat(digits)}`}${zone}`;
    });

const compared = (op: string, left: number, right: number): boolean =>
  op === 'eq'
    ? left === right
    : op === 'gt'
      ? left > right
      : op === 'ge'
        ? left >= right
        : op === 'lt'
          ? left < right
          : left <= right;

const dated = moment.chain((ms) => fc.tuple(fc.constant(ms), written(ms)));

describe('dates', () => {
  test('are compared as moments, however they are written', () => {
    fc.assert(
      fc.property(fc.constantFrom('eq', 'gt', 'ge', 'lt', 'le'), moment, dated, (op, held, [ms, text]) => {
        const time = new Date(held).toISOString();
        const row = { created: time, lastUpdated: time, lastMembershipUpdated: time };
        const expected = compared(op, held, ms);
        const asUser = row as unknown as UserRow;
        const asGroup = row as unknown as GroupRow;
        expect(compileFilter(`created ${op} "${text}"`, userSearch).test(asUser)).toBe(expected);
        expect(compileFilter(`lastUpdated ${op.toUpperCase()} "${text}"`, userFilter).test(asUser)).toBe(expected);
        expect(compileFilter(`lastMembershipUpdated ${op} "${text}"`, groupFilter).test(asGroup)).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });

  test('have days that the calendar has', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        fc.integer({ min: 1, max: 9999 }),
        (month, day, year) => {
          const text = [
            String(year).padStart(4, '0'),
            String(month).padStart(2, '0'),
            String(day).padStart(2, '0'),
          ].join('-');
          const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
          const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
          const compile = () => compileFilter(`created lt "${text}T00:00:00Z"`, userSearch);
          if (day <= days) expect(compile).not.toThrow();
          else expect(compile).toThrow('Invalid date');
        },
      ),
    );
  });
});

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
const names = ['a', 'b', 'constructor'];
const json = fc.letrec<{ value: Json; scalar: Json }>((tie) => ({
  scalar: fc.constantFrom<Json>('', 'x', 'X', 'xy', 'é', 0, 1, true, false, null),
  value: fc.oneof(
    { depthSize: 'small' },
    tie('scalar'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 3 }),
  ),
})).value;

/** All that a path leads to; through a list to every element. */
function reached(value: Json | undefined, path: readonly string[]): Json[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((one) => reached(one, path));
  const [name, ...rest] = path;
  if (name === undefined) return value === null ? [] : [value as Json];
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return [];
  return reached((value as { readonly [name: string]: Json })[name], rest);
}

describe('profile properties', () => {
  const path = fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 3 });
  const flat = (value: Json | undefined): boolean =>
    !Array.isArray(value) || value.every((one) => !Array.isArray(one) && flatInside(one));
  const flatInside = (value: Json): boolean =>
    typeof value !== 'object' ||
    value === null ||
    Object.values(value).every((one) => flat(one) && flatInside(one as Json));

  test('are found through objects and lists, and nothing that an object inherits is one', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...names), json, { maxKeys: 3 }),
        path,
        fc.constantFrom('x', 'X', 'xy', 'É'),
        (held, at, literal) => {
          fc.pre(flatInside(held));
          const row = { profile: held } as unknown as UserRow;
          const found = reached(held, at).filter((one) => typeof one === 'string');
          const folded = literal.toLowerCase();
          const where = `profile.${at.join('.')}`;
          const passes = (rest: string): boolean => compileFilter(`${where} ${rest}`, userSearch).test(row);
          expect(passes(`eq ${JSON.stringify(literal)}`)).toBe(found.some((one) => one.toLowerCase() === folded));
          expect(passes(`sw ${JSON.stringify(literal)}`)).toBe(
            found.some((one) => one.toLowerCase().startsWith(folded)),
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('case', () => {
  test('counts in a filter and not in a search; diacritics always do', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'A', 'á', 'Á', 'ß', '"', '\\', '\u0000', '\n', '(', ' ') });
    fc.assert(
      fc.property(name, name, (held, asked) => {
        const row = { profile: { firstName: held } } as unknown as UserRow;
        const text = `profile.firstName eq ${JSON.stringify(asked)}`;
        expect(compileFilter(text, userFilter).test(row)).toBe(held === asked);
        expect(compileFilter(text, userSearch).test(row)).toBe(held.toLowerCase() === asked.toLowerCase());
      }),
      { numRuns: 500 },
    );
  });
});
