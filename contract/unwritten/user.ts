import type { OperationsOf } from '../routes.js';

/** The operations of User that are not written yet. */
export const user = [
  'listUserClients',
  'listGrantsForUserAndClient',
  'revokeGrantsForUserAndClient',
  'listRefreshTokensForUserAndClient',
  'revokeTokensForUserAndClient',
  'getRefreshTokenForUserAndClient',
  'revokeTokenForUserAndClient',
  'listUserGrants',
  'revokeUserGrants',
  'getUserGrant',
  'revokeUserGrant',
  'listUserIdentityProviders',
] as const satisfies readonly OperationsOf<'User'>[];
