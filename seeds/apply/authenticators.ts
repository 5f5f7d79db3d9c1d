import { entryOf } from '../../objects/authenticators/catalog.js';
import { foldKey } from '../../store/rows/spec.js';
import type { SeedAuthenticator } from '../read/sections/authenticators.js';
import { type Kind, pinned } from './applying.js';

/** Authenticators. What a seed says of settings is added to the usual ones. */
export const authenticators: Kind<SeedAuthenticator> = {
  find: (store, name) => store.authenticators.all().find((row) => foldKey(row.name) === foldKey(name))?.id,
  add(item, { store, now }) {
    const { key, name, status, provider } = item;
    const entry = entryOf(key);
    const settings = entry?.settings || item.settings ? { ...entry?.settings, ...item.settings } : undefined;
    store.authenticators.insert({
      ...pinned(item),
      key,
      type: entry?.type ?? '',
      name,
      status,
      created: now,
      lastUpdated: now,
      ...(settings ? { settings } : {}),
      ...(provider ? { provider } : {}),
    });
  },
};
