import { type Case, done, type FactsByType, post, remove } from '../support/group-events.js';

const relation = {
  primary: { name: 'boss', title: 'Boss', type: 'USER' },
  associated: { name: 'staff', title: 'Staff', type: 'USER' },
};

// facts: system-log-events §A, written down here once more on purpose.
export const cases: readonly Case[] = [
  [
    'addLinkedObjectDefinition',
    'new',
    async () => post('/meta/schemas/user/linkedObjects', relation),
    ['directory.linked_object.create'],
  ],
  [
    'deleteLinkedObjectDefinition',
    'there',
    async (in_) => {
      await done(in_, post('/meta/schemas/user/linkedObjects', relation));
      return remove('/meta/schemas/user/linkedObjects/boss');
    },
    ['directory.linked_object.delete'],
  ],
];

export const facts: FactsByType = {
  'directory.linked_object.create': { legacy: null, targets: ['LinkedObject'] },
  'directory.linked_object.delete': { legacy: null, targets: ['LinkedObject'] },
};
