import { type Case, done, type FactsByType, post, put, remove } from '../support/group-events.js';
import type { TestOrg } from '../support/org.js';

const temp = { name: 'temp', displayName: 'Temp' };
const type = (in_: TestOrg): Promise<string> => done(in_, post('/meta/types/user', temp));

// facts: system-log-events §A, written down here once more on purpose.
const SCHEMA = ['directory.user_profile.update'];

export const cases: readonly Case[] = [
  ['createUserType', 'new', async () => post('/meta/types/user', temp), ['directory.non_default_user_profile.create']],
  [
    'updateUserType',
    'there',
    async (in_) => post(`/meta/types/user/${await type(in_)}`, { displayName: 'Other' }),
    SCHEMA,
  ],
  [
    'replaceUserType',
    'there',
    async (in_) => put(`/meta/types/user/${await type(in_)}`, { ...temp, displayName: 'Other', description: 'x' }),
    SCHEMA,
  ],
  ['deleteUserType', 'there', async (in_) => remove(`/meta/types/user/${await type(in_)}`), SCHEMA],
];

export const facts: FactsByType = {
  'directory.non_default_user_profile.create': {
    message: 'Create non-default universal directory user profile',
    legacy: 'cvd.non_default_user_profile_created',
    targets: ['UserType'],
  },
  'directory.user_profile.update': { legacy: 'cvd.user_profile_updated', targets: ['UserType|Schema'] },
};
