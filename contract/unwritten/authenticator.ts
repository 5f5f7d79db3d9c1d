import type { OperationsOf } from '../routes.js';

/** The operations of Authenticator that are not written yet. */
export const authenticator = [
  'listAuthenticators',
  'createAuthenticator',
  'getAuthenticator',
  'updateAuthenticator',
  'activateAuthenticator',
  'deactivateAuthenticator',
] as const satisfies readonly OperationsOf<'Authenticator'>[];
