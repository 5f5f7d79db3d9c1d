import { type Case, done, type FactsByType, post, put, remove } from '../support/group-events.js';
import type { TestOrg } from '../support/org.js';

const office = { type: 'IP', name: 'Office', gateways: [{ type: 'CIDR', value: '203.0.113.0/24' }] };
const zone = (in_: TestOrg): Promise<string> => done(in_, post('/zones', office));

async function inactive(in_: TestOrg): Promise<string> {
  const id = await zone(in_);
  await done(in_, post(`/zones/${id}/lifecycle/deactivate`));
  return id;
}

// facts: system-log-events, written down here once more on purpose.
export const cases: readonly Case[] = [
  ['createNetworkZone', 'for policies', async () => post('/zones', office), ['zone.create']],
  [
    'createNetworkZone',
    'to block',
    async () => post('/zones', { ...office, usage: 'BLOCKLIST' }),
    ['zone.create', 'zone.make_blacklist'],
  ],
  [
    'updateNetworkZone',
    'another name',
    async (in_) => put(`/zones/${await zone(in_)}`, { ...office, name: 'Home' }),
    ['zone.update'],
  ],
  [
    'updateNetworkZone',
    'no longer to block',
    async (in_) =>
      put(`/zones/${await done(in_, post('/zones', { ...office, usage: 'BLOCKLIST' }))}`, {
        ...office,
        usage: 'POLICY',
      }),
    ['zone.update', 'zone.remove_blacklist'],
  ],
  [
    'deactivateNetworkZone',
    'active',
    async (in_) => post(`/zones/${await zone(in_)}/lifecycle/deactivate`),
    ['zone.deactivate'],
  ],
  [
    'activateNetworkZone',
    'inactive',
    async (in_) => post(`/zones/${await inactive(in_)}/lifecycle/activate`),
    ['zone.activate'],
  ],
  ['deleteNetworkZone', 'inactive', async (in_) => remove(`/zones/${await inactive(in_)}`), ['zone.delete']],
];

const targets = ['NetworkZone'];

export const facts: FactsByType = {
  'zone.activate': { message: 'Network zone activate', legacy: 'zone.activate', targets },
  'zone.create': { message: 'Network zone create', legacy: 'zone.create', targets },
  'zone.deactivate': { message: 'Network zone deactivate', legacy: 'zone.deactivate', targets },
  'zone.delete': { message: 'Network zone delete', legacy: 'zone.delete', targets },
  'zone.make_blacklist': { message: 'Network zone mark as blacklist', legacy: 'zone.make_blacklist', targets },
  'zone.remove_blacklist': {
    message: 'Network zone unmark as blacklist',
    legacy: 'zone.remove_blacklist',
    targets,
  },
  'zone.update': { message: 'Network zone update', legacy: 'zone.update', targets },
};
