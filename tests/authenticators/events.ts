import { type Case, done, type FactsByType, post, put } from '../support/group-events.js';
import type { TestOrg } from '../support/org.js';

const yubikey = { key: 'yubikey_token' };
const made = (in_: TestOrg, query = ''): Promise<string> => done(in_, post(`/authenticators${query}`, yubikey));

// facts: system-log-events, written down here once more on purpose.
export const cases: readonly Case[] = [
  [
    'createAuthenticator',
    'active',
    async () => post('/authenticators', yubikey),
    ['security.authenticator.lifecycle.create'],
  ],
  [
    'updateAuthenticator',
    'another name',
    async (in_) => put(`/authenticators/${await made(in_)}`, { name: 'Key' }),
    ['security.authenticator.lifecycle.update'],
  ],
  [
    'activateAuthenticator',
    'inactive',
    async (in_) => post(`/authenticators/${await made(in_, '?activate=false')}/lifecycle/activate`),
    ['security.authenticator.lifecycle.activate'],
  ],
  [
    'deactivateAuthenticator',
    'active',
    async (in_) => post(`/authenticators/${await made(in_)}/lifecycle/deactivate`),
    ['security.authenticator.lifecycle.deactivate'],
  ],
];

const targets = ['Authenticator'];

export const facts: FactsByType = {
  'security.authenticator.lifecycle.activate': { legacy: null, targets },
  'security.authenticator.lifecycle.create': { legacy: null, targets },
  'security.authenticator.lifecycle.deactivate': { legacy: null, targets },
  'security.authenticator.lifecycle.update': { legacy: null, targets },
};
