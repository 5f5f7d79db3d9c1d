import type { SeedTrustedOrigin } from '../read/sections/trusted-origins.js';
import type { Kind } from './applying.js';

/** Trusted origins, made by whom the seed's first token belongs to. */
export const trustedOrigins: Kind<SeedTrustedOrigin> = {
  find: (store, name) => store.trustedOrigins.by('name', name)?.id,
  add({ scopes, ...origin }, { store, seed, now, idOf }) {
    const owner = seed.tokens[0]?.user;
    const by = owner === undefined ? (store.users.all()[0]?.id ?? '') : idOf('users', owner);
    store.trustedOrigins.insert({
      ...origin,
      scopes: scopes.map((type) => (type === 'IFRAME_EMBED' ? { type, allowedOktaApps: [] } : { type })),
      created: now,
      createdBy: by,
      lastUpdated: now,
      lastUpdatedBy: by,
    });
  },
};
