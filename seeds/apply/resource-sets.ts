import type { SeedResourceSet } from '../read/sections/resource-sets.js';
import type { Kind } from './applying.js';

/** Resource sets. */
export const resourceSets: Kind<SeedResourceSet> = {
  nameOf: ({ label }) => label,
  find: (store, label) => store.resourceSets.by('label', label)?.id,
  add: (set, { store, now }) => store.resourceSets.insert({ ...set, created: now, lastUpdated: now }),
};
