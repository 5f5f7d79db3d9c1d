import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import express from 'express';
import request from 'supertest';
import type { Route } from '../contract/routes.js';
import { isUnwritten } from '../contract/unwritten/index.js';
import { routes } from '../generated/routes.js';
import { edge } from '../server/edge.js';
import { type Case, done, expectEvents, post, put, remove } from './support/event-cases.js';
import { type TestOrg, testOrg } from './support/org.js';
import { createPerson } from './support/people.js';

let org: TestOrg;
const answered = new Set<string>();
beforeAll(async () => {
  // Every answer goes through the reference validator, too.
  org = await testOrg({ strict: true, onAnswer: (id, status) => void (status < 300 && answered.add(id)) });
});
beforeEach(() => org.reset());
afterAll(() => org.close());

const person = async (in_: TestOrg): Promise<string> => (await createPerson(in_, 1)).id;
const group = (in_: TestOrg): Promise<string> => done(in_, post('/groups', { profile: { name: 'G' } }));
const temp = { name: 'temp', displayName: 'Temp' };
const type = (in_: TestOrg): Promise<string> => done(in_, post('/meta/types/user', temp));

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

const custom = { definitions: { custom: { properties: { badge: { title: 'Badge', type: 'string' } } } } };
const relation = {
  primary: { name: 'boss', title: 'Boss', type: 'USER' },
  associated: { name: 'staff', title: 'Staff', type: 'USER' },
};

// facts: system-log-events §A, written down here once more on purpose. What rules do to memberships, jobs do.
const DELETED = ['group.lifecycle.delete'];
const REMOVED = ['group.user_membership.remove'];
const SCHEMA = ['directory.user_profile.update'];

const cases: readonly Case[] = [
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
  ['updateGroupSchema', 'a property', async () => post('/meta/schemas/group/default', custom), SCHEMA],
  ['updateUserProfile', 'a property', async () => post('/meta/schemas/user/default', custom), SCHEMA],
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

test.each(cases.map((one) => [`${one[0]}: ${one[1]}`, one] as const))('%s', (_, one) =>
  expectEvents(org, one, answered),
);

test('the table leaves out no operation that is written and changes something, those of users apart', () => {
  const written = (routes as readonly Route[]).filter(
    ({ group: of, method, operationId }) => of !== 'User' && method !== 'get' && !isUnwritten(operationId),
  );
  expect(new Set(cases.map(([id]) => id))).toEqual(new Set(written.map(({ operationId }) => operationId)));
});

describe('a refusal', () => {
  test('writes no event', async () => {
    const before = [org.store.logs.count(), org.hash()];
    const id = org.store.users.all()[0]?.id;
    await org.post(`/api/v1/users/${id}/lifecycle/unlock`);
    await org.post('/api/v1/groups', { profile: { name: '' } });
    await org.delete(`/api/v1/groups/${org.store.groups.all()[0]?.id}`);
    await org.post('/api/v1/users', { profile: { login: 'x' } });
    expect([org.store.logs.count(), org.hash()]).toEqual(before);
  });

  test('of the contract comes after those of Okta, and leaves nothing of what was done', async () => {
    const { org: own, token } = org.sandbox;
    const fussy = { request: async () => ['/body is odd'], answer: async () => [] };
    const app = express().use(edge({ resolve: () => own, baseOf: () => org.url, strict: fussy, warn: () => {} }));
    const create = (body: object) =>
      request(app).post('/api/v1/groups').set('Authorization', `SSWS ${token}`).send(body);
    const before = org.hash();
    expect((await create({ profile: 'x' })).body.errorCode).toBe('E0000003');
    expect((await create({ profile: { name: '' } })).body.errorSummary).toBe('Api validation failed: name');
    expect((await create({ profile: { name: 'Odd' } })).body).toMatchObject({
      errorCode: 'E0000001',
      errorSummary: 'Api validation failed: createGroup',
      errorCauses: [{ errorSummary: '/body is odd' }],
    });
    expect(org.hash()).toBe(before);
  });
});
