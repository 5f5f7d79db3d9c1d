import { groupBase, groupSchemaText, userBase, userTemplateDescription } from '../../objects/schemas/template.js';
import type { SeedUserType } from '../read/sections/user-types.js';
import { type Kind, pinned } from './applying.js';

/** User types, each with its schema, and the schema of groups. */
export const userTypes: Kind<SeedUserType> = {
  find: (store, name) => store.userTypes.by('name', name)?.id,
  add(type, { store, ids, now }) {
    // One system principal made all that an org begins with.
    const principal = store.userTypes.all()[0]?.createdBy ?? ids.next('spr');
    const row = store.userTypes.insert({
      ...pinned(type),
      name: type.name,
      displayName: type.displayName,
      description: type.description,
      createdBy: principal,
      lastUpdatedBy: principal,
      created: now,
      lastUpdated: now,
      default: type.default,
    });
    store.schemas.insert({
      id: `osc${row.id.slice(3)}`,
      of: 'user',
      name: type.name,
      title: type.displayName,
      description: type.description ?? userTemplateDescription,
      created: now,
      lastUpdated: now,
      base: userBase,
      custom: type.properties,
    });
  },
  finish(_, { seed, store, now }) {
    store.schemas.insert({
      id: 'group',
      of: 'group',
      ...groupSchemaText,
      created: now,
      lastUpdated: now,
      base: groupBase,
      custom: seed.groupProperties,
    });
  },
};
