import { beforeAll, describe, expect, test } from '@jest/globals';
import okta from 'okta-sdk-nodejs-8';
import { suiteSandbox } from '../support/suite-sandbox.js';
import { person } from './access.js';
import { refusal, walked } from './node-sdk.js';

const sandbox = suiteSandbox();
let client: InstanceType<typeof okta.Client>;

beforeAll(() => {
  client = new okta.Client({ orgUrl: sandbox.url, token: sandbox.token });
});

describe('people, by version 8 of the official Node SDK', () => {
  test('creates, replaces, suspends, deactivates and deletes a user', async () => {
    const { userApi } = client;
    const { id: userId = '', status } = await userApi.createUser({ body: person('ida') });
    expect(status).toBe('ACTIVE');
    const seen = () => userApi.getUser({ userId });
    const user = await seen();
    const replaced = await userApi.replaceUser({
      userId,
      user: { profile: { ...user.profile, nickName: 'Zero' } },
    });
    expect([replaced.profile?.nickName, (await seen()).profile?.nickName]).toEqual(['Zero', 'Zero']);
    await userApi.suspendUser({ userId });
    expect((await seen()).status).toBe('SUSPENDED');
    expect(await refusal(userApi.suspendUser({ userId }))).toEqual([400, 'E0000001']);
    await userApi.unsuspendUser({ userId });
    await userApi.deactivateUser({ userId });
    expect((await seen()).status).toBe('DEPROVISIONED');
    await userApi.deleteUser({ userId });
    expect(await refusal(seen())).toEqual([404, 'E0000007']);
  });

  test('pages through people by pages of 20, and through the log up to now', async () => {
    const names = Array.from({ length: 50 }, (_, i) => `walker${i}`);
    await Promise.all(names.map((name) => client.userApi.createUser({ body: person(name), activate: false })));
    const staged = await walked(await client.userApi.listUsers({ filter: 'status eq "STAGED"', limit: 20 }));
    expect(new Set(staged.map(({ profile }) => profile?.login)).size).toBe(50);
    const { now } = (await (await fetch(`${sandbox.url}/_sandbox/clock`)).json()) as { now: number };
    // Without an end the log is one that is followed: the walk would wait for what is to come.
    const until = new Date(now + 1000).toISOString();
    const filter = 'eventType eq "user.lifecycle.create" and target.alternateId sw "walker"';
    const events = await walked(await client.systemLogApi.listLogEvents({ until, limit: 20, filter }));
    expect(events).toHaveLength(50);
  });

  test('gives a member of a group a role, and takes it again', async () => {
    const { groupApi, roleAssignmentApi } = client;
    const { id: userId = '' } = await client.userApi.createUser({ body: person('may') });
    const { id: groupId = '' } = await groupApi.createGroup({ group: { profile: { name: 'Helpers' } } });
    await groupApi.assignUserToGroup({ groupId, userId });
    expect((await walked(await groupApi.listGroupUsers({ groupId }))).map(({ id }) => id)).toEqual([userId]);
    const assignRoleRequest = { type: 'HELP_DESK_ADMIN' } as never;
    await roleAssignmentApi.assignRoleToUser({ userId, assignRoleRequest });
    expect(await refusal(roleAssignmentApi.assignRoleToUser({ userId, assignRoleRequest }))).toEqual([409, 'E0000090']);
    const [role] = await walked(await roleAssignmentApi.listAssignedRolesForUser({ userId }));
    expect(role).toMatchObject({ type: 'HELP_DESK_ADMIN', assignmentType: 'USER' });
    await roleAssignmentApi.unassignRoleFromUser({ userId, roleId: role?.id ?? '' });
    expect(await walked(await roleAssignmentApi.listAssignedRolesForUser({ userId }))).toEqual([]);
  });

  test('adds a property to the profile, and fills it in', async () => {
    const tags = { title: 'Tags', type: 'array', items: { type: 'string' } };
    const userSchema = { definitions: { custom: { id: '#custom', type: 'object', properties: { tags } } } };
    await client.schemaApi.updateUserProfile({ schemaId: 'default', userSchema: userSchema as never });
    const given = person('lou');
    const body = { ...given, profile: { ...given.profile, tags: ['red', 'blue'] } };
    const user = await client.userApi.createUser({ body });
    expect(user.profile).toMatchObject({ tags: ['red', 'blue'] });
    const wrong = { ...person('lee'), profile: { ...person('lee').profile, tags: 'red' } };
    expect(await refusal(client.userApi.createUser({ body: wrong as never }))).toEqual([400, 'E0000001']);
  });
});
