import { expect, test } from '@jest/globals';
import { Clock } from '../../store/clock.js';

const START = Date.UTC(2026, 0, 1);

test.each([Number.NaN, Number.POSITIVE_INFINITY, 1e300, -1])(
  'a clock does not go to %s, and stays where it is',
  (ms) => {
    const clock = new Clock(START);
    for (const move of [() => clock.set(ms), () => clock.freeze(ms), () => clock.advance(ms - START)]) {
      expect(move).toThrow(/milliseconds since 1970/);
      expect(clock.now()).toBe(START);
    }
  },
);

test.each<[unknown, string]>([
  ['60000', '"60000"'],
  [new Date(START), 'a Date: give its getTime()'],
  [null, 'null'],
])('a clock takes no %s for a number', (given, called) => {
  const clock = new Clock(START);
  const ms = given as number;
  for (const move of [() => clock.set(ms), () => clock.freeze(ms), () => clock.advance(ms)]) {
    expect(move).toThrow(`The clock takes a number of milliseconds, and this is ${called}.`);
    expect(clock.now()).toBe(START);
  }
});

test('the last moment is a century before the last year that times are written in, and may pass', () => {
  const clock = new Clock();
  const last = Date.UTC(9900, 0, 1) - 1;
  expect(() => clock.set(last + 1)).toThrow(/up to the year 9899/);
  clock.set(last);
  const from = Date.now();
  while (Date.now() === from);
  clock.freeze();
  expect(clock.now()).toBeGreaterThan(last);
  expect(clock.timestamp()).toBe('9900-01-01T00:00:00.000Z');
});
