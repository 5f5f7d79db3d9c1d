import type { SeedZone } from '../read/sections/zones.js';
import type { Kind } from './applying.js';

/** Network zones. */
export const zones: Kind<SeedZone> = {
  find: (store, name) => store.zones.by('name', name)?.id,
  add: (zone, { store, now }) => store.zones.insert({ ...zone, created: now, lastUpdated: now }),
};
