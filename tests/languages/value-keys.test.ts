import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { comparison, equalKeys, valueKeys } from '../../languages/filter/compare.js';

/** Values and literals that are often equal, whatever their type and case. */
const text = fc.oneof(
  fc.constantFrom(
    '1',
    '1.0',
    '01',
    ' 1',
    '1e0',
    '-0',
    '0',
    'true',
    'TRUE',
    'false',
    '',
    'ß',
    'SS',
    'İ',
    'i\u0307',
    'K',
    '\u212a',
  ),
  fc.string({ maxLength: 3 }),
);
const scalar = fc.oneof(
  text,
  fc.boolean(),
  fc.constantFrom(0, -0, 1, 1e21, 0.1),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const value = fc.oneof(
  scalar,
  fc.constant(null),
  fc.constant(undefined),
  fc.array(fc.oneof(scalar, fc.array(scalar)), { maxLength: 3 }),
  fc.dictionary(text, scalar),
);

test.each([true, false])('whatever eq finds has a key of the literal (fold: %s)', (fold) => {
  fc.assert(
    fc.property(value, scalar, (held, literal) => {
      if (!comparison('eq', literal, fold)(held)) return;
      const keys = valueKeys(held);
      expect(equalKeys(literal).some((key) => keys.includes(key))).toBe(true);
    }),
    { numRuns: 5000 },
  );
});

test('keys tell types and texts apart', () => {
  expect(valueKeys('A')).toEqual(valueKeys('a'));
  expect(valueKeys(1)).not.toEqual(valueKeys('1'));
  expect(equalKeys('1')).toEqual(expect.arrayContaining([...valueKeys(1), ...valueKeys('1')]));
  expect(equalKeys('true')).toEqual(expect.arrayContaining([...valueKeys(true), ...valueKeys('TRUE')]));
  expect(valueKeys(['a', 'B', 3])).toEqual([...valueKeys('a'), ...valueKeys('b'), ...valueKeys(3)]);
  expect(valueKeys({ a: 1 })).toEqual([]);
});
