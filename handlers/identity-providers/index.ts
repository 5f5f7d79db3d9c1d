import type { HandlersOf } from '../../contract/operations.js';
import { crud } from './crud.js';
import { csrs } from './csrs.js';
import { trustKeys } from './keys.js';
import { signingKeys } from './signing-keys.js';
import { idpUsers } from './users.js';

/** The operations of the IdentityProvider group (facts: identity-provider). */
export const identityProviders = {
  ...crud,
  ...trustKeys,
  ...signingKeys,
  ...csrs,
  ...idpUsers,
} satisfies HandlersOf<'IdentityProvider'>;
