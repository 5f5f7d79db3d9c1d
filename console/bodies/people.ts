import { listed, member, type Thing } from '../org.js';
import { fresh, type Makers } from './fresh.js';

const PEOPLE = ['Kim Low', 'Ines Duarte', 'Liv Berg', 'Mei Tan', 'Amara Diallo', 'Luca Moretti', 'Freya Holm'];
/** What everybody of the seed `acme` has. */
const oldPassword = { value: 'Orchard-Lane-42' };
const newPassword = { value: 'Harbour-View-9' };

const mailOf = (name: string): string => `${name.toLowerCase().replace(/ /g, '.')}@acme.example`;

async function newUser() {
  const name = await fresh('/users', PEOPLE, mailOf);
  const [firstName, ...last] = name.split(' ');
  return {
    profile: { firstName, lastName: last.join(' '), email: mailOf(name), login: mailOf(name) },
    credentials: { password: newPassword },
  };
}

async function newRule() {
  const groups = await listed('/api/v1/groups');
  const into = groups.find(({ type }) => type === 'OKTA_GROUP');
  return {
    type: 'group_rule',
    name: await fresh('/groups/rules', ['Sales by department', 'Support by department']),
    conditions: { expression: { type: 'urn:okta:expression:1.0', value: 'user.department=="Sales"' } },
    actions: { assignUserToGroups: { groupIds: [String(into?.id ?? '')] } },
  };
}

async function newLink() {
  const name = await fresh('/meta/schemas/user/linkedObjects', ['mentor', 'buddy', 'sponsor']);
  return {
    primary: { name, title: name, description: 'Whom a person turns to', type: 'USER' },
    associated: { name: `${name}Of`, title: `${name} of`, description: 'Who turns to a person', type: 'USER' },
  };
}

/** A role that the holder does not have yet. */
async function newRole(path: string) {
  const have = (await listed(`/api/v1${path}`)).map(({ type }) => type);
  const types = ['USER_ADMIN', 'APP_ADMIN', 'HELP_DESK_ADMIN', 'READ_ONLY_ADMIN', 'ORG_ADMIN'];
  return { type: types.find((type) => !have.includes(type)) ?? types[0] };
}

const schemaWith = (name: string, property: object) => ({
  definitions: { custom: { id: '#custom', type: 'object', properties: { [name]: property } } },
});

/** Who can be assigned: an active person whom the app does not have yet, or has through a group alone. */
async function assignable(appId: string): Promise<Thing | undefined> {
  const assigned = await listed(`/api/v1/apps/${appId}/users`);
  const inside = new Set(assigned.filter(({ scope }) => scope === 'USER').map(({ id }) => id));
  const people = await listed('/api/v1/users');
  return people.find(({ id, status }) => status === 'ACTIVE' && !inside.has(id));
}

async function newAppUser(appId: string) {
  const person = await assignable(appId);
  return {
    id: person?.id ?? '',
    scope: 'USER',
    credentials: { userName: member(person, 'profile', 'login') ?? '' },
  };
}

/** Bodies of what is about people: users, groups, roles, factors. */
export const people: Makers = {
  createUser: newUser,
  createGroup: async () => ({
    profile: {
      name: await fresh('/groups', ['Design', 'Support', 'Field Sales', 'Contractors']),
      description: 'Made in the explorer',
    },
  }),
  createGroupRule: newRule,
  createUserType: async () => ({
    name: await fresh('/meta/types/user', ['contractor', 'supplier', 'guest']),
    displayName: 'Contractor',
    description: 'People who are not employed here',
  }),
  addLinkedObjectDefinition: newLink,
  assignRoleToUser: ({ userId = '' }) => newRole(`/users/${userId}/roles`),
  assignRoleToGroup: ({ groupId = '' }) => newRole(`/groups/${groupId}/roles`),
  assignUserToApplication: ({ appId = '' }) => newAppUser(appId),
  changePassword: () => ({ oldPassword, newPassword }),
  changeRecoveryQuestion: () => ({
    password: oldPassword,
    recovery_question: { question: 'Which street did you grow up in?', answer: 'Orchard Lane' },
  }),
  forgotPassword: () => ({ password: newPassword, recovery_question: { answer: 'The Boathouse' } }),
  updateUserProfile: () => schemaWith('desk', { title: 'Desk', type: 'string', maxLength: 10 }),
  updateGroupSchema: () => schemaWith('costCenter', { title: 'Cost center', type: 'string' }),
  updateApplicationUserProfile: () => schemaWith('team', { title: 'Team', type: 'string' }),
  partialUpdateUser: () => ({ profile: { title: 'Principal Engineer' } }),
  enrollFactor: () => ({
    factorType: 'question',
    provider: 'OKTA',
    profile: { question: 'disliked_food', answer: 'mayonnaise' },
  }),
  activateFactor: () => ({ passCode: '123456' }),
};
