import { beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { OktaError } from '../../contract/errors.js';
import { Links } from '../../contract/links.js';
import { logFilter } from '../../handlers/logs/filter.js';
import { keywordTest } from '../../handlers/logs/keywords.js';
import { compileFilter } from '../../languages/filter/compile.js';
import { eventView } from '../../objects/logs/view.js';
import { job, logsOf, row, team, types, user, word } from '../support/logs.js';
import { suiteOrg } from '../support/org.js';
import { expectLogRefusal } from '../support/refused.js';

const links = new Links('https://sandbox.example');

const org = suiteOrg();

const { write, find } = logsOf(org);

/** What stands at a path of a shown event: every value, lists opened. */
function valuesAt(value: unknown, names: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((element) => valuesAt(element, names));
  const [name, ...rest] = names;
  if (name === undefined) return value === null || value === undefined ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return valuesAt((value as Record<string, unknown>)[name], rest);
}

/** Every path to a value that is neither an object nor a list. */
function pathsOf(value: unknown, prefix: string): string[] {
  if (Array.isArray(value)) return value.flatMap((element) => pathsOf(element, prefix));
  if (typeof value !== 'object' || value === null) return [prefix];
  return Object.entries(value).flatMap(([name, member]) => pathsOf(member, prefix ? `${prefix}.${name}` : name));
}

const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
};

describe('keywords', () => {
  beforeEach(() => {
    write('user.lifecycle.create', [user]);
    write('group.user_membership.add', [team], { debugData: { nested: { deep: ['Purple Rain'] } } }, job);
  });

  test.each<[string, number[]]>([
    ['jane', [0]],
    ['JANE doe', [0]],
    ['jan', []],
    ['jane@acme.example', [0]],
    ['acme', []],
    ['north-west', [1]],
    ['north', [1]],
    ['west team', [1]],
    ['orth-west', []],
    ['jane team', []],
    ['user.lifecycle.create', [0]],
    ['purple', [1]],
    ['system@okta.com', [1]],
    ['203.0.113.9', [0]],
    ['req', [0, 1]],
    ['2026-01-15T09:30:00.000Z', [0, 1]],
    ['okta-sdk-nodejs/6.6.0', [0]],
    ['okta', [0, 1]],
    ['', [0, 1]],
    ['   ', [0, 1]],
  ])('%j', async (q, expected) => {
    expect(types(await find({ q }))).toEqual(
      expected.map((n) => ['user.lifecycle.create', 'group.user_membership.add'][n]),
    );
  });

  test('the UUID and its parts', async () => {
    const { uuid } = (await find()).body[0];
    expect(types(await find({ q: uuid.toUpperCase() }))).toEqual(['user.lifecycle.create']);
    expect(types(await find({ q: uuid.slice(0, 8) }))).toEqual(['user.lifecycle.create']);
    expect(types(await find({ q: uuid.slice(0, 7) }))).toEqual([]);
  });

  test('refuses too many and too long ones', async () => {
    const long =
      'Freeform search cannot contain items longer than 40 characters. Please shorten the items in your search or use an advanced filter to query by specific fields.';
    expectLogRefusal(
      await find({ q: `jane ${'x'.repeat(41)}` }),
      'E0000001',
      `Api validation failed: 'q': ${long}`,
      `q: ${long}`,
    );
    expect((await find({ q: 'x'.repeat(40) })).status).toBe(200);
    const many = 'Freeform search cannot contain more than 10 items.';
    const q = Array.from({ length: 11 }, (_, n) => `word${n}`).join(' ');
    expectLogRefusal(await find({ q }), 'E0000001', `Api validation failed: 'q': ${many}`, `q: ${many}`);
    expect((await find({ q: q.slice(0, -7) })).status).toBe(200);
  });
});

describe('the stored row', () => {
  test('answers a filter on every path as the shown event would', () => {
    fc.assert(
      fc.property(row, (stored) => {
        const shown = JSON.parse(JSON.stringify(eventView(stored, links)));
        for (const path of pathsOf(shown, '')) {
          if (path === 'published') continue;
          const values = valuesAt(shown, path.split('.'));
          const passes = (rest: string): boolean => compileFilter(`${path} ${rest}`, logFilter).test(stored);
          expect([path, passes('pr')]).toEqual([path, values.some((value) => value !== '')]);
          for (const value of values) {
            if (typeof value !== 'object') expect([path, passes(`eq ${JSON.stringify(value)}`)]).toEqual([path, true]);
          }
          expect(passes('eq "nowhere to be found"')).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('answers keywords as the shown event would', () => {
    fc.assert(
      fc.property(row, fc.array(fc.nat(), { minLength: 1, maxLength: 3 }), word, (stored, picks, other) => {
        const words = textsOf(eventView(stored, links)).flatMap((text) => {
          const whole = text.toLowerCase().split(/\s+/).filter(Boolean);
          return [...whole, ...whole.flatMap((part) => part.split('-')).filter(Boolean)];
        });
        const picked = picks.map((n) => words[n % words.length] ?? '').filter((text) => text.length <= 40);
        expect([picked, keywordTest(picked.join(' '))(stored)]).toEqual([picked, true]);
        for (const made of [other, `${other}x`, other.slice(1)]) {
          const holds = made.split(/\s+/).every((part) => part === '' || words.includes(part.toLowerCase()));
          expect([made, keywordTest(made)(stored)]).toEqual([made, holds]);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('no filter, keyword or window breaks the log', async () => {
    write('user.lifecycle.create');
    const piece = fc.constantFrom(
      '(',
      ')',
      '"',
      ' eq ',
      'actor.id',
      'a_b',
      ' pr',
      ' and ',
      '\\',
      'é',
      '2026-01-15',
      '+',
    );
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('filter', 'q', 'since', 'until', 'after', 'limit', 'sortOrder'),
        text,
        async (name, value) => {
          const { status, body } = await find({ [name]: value });
          expect([value, [200, 400].includes(status)]).toEqual([value, true]);
          if (status === 400) expect(body.errorCode).toMatch(/^E0000/);
        },
      ),
      { numRuns: 150 },
    );
  });
});

test('a refusal is an OktaError of the log form', () => {
  try {
    compileFilter('x', logFilter);
    throw new Error('accepted');
  } catch (error) {
    expect(error).toBeInstanceOf(OktaError);
    expect((error as OktaError).details.form).toBe('log');
  }
});
