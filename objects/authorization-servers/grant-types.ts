/** The grant in which no user takes part. */
export const CLIENT_ONLY = 'client_credentials';

const EXTENSION = 'urn:ietf:params:oauth:grant-type:';

/** The grants that a rule can be for (facts: authorization-server). */
export const grantTypes: readonly string[] = [
  ...['authorization_code', 'implicit', 'password', CLIENT_ONLY, 'interaction_code'],
  ...['device_code', 'token-exchange', 'saml2-bearer', 'jwt-bearer'].map((name) => EXTENSION + name),
  'urn:openid:params:grant-type:ciba',
];
