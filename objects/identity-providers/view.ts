import type { Links } from '../../contract/links.js';
import type { View } from '../../contract/reply.js';
import type { Schemas } from '../../contract/routes.js';
import type { ShownAs } from '../../contract/shapes.js';
import type {
  IdentityProviderRow,
  IdpKeyRow,
  IdpUserRow,
  SocialTokenRow,
} from '../../store/rows/identity-providers.js';
import type { LogTarget } from '../../store/rows/logs.js';
import type { Owner } from '../credentials/owner.js';
import { target } from '../logs/targets.js';
import { familyOf } from './types.js';

type IdentityProvider = Schemas['IdentityProvider'];

const AUTHORIZE =
  'client_id={clientId}&response_type={responseType}&response_mode={responseMode}' +
  '&scope={scopes}&redirect_uri={redirectUri}&state={state}&nonce={nonce}';

const oauthLinks = (id: string, { base }: Links) => ({
  authorize: {
    href: `${base}/oauth2/v1/authorize?idp=${id}&${AUTHORIZE}`,
    templated: true,
    hints: { allow: ['GET'] },
  },
  clientRedirectUri: { href: `${base}/oauth2/v1/authorize/callback`, hints: { allow: ['POST'] } },
});

const samlLinks = ({ id, protocol }: IdentityProviderRow, links: Links) => {
  const isOwn = protocol.endpoints?.acs?.type !== 'ORG';
  const type = 'application/xml';
  return {
    metadata: {
      href: `${links.href('getIdentityProvider', { idpId: id })}/metadata.xml`,
      type,
      hints: { allow: ['GET'] },
    },
    acs: { href: `${links.base}/sso/saml2${isOwn ? `/${id}` : ''}`, type, hints: { allow: ['POST'] } },
  };
};

const certificateLinks = ({ protocol }: IdentityProviderRow, links: Links) => {
  const keyId = protocol.credentials.trust?.kid;
  return keyId === undefined ? {} : { keys: links.allow('getIdentityProviderKey', { keyId }, 'GET') };
};

/** Providers that are spoken to as OAuth servers show where to sign in; the others who uses them, and their life cycle. */
function linksOf(row: IdentityProviderRow, links: Links) {
  const family = familyOf(row.type);
  if (family === 'oauth') return oauthLinks(row.id, links);
  const params = { idpId: row.id };
  const turn = row.status === 'ACTIVE' ? 'deactivate' : 'activate';
  return {
    ...(family === 'saml' ? samlLinks(row, links) : certificateLinks(row, links)),
    users: links.allow('listIdentityProviderApplicationUsers', params, 'GET'),
    [turn]: links.allow(`${turn}IdentityProvider`, params, 'POST'),
  };
}

/** An identity provider (facts: identity-provider, recorded-shapes §8). */
export const idpView: View<IdentityProviderRow, IdentityProvider> = (row, links) => {
  const { id, name, status, issuerMode, created, lastUpdated, protocol, policy, type, properties } = row;
  return {
    id,
    ...(type === 'SAML2' ? {} : { issuerMode }),
    name,
    status,
    created,
    lastUpdated,
    protocol,
    policy,
    type,
    ...(properties === undefined ? {} : { properties }),
    _links: linksOf(row, links),
  };
};

/** What a replacement answers: the same, without the time of creation (facts: recorded-shapes §8). */
export const replacedIdpView: View<IdentityProviderRow, IdentityProvider> = (row, links) => ({
  ...idpView(row, links),
  created: null,
});

/** A certificate of the store of keys (facts: identity-provider, trust key store). */
export const idpKeyView: View<IdpKeyRow, Schemas['JsonWebKey']> = (row) => ({
  kty: 'RSA',
  created: row.created,
  lastUpdated: row.lastUpdated,
  expiresAt: row.expiresAt,
  alg: 'RSA',
  kid: row.id,
  use: 'sig',
  x5c: row.x5c,
  'x5t#S256': row.x5tS256,
  e: row.e,
  n: row.n,
});

/** A user of a provider, by the user's id in the org. */
export const idpUserView: View<IdpUserRow, Schemas['IdentityProviderApplicationUser']> = (row, links) => {
  const { idpId, userId, externalId, created, lastUpdated, profile } = row;
  const params = { idpId, userId };
  return {
    id: userId,
    externalId,
    created,
    lastUpdated,
    profile,
    _links: {
      idp: links.to('getIdentityProvider', { idpId }),
      self: links.allow('getIdentityProviderApplicationUser', params, 'GET', 'DELETE'),
      user: links.to('getUser', { userId }),
    },
  };
};

/** A token of a provider. */
export const socialTokenView = (row: SocialTokenRow): ShownAs<Schemas['SocialAuthToken']> => ({
  id: row.id,
  token: row.token,
  tokenType: row.tokenType,
  tokenAuthScheme: row.tokenAuthScheme,
  expiresAt: row.expiresAt,
  scopes: row.scopes,
});

/** An identity provider as events name it. */
export const idpTarget = ({ id, name }: Pick<IdentityProviderRow, 'id' | 'name'>): LogTarget =>
  target(id, 'IdentityProvider', 'unknown', name);

/** A certificate of the store of keys as events name it. */
export const idpKeyTarget = ({ id }: IdpKeyRow): LogTarget => target(id, 'IdentityProvider', 'unknown', id);

/** An identity provider as what has keys and requests. */
export const idpOwner = (row: IdentityProviderRow): Owner => ({ kind: 'idp', id: row.id, target: idpTarget(row) });
