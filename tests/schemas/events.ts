import { type Case, type FactsByType, post } from '../support/group-events.js';

const custom = { definitions: { custom: { properties: { badge: { title: 'Badge', type: 'string' } } } } };

// facts: system-log-events §A, written down here once more on purpose.
const SCHEMA = ['directory.user_profile.update'];

export const cases: readonly Case[] = [
  ['updateGroupSchema', 'a property', async () => post('/meta/schemas/group/default', custom), SCHEMA],
  ['updateUserProfile', 'a property', async () => post('/meta/schemas/user/default', custom), SCHEMA],
];

export const facts: FactsByType = {
  'directory.user_profile.update': { legacy: 'cvd.user_profile_updated', targets: ['UserType|Schema'] },
};
