import { made } from './hooks.js';
import type { TestOrg } from './org.js';

const bookmark = { label: 'Wiki', name: 'bookmark', signOnMode: 'BOOKMARK' };

const social = {
  type: 'FACEBOOK',
  name: 'Friends',
  protocol: {
    type: 'OAUTH2',
    scopes: ['public_profile'],
    credentials: { client: { client_id: 'id', client_secret: 'secret' } },
  },
  policy: {
    provisioning: {
      action: 'AUTO',
      profileMaster: true,
      groups: { action: 'NONE' },
      conditions: { deprovisioned: { action: 'NONE' }, suspended: { action: 'NONE' } },
    },
    accountLink: { filter: null, action: 'AUTO' },
    subject: { userNameTemplate: { template: 'idpuser.email' }, filter: null, matchType: 'USERNAME' },
  },
};

/** Makes a bookmark app, for rules to name. */
export const madeApp = (org: TestOrg): Promise<string> =>
  made(org, 'apps', { ...bookmark, settings: { app: { requestIntegration: false, url: 'https://wiki.example.com' } } });

/** Makes an identity provider, for rules to name. */
export const madeProvider = (org: TestOrg): Promise<string> => made(org, 'idps', social);
