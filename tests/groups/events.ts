import { type Case, done, type FactsByType, post, put, remove } from '../support/group-events.js';
import type { TestOrg } from '../support/org.js';
import { createPerson } from '../support/people.js';

const person = async (in_: TestOrg): Promise<string> => (await createPerson(in_, 1)).id;
const group = (in_: TestOrg): Promise<string> => done(in_, post('/groups', { profile: { name: 'G' } }));
const ruleFor = (groupId: string, name = 'R'): object => ({
  type: 'group_rule',
  name,
  conditions: { expression: { value: 'user.firstName=="Robin"', type: 'urn:okta:expression:1.0' } },
  actions: { assignUserToGroups: { groupIds: [groupId] } },
});
const rule = (in_: TestOrg, groupId: string): Promise<string> => done(in_, post('/groups/rules', ruleFor(groupId)));
async function activeRule(in_: TestOrg, groupId: string): Promise<string> {
  const id = await rule(in_, groupId);
  await done(in_, post(`/groups/rules/${id}/lifecycle/activate`));
  return id;
}

/** A group with one member: put there by hand, or by a rule. */
async function membership(in_: TestOrg, byRule: boolean): Promise<string> {
  const [groupId, userId] = [await group(in_), await person(in_)];
  if (byRule) await activeRule(in_, groupId);
  else await done(in_, put(`/groups/${groupId}/users/${userId}`));
  return `/groups/${groupId}/users/${userId}`;
}

// facts: system-log-events §A, written down here once more on purpose. What rules do to memberships, jobs do.
const DELETED = ['group.lifecycle.delete'];
const REMOVED = ['group.user_membership.remove'];

export const cases: readonly Case[] = [
  ['createGroup', 'new', async () => post('/groups', { profile: { name: 'G' } }), ['group.lifecycle.create']],
  [
    'updateGroup',
    'there',
    async (in_) => put(`/groups/${await group(in_)}`, { profile: { name: 'H' } }),
    ['group.profile.update'],
  ],
  [
    'deleteGroup',
    'with a member',
    async (in_) => remove((await membership(in_, false)).replace(/\/users.*/, '')),
    DELETED,
  ],
  [
    'deleteGroup',
    'a rule leads there',
    async (in_) => remove((await membership(in_, true)).replace(/\/users.*/, '')),
    [...DELETED, 'group.user_membership.rule.invalidate*'],
  ],
  [
    'addUserToGroup',
    'no member',
    async (in_) => put(`/groups/${await group(in_)}/users/${await person(in_)}`),
    ['group.user_membership.add'],
  ],
  ['removeUserFromGroup', 'there by hand', async (in_) => remove(await membership(in_, false)), REMOVED],
  [
    'removeUserFromGroup',
    'there by a rule',
    async (in_) => remove(await membership(in_, true)),
    [...REMOVED, 'group.user_membership.rule.add_exclusion'],
  ],
  ['createGroupRule', 'new', async (in_) => post('/groups/rules', ruleFor(await group(in_))), ['policy.rule.add']],
  [
    'updateGroupRule',
    'inactive',
    async (in_) => {
      const groupId = await group(in_);
      return put(`/groups/rules/${await rule(in_, groupId)}`, ruleFor(groupId, 'S'));
    },
    ['policy.rule.update'],
  ],
  [
    'activateGroupRule',
    'one user fits',
    async (in_) => {
      await person(in_);
      return post(`/groups/rules/${await rule(in_, await group(in_))}/lifecycle/activate`);
    },
    ['policy.rule.activate', 'group.user_membership.rule.trigger*', 'group.user_membership.add*'],
  ],
  [
    'deactivateGroupRule',
    'active',
    async (in_) => post(`/groups/rules/${await activeRule(in_, await group(in_))}/lifecycle/deactivate`),
    ['group.user_membership.rule.deactivated*', 'policy.rule.deactivate'],
  ],
  [
    'deleteGroupRule',
    'inactive',
    async (in_) => remove(`/groups/rules/${await rule(in_, await group(in_))}`),
    ['policy.rule.delete'],
  ],
  [
    'deleteGroupRule',
    'and its members',
    async (in_) => {
      await person(in_);
      const id = await activeRule(in_, await group(in_));
      await done(in_, post(`/groups/rules/${id}/lifecycle/deactivate`));
      return remove(`/groups/rules/${id}?removeUsers=true`);
    },
    ['policy.rule.delete', 'group.user_membership.remove*'],
  ],
];

export const facts: FactsByType = {
  'group.lifecycle.create': { message: 'Create Okta group', legacy: 'group.lifecycle.create', targets: ['UserGroup'] },
  'group.lifecycle.delete': { message: 'Delete Okta group', legacy: 'group.lifecycle.delete', targets: ['UserGroup'] },
  'group.profile.update': { message: 'Okta group profile updated', legacy: null, targets: ['UserGroup'] },
  'group.user_membership.add': {
    message: 'Add user to group membership',
    legacy: 'core.user_group_member.user_add',
    targets: ['User', 'UserGroup'],
  },
  'group.user_membership.remove': {
    message: 'Remove user from group membership',
    legacy: 'core.user_group_member.user_remove',
    targets: ['User', 'UserGroup'],
  },
  'group.user_membership.rule.add_exclusion': {
    message: 'Add user to group membership exclusion rule',
    legacy: 'core.user.added_to_rule_exclusion',
    targets: ['User', 'UserGroup', 'Rule'],
  },
  'group.user_membership.rule.deactivated': { legacy: 'cvd.group_rule_deactivated', targets: ['UserGroup', 'Rule'] },
  'group.user_membership.rule.invalidate': {
    message: 'Invalidate group membership rule',
    legacy: 'cvd.group_rule_invalidated',
    targets: ['UserGroup', 'Rule'],
  },
  'group.user_membership.rule.trigger': {
    message: 'Trigger group membership rule',
    legacy: 'cvd.group_rule_triggered',
    targets: ['UserGroup', 'Rule'],
  },
  'policy.rule.activate': { message: 'Activate policy rule', legacy: 'policy.rule.activated', targets: ['PolicyRule'] },
  'policy.rule.add': { message: 'Add policy rule', legacy: 'policy.rule.added', targets: ['PolicyRule'] },
  'policy.rule.deactivate': {
    message: 'Deactivate policy rule',
    legacy: 'policy.rule.deactivated',
    targets: ['PolicyRule'],
  },
  'policy.rule.delete': { message: 'Delete policy rule', legacy: 'policy.rule.deleted', targets: ['PolicyRule'] },
  'policy.rule.update': { message: 'Update policy rule', legacy: 'policy.rule.updated', targets: ['PolicyRule'] },
};
