import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compileExpression, ExpressionError, type Subject } from '../handlers/groups/expression/index.js';

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

test('no text does anything but compile or be refused, and quickly', () => {
  const words = fc.constantFrom(
    'user.',
    'firstName',
    '(',
    ')',
    '{',
    '}',
    '[',
    ']',
    ' and ',
    ' == ',
    '"',
    "'",
    '!',
    '?',
    ':',
    ',',
    '1',
    'String.',
    'len',
    'matches ',
    '__proto__',
    'constructor',
    '.',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(words, { maxLength: 400 }).map((parts) => parts.join('')),
      ),
      (text) => {
        const start = performance.now();
        try {
          compileExpression(text, () => true).matches(subject);
        } catch (error) {
          expect(error).toBeInstanceOf(ExpressionError);
        }
        expect(performance.now() - start).toBeLessThan(1000);
      },
    ),
    { numRuns: 500 },
  );
});
