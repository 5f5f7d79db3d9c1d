import type { Neighbour } from '../../contract/neighbours.js';
import { metadataNames } from '../../objects/authorization-servers/names.js';
import { authn } from './authn/index.js';

/**
 * Paths beside the Management API that its clients call, a row each. They are looked at only where no operation of the
 * contract has the path with this method, in this order. A row's handler is loaded with its first request.
 */
export const neighbours: readonly Neighbour[] = [
  {
    method: 'GET',
    path: '/.well-known/okta-organization',
    token: 'none',
    handler: async () => (await import('./okta-organization.js')).getOktaOrganization,
  },
  ...authn,
  {
    method: 'POST',
    path: '/api/v1/users/me/lifecycle/delete_sessions',
    token: 'none',
    handler: async () => (await import('./own-sessions.js')).deleteOwnSessions,
  },
  {
    method: 'PUT',
    path: '/api/v1/users/:userId/factors/:factorId',
    token: 'required',
    handler: async () => (await import('./factors.js')).replaceQuestion,
  },
  {
    method: 'POST',
    path: '/api/v1/users/:userId/factors/:factorId/resend',
    token: 'required',
    handler: async () => (await import('./factors.js')).resendFactor,
  },
  {
    method: 'POST',
    path: '/api/v1/users/:userId/factors/:factorId/lifecycle/activate/poll',
    token: 'required',
    handler: async () => (await import('./factors.js')).pollActivation,
  },
  ...(['email', 'sms'] as const).map(
    (by): Neighbour => ({
      method: 'POST',
      path: `/api/v1/users/:userId/factors/:factorId/lifecycle/activate/${by}`,
      token: 'required',
      handler: async () => (await import('./factors.js')).sendActivation(by),
    }),
  ),
  {
    method: 'DELETE',
    path: '/api/v1/users/:userId/factors/:factorId/transactions/:transactionId',
    token: 'required',
    handler: async () => (await import('./factors.js')).cancelTransaction,
  },
  {
    method: 'GET',
    path: '/api/v1/authenticators/:authenticatorId/methods',
    token: 'required',
    handler: async () => (await import('./authenticator-methods.js')).listMethods,
  },
  {
    method: 'GET',
    path: '/api/v1/authenticators/:authenticatorId/methods/:method',
    token: 'required',
    handler: async () => (await import('./authenticator-methods.js')).getMethod,
  },
  {
    method: 'GET',
    path: '/login/sessionCookieRedirect',
    token: 'none',
    handler: async () => (await import('./session-cookie.js')).redirectWithSession,
  },
  {
    method: 'GET',
    path: '/login/sessionCookie',
    token: 'none',
    handler: async () => (await import('./session-cookie.js')).pixelWithSession,
  },
  {
    method: 'GET',
    path: '/fs/bco/:folder/:id',
    token: 'none',
    handler: async () => (await import('./files.js')).getFile,
  },
  {
    method: 'GET',
    path: '/bc/image/fileStoreRecord',
    token: 'none',
    handler: async () => (await import('./files.js')).getFile,
  },
  {
    method: 'GET',
    path: '/favicon.ico',
    token: 'none',
    handler: async () => (await import('./default-images.js')).getFavicon,
  },
  {
    method: 'GET',
    path: '/assets/img/logos/default.svg',
    token: 'none',
    handler: async () => (await import('./default-images.js')).getLogo,
  },
  {
    method: 'GET',
    path: '/assets/img/logos/:file',
    token: 'none',
    handler: async () => (await import('./default-images.js')).getAppLogo,
  },
  ...['medium', 'large'].map(
    (size): Neighbour => ({
      method: 'GET',
      path: `/img/logos/groups/okta-${size}.png`,
      token: 'none',
      handler: async () => (await import('./default-images.js')).getGroupLogo,
    }),
  ),
  ...metadataNames.flatMap((name): Neighbour[] => [
    {
      method: 'GET',
      path: `/.well-known/${name}`,
      token: 'none',
      handler: async () => (await import('./authorization-servers.js')).getOrgMetadata(name),
    },
    {
      method: 'GET',
      path: `/oauth2/:authServerId/.well-known/${name}`,
      token: 'none',
      handler: async () => (await import('./authorization-servers.js')).getServerMetadata(name),
    },
  ]),
  {
    method: 'GET',
    path: '/api/v1/idps/:idpId/metadata.xml',
    token: 'required',
    handler: async () => (await import('./idp-metadata.js')).getIdpMetadata,
  },
  {
    method: 'GET',
    path: '/oauth2/v1/keys',
    token: 'none',
    handler: async () => (await import('./authorization-servers.js')).getOrgKeys,
  },
  {
    method: 'GET',
    path: '/oauth2/:authServerId/v1/keys',
    token: 'none',
    handler: async () => (await import('./authorization-servers.js')).getServerKeys,
  },
  {
    method: 'GET',
    path: '/api/v1/authorizationServers/:authServerId/credentials/keys/:kid',
    token: 'required',
    handler: async () => (await import('./authorization-servers.js')).getServerKey,
  },
  {
    method: 'POST',
    path: '/api/v1/policies/:policyId/mappings',
    token: 'required',
    handler: async () => (await import('./policy-mappings.js')).createMapping,
  },
  {
    method: 'GET',
    path: '/api/v1/groups/:groupId/stats',
    token: 'required',
    handler: async () => (await import('./group-stats.js')).getGroupStats,
  },
  {
    method: 'POST',
    path: '/api/v1/brands',
    token: 'required',
    status: 201,
    handler: async () => (await import('./brands.js')).createBrand,
  },
  {
    method: 'DELETE',
    path: '/api/v1/brands/:brandId',
    token: 'required',
    status: 204,
    handler: async () => (await import('./brands.js')).deleteBrand,
  },
  {
    method: 'PUT',
    path: '/api/v1/domains/:domainId',
    token: 'required',
    handler: async () => (await import('./domains.js')).replaceDomain,
  },
];
