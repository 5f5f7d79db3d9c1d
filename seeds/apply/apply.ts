import type { Clock } from '../../store/clock.js';
import type { IdSource } from '../../store/ids.js';
import type { Store } from '../../store/types.js';
import type { SectionName, Seed } from '../types.js';
import type { Applying } from './applying.js';
import { kindOf, nameOf, sectionNames } from './kinds.js';
import { applyOrg } from './org.js';

/** What a seed's rows are made with. */
export interface Into {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: IdSource;
}

/** @param before applies what is about to be named */
function applying(seed: Seed, { store, clock, ids }: Into, before: (section: SectionName) => void): Applying {
  // Some kinds have no index of their names, and a seed may name the same item for thousands of others.
  const known = new Map<string, string>();
  return {
    seed,
    store,
    ids,
    now: clock.timestamp(),
    idOf(section, name) {
      const key = `${section} ${name}`;
      let id = known.get(key);
      if (id !== undefined) return id;
      before(section);
      id = kindOf(section).find(store, name);
      if (id === undefined) throw new Error(`the seed names "${name}" of ${section}, which is not there`);
      known.set(key, id);
      return id;
    },
  };
}

/**
 * Fills an empty store with what a seed holds. Times that the seed does not give are the clock's. Writes no log event.
 * Call it inside a transaction.
 */
export function applySeed(seed: Seed, store: Store, clock: Clock, ids: IdSource): void {
  const begun = new Set<SectionName>();
  const apply = (section: SectionName): void => {
    if (begun.has(section)) return;
    begun.add(section);
    const kind = kindOf(section);
    for (const item of seed[section]) kind.add(item, into);
    kind.finish?.(seed[section], into);
  };
  const into = applying(seed, { store, clock, ids }, apply);
  applyOrg(seed.org, into);
  for (const section of sectionNames) apply(section);
}

/**
 * Adds those items of a section that an org lacks, by their names: what a new kind of default object is to orgs that
 * were made before it. Call it inside a transaction.
 */
export function addMissing(section: SectionName, seed: Seed, into: Into): void {
  const kind = kindOf(section);
  const to = applying(seed, into, () => {});
  for (const item of seed[section]) {
    if (kind.find(into.store, nameOf(section, item)) === undefined) kind.add(item, to);
  }
}
