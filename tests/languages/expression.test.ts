import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compileExpression, ExpressionError, type Subject } from '../../languages/expression/compile.js';
import { safePattern } from '../../languages/pattern/all-ways.js';
import { PatternError } from '../../languages/pattern/tree.js';

const subject: Subject = {
  id: '00u1',
  status: 'ACTIVE',
  profile: { firstName: 'Ada', lastName: 'Love Lace', level: 3, tags: ['a', 'b'], empty: '', active: true },
  groups: () => [{ id: '00g1', name: 'West Sales' }],
};

const matches = (text: string): boolean => compileExpression(text, () => true).matches(subject);

describe('what an expression says of a user', () => {
  test.each([
    ['user.firstName == "Ada"', true],
    ["user.firstName == 'ada'", false],
    ['user.firstName eq "Ada" AND user.level gt 2', true],
    ['user.firstName != "Ada" || user.level >= 3', true],
    ['not (user.level < 3) and !(user.level le 2)', true],
    ['user.missing == null', true],
    ['user.empty == ""', true],
    ['user.empty == null', false],
    ['user.active', true],
    ['user.missing', false],
    ['user.firstName', false],
    ['user.level > "2"', false],
    ['user.level + 1 == 4', true],
    ['user.firstName + "!" == "Ada!"', true],
    ['user.tags[1] == "b"', true],
    ['user.tags[7] == null', true],
    ['(user.level > 2 ? "high" : "low") == "high"', true],
    ['(user.missing ?: "none") == "none"', true],
    ['user.firstName matches "(?i)a.a"', true],
    ['user.firstName matches "A"', false],
    ['user.firstName matches "\\w{3}"', true],
    ['user.firstName matches "\\\\w{3}"', true],
    ['user.firstName matches "(?:A|d|a)+"', true],
    ['user.firstName matches "([A-Z][a-z]*)+"', true],
    ['user.firstName matches "[^A]da"', false],
    ['user.firstName matches "^Ada$"', true],
    ['user.firstName matches "\\bAda\\b"', true],
    ['user.firstName matches "A\\Bda"', true],
    ['user.firstName matches "(?i)[a]DA"', true],
    ['user.firstName matches "\\p{Upper}\\p{Lower}+?"', true],
    ['user.firstName matches "\\QAda\\E"', true],
    ['user.firstName matches "A\\x64\\u0061"', true],
    ['user.firstName matches "Ad|da"', false],
    ['user.firstName matches "Ada|"', true],
    ['user.lastName matches "[\\w-. ]+"', true],
    ['user.lastName matches "[\\s\\S]{9}"', true],
    ['user.lastName matches "[\\s\\S]{10,}"', false],
    ['user.lastName matches "Love.Lac{1,2}e?"', true],
    ['user.empty matches ""', true],
    ['String.startsWith(user.firstName, "A")', true],
    ['String.startsWith(user.missing, "A")', false],
    ['String.stringContains(user.lastName, "Lace")', true],
    ['String.toLowerCase(user.firstName) == "ada"', true],
    ['String.toUpperCase("x") == "X"', true],
    ['String.len(user.lastName) == 9', true],
    ['String.removeSpaces(user.lastName) == "LoveLace"', true],
    ['String.replace("a-b-c", "-", "") == "abc"', true],
    ['String.replaceFirst("a-b-c", "-", "") == "ab-c"', true],
    ['String.substring("sandbox", 0, 4) == "sand"', true],
    ['String.substring("sandbox", 4, 40) == "box"', false],
    ['String.substringAfter("a@b", "@") == "b"', true],
    ['String.substringBefore("a@b", "@") == "a"', true],
    ['String.append("a", "b") == "ab"', true],
    ['String.join(",", "a", "b") == "a,b"', true],
    ['String.stringSwitch(user.lastName, "none", "Lace", "yes") == "yes"', true],
    ['Arrays.contains(user.tags, "a") and Arrays.size(user.tags) == 2', true],
    ['Arrays.isEmpty(user.missing)', true],
    ['Arrays.contains({1, 3}, user.level)', true],
    ['user.getInternalProperty("status") == "ACTIVE"', true],
    ['isMemberOfGroup("00g1")', true],
    ['isMemberOfAnyGroup("00g2", "00g1")', true],
    ['isMemberOfGroupName("West Sales")', true],
    ['isMemberOfGroupNameStartsWith("West")', true],
    ['isMemberOfGroupNameContains("Sal")', true],
    ['isMemberOfGroupNameRegex("West.*")', true],
    ['isMemberOfGroupNameRegex("Sales")', false],
  ])('%s is %s', (text, expected) => {
    expect(matches(text)).toBe(expected);
  });
});

test('attributes and group functions are told', () => {
  const rule = compileExpression('user.a == "user.b" and isMemberOfGroup("x")', () => true);
  expect([[...rule.attributes], rule.usesGroups]).toEqual([['a'], true]);
});

const words = fc.constantFrom(
  ...['user.', 'firstName', '(', ')', '{', '}', '[', ']', ' and ', ' == ', '"', "'", '!', '?', ':', ',', '1'],
  ...['String.', 'len', 'matches ', '__proto__', 'constructor', '.'],
);

test('no text does anything but compile or be refused', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(words, { maxLength: 400 }).map((parts) => parts.join('')),
      ),
      (text) => {
        try {
          compileExpression(text, () => true).matches(subject);
        } catch (error) {
          expect(error).toBeInstanceOf(ExpressionError);
        }
      },
    ),
    { numRuns: 500 },
  );
});

describe('what an evaluation costs', () => {
  /** The steps of one evaluation for a user whose nickname is this text. */
  function steps(expression: string, nickName: string): { readonly steps: number; readonly matches: boolean } {
    let spent = 0;
    const matches = compileExpression(expression, () => true).matches({
      ...subject,
      profile: { nickName },
      spend(some) {
        spent += some;
      },
    });
    return { steps: spent, matches };
  }

  test.each([
    'user.nickName matches "(a+)+b"',
    'user.nickName matches "(a|aa|a?)*b"',
    'user.nickName matches "((a*)*)*b"',
    'user.nickName matches "(.*)(.*)(.*)(.*)(.*)b"',
    'user.nickName matches "(a{0,9}){0,9}b"',
  ])('%s grows with the length of the text, not with its power', (expression) => {
    const [one, two] = [steps(expression, 'a'.repeat(100)), steps(expression, 'a'.repeat(200))];
    expect([one.matches, two.matches]).toEqual([false, false]);
    expect(two.steps / one.steps).toBeLessThan(2.1);
    expect(steps(expression, `${'a'.repeat(50)}b`).matches).toBe(true);
  });

  test('a text and a pattern that cost too much together are stopped, and do not match', () => {
    const found = steps('user.nickName matches ".*.*.*.*.*.*.*.*b"', 'a'.repeat(10_000));
    expect([found.matches, found.steps]).toEqual([false, expect.closeTo(100_000, -3)]);
  });

  test('texts that multiply are stopped before they are made', () => {
    let expression = 'user.nickName';
    for (let n = 0; n < 20; n++) expression = `String.replace(${expression}, "a", "aaaaaaaaaaaaaaaaaaaaaaaa")`;
    expect(steps(`${expression} != "x"`, 'a')).toMatchObject({ matches: false });
    expect(steps('String.replace(user.nickName, "", "b") != "x"', 'a'.repeat(9000)).matches).toBe(false);
    expect(steps('String.len(String.replace(user.nickName, "", "b")) == 5', 'aa').matches).toBe(true);
  });

  test('an expression of the largest size stays within its steps', () => {
    const expression = Array.from({ length: 90 }, () => 'String.len(user.nickName)').join(' + ');
    const { steps: spent } = steps(
      `${expression.slice(0, 1990)} > 1`.replace(/ \+ [^+]*$/, ' > 1'),
      'a'.repeat(10_000),
    );
    expect(spent).toBeLessThanOrEqual(101_000);
  });
});

test.each([
  '(a',
  'a)',
  '*a',
  'a{2,1}',
  '[a',
  '[z-a]',
  'a++',
  '(?<=a)b',
  '(?!a)b',
  '(a)\\1',
  '(?x)a',
  'a{1001}',
  '\\p{Nope}',
  '(((((((((((((((((((((((((((((((((a)))))))))))))))))))))))))))))))))',
  '((((){1000}){1000}){1000}x{1000}){1000}',
])('the pattern %s is refused', (pattern) => {
  expect(() => safePattern(pattern)).toThrow(PatternError);
});

test('patterns say what the run time says of the same text', () => {
  const part = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\w', '(a|b)', '(?:ab)', '(a*)', '|', '^', '$', '\\b');
  const times = fc.constantFrom('', '', '*', '+', '?', '{2}', '{1,3}', '{2,}');
  const pattern = fc
    .array(fc.tuple(part, times), { maxLength: 6 })
    .map((all) => all.map((one) => one.join('')).join(''));
  fc.assert(
    fc.property(pattern, fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 8 }), (source, text) => {
      let expected: boolean;
      try {
        expected = new RegExp(`^(?:${source})$`, 'u').test(text);
      } catch {
        return;
      }
      expect(safePattern(source)(text, () => undefined)).toBe(expected);
    }),
    { numRuns: 2000 },
  );
});
