import type { Neighbour } from '../../contract/neighbours.js';

/**
 * Paths beside the Management API that its clients call, a row each. They are looked at only where no operation of the
 * contract has the path, in this order. A row's handler is loaded with its first request.
 */
export const neighbours: readonly Neighbour[] = [
  {
    method: 'GET',
    path: '/.well-known/okta-organization',
    token: 'none',
    handler: async () => (await import('./okta-organization.js')).getOktaOrganization,
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
];
