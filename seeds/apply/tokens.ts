import { tokenHash } from '../../objects/secrets/token-hash.js';
import type { SeedToken } from '../read/sections/tokens.js';
import { type Kind, pinned } from './applying.js';

/** API tokens, kept as hashes. */
export const tokens: Kind<SeedToken> = {
  find: (store, name) => store.tokens.all().find((token) => token.name === name)?.id,
  add(token, { store, now, idOf }) {
    store.tokens.insert({
      ...pinned(token),
      name: token.name,
      userId: idOf('users', token.user),
      hash: tokenHash(token.value),
      created: now,
    });
  },
};
