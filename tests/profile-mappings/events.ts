import { type Case, type FactsByType, post } from '../support/group-events.js';

// facts: system-log-events, written down here once more on purpose.
export const cases: readonly Case[] = [
  [
    'updateProfileMapping',
    'a property',
    async (in_) => {
      const [mapping] = in_.store.profileMappings.all();
      return post(`/mappings/${mapping?.id}`, { properties: { email: { expression: 'appuser.userName' } } });
    },
    ['directory.mapping.update'],
  ],
];

export const facts: FactsByType = {
  'directory.mapping.update': {
    message: 'Update universal directory mappings',
    legacy: 'cvd.mappings_updated',
    targets: ['ProfileMapping'],
  },
};
