import { foldKey } from '../../store/rows/spec.js';
import type { SeedGroup } from '../read/sections/groups.js';
import { type Kind, pinned } from './applying.js';

/** Groups. */
export const groups: Kind<SeedGroup> = {
  find(store, name) {
    const group = store.groups.by('name', name);
    if (group) return group.id;
    // Groups of applications may share their names with others: no index holds them.
    const isNamed = (given: unknown): boolean => foldKey(String(given)) === foldKey(name);
    return store.groups.where('type', 'APP_GROUP').find(({ profile }) => isNamed(profile.name))?.id;
  },
  add(group, { store, now }) {
    const profile = { name: group.name, ...(group.description === null ? {} : { description: group.description }) };
    store.groups.insert({
      ...pinned(group),
      type: group.type,
      objectClass: ['okta:user_group'],
      created: now,
      lastUpdated: now,
      lastMembershipUpdated: now,
      profile: { ...profile, ...group.profile },
    });
  },
};
