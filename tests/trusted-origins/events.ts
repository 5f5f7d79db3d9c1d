import { type Case, done, type FactsByType, post, put, remove } from '../support/group-events.js';
import type { TestOrg } from '../support/org.js';

const pages = { name: 'Pages', origin: 'https://pages.example', scopes: [{ type: 'CORS' }] };
const made = (in_: TestOrg): Promise<string> => done(in_, post('/trustedOrigins', pages));

async function inactive(in_: TestOrg): Promise<string> {
  const id = await made(in_);
  await done(in_, post(`/trustedOrigins/${id}/lifecycle/deactivate`));
  return id;
}

// facts: system-log-events, written down here once more on purpose.
export const cases: readonly Case[] = [
  ['createOrigin', 'new', async () => post('/trustedOrigins', pages), ['security.trusted_origin.create']],
  [
    'updateOrigin',
    'another name',
    async (in_) => put(`/trustedOrigins/${await made(in_)}`, { ...pages, name: 'More' }),
    ['security.trusted_origin.update'],
  ],
  [
    'deactivateOrigin',
    'active',
    async (in_) => post(`/trustedOrigins/${await made(in_)}/lifecycle/deactivate`),
    ['security.trusted_origin.deactivate'],
  ],
  [
    'activateOrigin',
    'inactive',
    async (in_) => post(`/trustedOrigins/${await inactive(in_)}/lifecycle/activate`),
    ['security.trusted_origin.activate'],
  ],
  [
    'deleteOrigin',
    'active',
    async (in_) => remove(`/trustedOrigins/${await made(in_)}`),
    ['security.trusted_origin.delete'],
  ],
];

const targets = ['TrustedOrigin'];

export const facts: FactsByType = {
  'security.trusted_origin.activate': { message: 'A trusted origin is activated', legacy: null, targets },
  'security.trusted_origin.create': { message: 'A trusted origin is created', legacy: null, targets },
  'security.trusted_origin.deactivate': { message: 'A trusted origin is deactivated', legacy: null, targets },
  'security.trusted_origin.delete': { message: 'A trusted origin is deleted', legacy: null, targets },
  'security.trusted_origin.update': { message: 'A trusted origin is updated', legacy: null, targets },
};
