import { StateFileError } from '../../store/errors.js';

/** Years that no org's clock is likely to be set to, and far enough from the end of all times. */
const FIRST = 2200;
const LAST = 9990;

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const LENGTH = '2026-01-31T08:00:00.000Z'.length;

function look(value: unknown, years: Set<number>): void {
  if (typeof value === 'string') {
    if (value.length === LENGTH && TIME.test(value)) years.add(Number(value.slice(0, 4)));
  } else if (Array.isArray(value)) for (const item of value) look(item, years);
  else if (typeof value === 'object' && value !== null) {
    for (const name in value) {
      look(name, years);
      look((value as Record<string, unknown>)[name], years);
    }
  }
}

/**
 * A year that a seed tells no time of, nor of the one after: all times there are the clock's.
 * @throws StateFileError where it tells times of all of them
 */
export function freeYear(seed: object): number {
  const years = new Set<number>();
  look(seed, years);
  for (let year = LAST; year >= FIRST; year--) if (!years.has(year) && !years.has(year + 1)) return year;
  throw new StateFileError(`The seed tells times of nearly every year from ${FIRST} to ${LAST}. Nothing was changed.`);
}
