import type { SeedCustomRole } from '../read/sections/custom-roles.js';
import type { Kind } from './applying.js';

/** Custom roles. */
export const customRoles: Kind<SeedCustomRole> = {
  nameOf: ({ label }) => label,
  find: (store, label) => store.customRoles.by('label', label)?.id,
  add: (role, { store, now }) => store.customRoles.insert({ ...role, created: now, lastUpdated: now }),
};
