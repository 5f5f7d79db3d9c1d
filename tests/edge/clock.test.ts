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
