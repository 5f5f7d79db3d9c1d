import type { OperationsOf } from '../routes.js';

/** The operations of AuthorizationServer that are not written yet. */
export const authorizationServer = [
  'listOAuth2ClientsForAuthorizationServer',
  'listRefreshTokensForAuthorizationServerAndClient',
  'revokeRefreshTokensForAuthorizationServerAndClient',
  'getRefreshTokenForAuthorizationServerAndClient',
  'revokeRefreshTokenForAuthorizationServerAndClient',
] as const satisfies readonly OperationsOf<'AuthorizationServer'>[];
