import type { HandlersOf } from '../../contract/operations.js';
import { appLinks } from './app-links.js';
import { createUser } from './create.js';
import { credentialHandlers } from './credentials.js';
import { userGrants } from './grants.js';
import { listUserIdentityProviders } from './identity-providers.js';
import { userLifecycleHandlers } from './lifecycle.js';
import { linkedObjectValues } from './linked-objects.js';
import { userTokens } from './oauth-tokens.js';
import { readUsers } from './read.js';
import { userRoles } from './roles.js';
import { userSubscriptions } from './subscriptions.js';
import { partialUpdateUser, updateUser } from './update.js';

/** The operations of the User group (facts: users). */
export const users = {
  ...readUsers,
  createUser,
  partialUpdateUser,
  updateUser,
  ...userLifecycleHandlers,
  ...credentialHandlers,
  ...linkedObjectValues,
  listUserIdentityProviders,
  ...userTokens,
  ...userGrants,
  ...appLinks,
  ...userRoles,
  ...userSubscriptions,
} satisfies HandlersOf<'User'>;
