import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { safePattern } from '../../languages/pattern/all-ways.js';
import { type Charge, searchFor } from '../../languages/pattern/one-way.js';
import { PatternError } from '../../languages/pattern/tree.js';

const free: Charge = {
  spend: () => undefined,
  handle: () => undefined,
  tooDeep: () => {
    throw new Error('too deep');
  },
};

const find = (source: string, text: string) => searchFor(source, free).find(text, 0);
const fits = (source: string, text: string): boolean => safePattern(source)(text, () => undefined);

describe('a search', () => {
  test('finds what the run time finds, groups and all', () => {
    const part = fc.constantFrom(
      'a',
      'b',
      '.',
      '[ab]',
      '[^a]',
      '\\w',
      '(a|b)',
      '(?:ab)',
      '(a)',
      '(?=b)',
      '(?!a)',
      '\\b',
    );
    const times = fc.constantFrom('', '', '*', '+', '?', '{2}', '{1,3}', '+?', '*?');
    const plain = fc.tuple(part, times).map(([one, often]) => (/^\(\?[=!]|^\\b/.test(one) ? one : one + often));
    const pattern = fc.array(plain, { minLength: 1, maxLength: 5 }).map((all) => all.join(''));
    const texts = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 8 });
    fc.assert(
      fc.property(pattern, texts, (source, text) => {
        const expected = new RegExp(source, 'u').exec(text);
        const found = find(source, text);
        expect(found && text.slice(found.start, found.end)).toBe(expected?.[0]);
        expect(found?.start).toBe(expected?.index);
      }),
      { numRuns: 2000 },
    );
  });

  test('remembers what a group found', () => {
    expect(find('(\\w)(\\w)\\2\\1', 'xabbay')).toEqual({
      start: 1,
      end: 5,
      groups: [
        [1, 5],
        [1, 2],
        [2, 3],
      ],
    });
    expect(find('(?s)a.b', 'a\nb')).toMatchObject({ start: 0, end: 3 });
    expect(find('a.b', 'a\nb')).toBeUndefined();
  });
});

describe('both ways of matching', () => {
  test.each([
    ['\\p{Lu}+', 'ÄÖ', true],
    ['\\P{Lu}+', 'ÄÖ', false],
    ['[\\P{L}\\d]+', '1-2', true],
    ['\\p{Alpha}+', 'ä', false],
    ['\\Qa.b\\E+', 'a.bb', true],
    ['\\Aa\\z', 'a', true],
    ['(?is)a.B', 'A\nb', true],
  ])('%s and %j: %s', (source, text, expected) => {
    expect(fits(source, text)).toBe(expected);
    expect(searchFor(source, free).find(text, 0, true) !== undefined).toBe(expected);
  });

  test.each(['a**', 'a{2}{3}', '\\P{Alpha}', '(?<!a)b', '\\k<x>', 'a{1001}'])('refuse %s', (source) => {
    expect(() => safePattern(source)).toThrow(PatternError);
    expect(() => searchFor(source, free)).toThrow(PatternError);
  });
});
