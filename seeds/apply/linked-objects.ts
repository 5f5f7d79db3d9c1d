import type { SeedLinkedObject } from '../read/sections/linked-objects.js';
import { type Kind, pinned } from './applying.js';
import { loginOf } from './users.js';

/** Relations between users, then who is linked to whom. */
export const linkedObjects: Kind<SeedLinkedObject> = {
  nameOf: (relation) => relation.primary.name,
  find: (store, name) => store.linkedObjects.by('name', name)?.id,
  add(relation, { store }) {
    store.linkedObjects.insert({
      ...pinned(relation),
      primary: { ...relation.primary, type: 'USER' },
      associated: { ...relation.associated, type: 'USER' },
    });
  },
  finish(_, { seed, store, idOf }) {
    for (const user of seed.users) {
      for (const [relation, login] of Object.entries(user.links)) {
        store.links.insert({
          definitionId: idOf('linkedObjects', relation),
          primaryId: idOf('users', login),
          associatedId: idOf('users', loginOf(user)),
        });
      }
    }
  },
};
