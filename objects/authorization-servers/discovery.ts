import type { Links } from '../../contract/links.js';
import type { AuthorizationServerRow, OAuth2ClaimRow, OAuth2ScopeRow } from '../../store/rows/authorization-servers.js';
import type { Store } from '../../store/types.js';
import type { MetadataName } from './names.js';
import { issuerOf } from './view.js';

/** A document that tells clients where a server's endpoints are and what it can do. No member of it is null. */
export type Metadata = Readonly<Record<string, string | boolean | readonly string[]>>;

const responseTypes = ['code', 'id_token', 'code id_token', 'code token', 'id_token token', 'code id_token token'];
const responseModes = ['query', 'fragment', 'form_post', 'okta_post_message'];
const grantTypes = [
  'authorization_code',
  'implicit',
  'refresh_token',
  'password',
  'urn:ietf:params:oauth:grant-type:device_code',
  'urn:openid:params:grant-type:ciba',
];
const clientAuthentication = [
  'client_secret_basic',
  'client_secret_post',
  'client_secret_jwt',
  'private_key_jwt',
  'none',
];
const requestSigning = ['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512'];

/** What ID tokens hold, whatever a server's claims are. */
const tokenClaims = ['iss', 'ver', 'sub', 'aud', 'iat', 'exp', 'jti', 'auth_time', 'amr', 'idp', 'nonce'];
const hashClaims = ['at_hash', 'c_hash'];
const profileClaims = [
  ...['name', 'nickname', 'preferred_username', 'given_name', 'middle_name', 'family_name', 'email'],
  ...['email_verified', 'profile', 'zoneinfo', 'locale', 'address', 'phone_number', 'picture', 'website'],
  ...['gender', 'birthdate', 'updated_at'],
];
const accessClaims = ['ver', 'jti', 'iss', 'aud', 'iat', 'exp', 'cid', 'uid', 'scp', 'sub'];

/** The scopes of the org's own server. */
const orgScopes = ['openid', 'email', 'profile', 'address', 'phone', 'offline_access', 'groups', 'device_sso'];

/** What a document is made from. */
interface Facts {
  readonly issuer: string;
  /** What the endpoints' paths begin with. */
  readonly endpoints: string;
  /** Clients are registered with the org, whichever server they use. */
  readonly registration: string;
  readonly scopes: readonly string[];
  readonly identityClaims: readonly string[];
  readonly accessClaims: readonly string[];
}

/** What both documents say. */
const shared = ({ issuer, endpoints, registration, scopes }: Facts): Metadata => ({
  issuer,
  authorization_endpoint: `${endpoints}/authorize`,
  token_endpoint: `${endpoints}/token`,
  registration_endpoint: registration,
  jwks_uri: `${endpoints}/keys`,
  response_modes_supported: responseModes,
  subject_types_supported: ['public'],
  scopes_supported: scopes,
  token_endpoint_auth_methods_supported: clientAuthentication,
  code_challenge_methods_supported: ['S256'],
  introspection_endpoint: `${endpoints}/introspect`,
  introspection_endpoint_auth_methods_supported: clientAuthentication,
  revocation_endpoint: `${endpoints}/revoke`,
  revocation_endpoint_auth_methods_supported: clientAuthentication,
  end_session_endpoint: `${endpoints}/logout`,
  request_parameter_supported: true,
  request_object_signing_alg_values_supported: requestSigning,
  device_authorization_endpoint: `${endpoints}/device/authorize`,
  pushed_authorization_request_endpoint: `${endpoints}/par`,
  backchannel_token_delivery_modes_supported: ['poll'],
  backchannel_authentication_request_signing_alg_values_supported: requestSigning,
  dpop_signing_alg_values_supported: ['RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512'],
});

const documents: Readonly<Record<MetadataName, (facts: Facts) => Metadata>> = {
  'openid-configuration': (facts) => ({
    ...shared(facts),
    userinfo_endpoint: `${facts.endpoints}/userinfo`,
    response_types_supported: responseTypes,
    grant_types_supported: grantTypes,
    id_token_signing_alg_values_supported: ['RS256'],
    claims_supported: facts.identityClaims,
  }),
  'oauth-authorization-server': (facts) => ({
    ...shared(facts),
    response_types_supported: ['code', 'token', ...responseTypes.slice(1)],
    grant_types_supported: [...grantTypes, 'client_credentials'],
    claims_supported: facts.accessClaims,
  }),
};

const names = (claims: readonly OAuth2ClaimRow[], type: OAuth2ClaimRow['claimType']): string[] =>
  claims.filter(({ claimType, status }) => claimType === type && status === 'ACTIVE').map(({ name }) => name);

const isPublished = ({ metadataPublish }: OAuth2ScopeRow): boolean => metadataPublish === 'ALL_CLIENTS';

const unique = (texts: readonly string[]): string[] => [...new Set(texts)];

/** A document of a custom server: its issuer, and what its scopes and claims say (facts: oauth-oidc). */
export function serverMetadata(
  store: Store,
  server: AuthorizationServerRow,
  links: Links,
  name: MetadataName,
): Metadata {
  const issuer = issuerOf(server, links);
  const claims = store.oauth2Claims.where('server', server.id);
  return documents[name]({
    issuer,
    endpoints: `${issuer}/v1`,
    registration: `${new URL(issuer).origin}/oauth2/v1/clients`,
    scopes: store.oauth2Scopes
      .where('server', server.id)
      .filter(isPublished)
      .map((scope) => scope.name),
    identityClaims: unique([...tokenClaims, ...names(claims, 'IDENTITY'), ...hashClaims]),
    accessClaims: unique([...accessClaims, ...names(claims, 'RESOURCE')]),
  });
}

/** A document of the org's own server: its issuer is the org itself. */
export const orgMetadata = ({ base }: Links, name: MetadataName): Metadata =>
  documents[name]({
    issuer: base,
    endpoints: `${base}/oauth2/v1`,
    registration: `${base}/oauth2/v1/clients`,
    scopes: orgScopes,
    identityClaims: [...tokenClaims, ...profileClaims, ...hashClaims],
    accessClaims,
  });
