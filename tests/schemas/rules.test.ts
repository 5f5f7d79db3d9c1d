import { describe, expect, test } from '@jest/globals';
import { suiteOrg, type TestAnswer } from '../support/org.js';
import { eventsSince } from '../support/people.js';

const org = suiteOrg();

const PATH = '/api/v1/meta/schemas/user/default';
const text = { title: 'Text', type: 'string' };

const add = (properties: Record<string, unknown>, path = PATH): Promise<TestAnswer> =>
  org.post(path, { definitions: { custom: { id: '#custom', type: 'object', properties } } });

/** A group that an active rule fills. */
async function ruled(expression: string): Promise<{ readonly group: string; readonly rule: string }> {
  const group = await org.post('/api/v1/groups', { profile: { name: `By ${expression}` } });
  const rule = await org.post('/api/v1/groups/rules', {
    type: 'group_rule',
    name: expression,
    conditions: { expression: { value: expression, type: 'urn:okta:expression:1.0' } },
    actions: { assignUserToGroups: { groupIds: [group.body.id] } },
  });
  await org.post(`/api/v1/groups/rules/${rule.body.id}/lifecycle/activate`, '');
  return { group: group.body.id, rule: rule.body.id };
}

async function person(name: string, profile: Record<string, unknown>, more: object = {}): Promise<string> {
  const login = `${name}@rules.example`;
  const { body } = await org.post('/api/v1/users?activate=false', {
    profile: { login, email: login, firstName: name, lastName: 'Person', ...profile },
    ...more,
  });
  return body.id;
}

const membersOf = async (group: string): Promise<string[]> =>
  (await org.get(`/api/v1/groups/${group}/users`)).body.map((user: { id: string }) => user.id);

const statusOf = async (rule: string): Promise<unknown[]> => {
  const { body } = await org.get(`/api/v1/groups/rules/${rule}`);
  return [body.status, body.allGroupsValid];
};

/** A second user type, with the path of its schema. */
async function otherType(): Promise<{ readonly id: string; readonly path: string }> {
  const { body } = await org.post('/api/v1/meta/types/user', { name: 'other', displayName: 'Other' });
  return { id: body.id, path: `/api/v1/meta/schemas/user/osc${body.id.slice(3)}` };
}

describe('a property that group rules read', () => {
  test('takes them along when it goes: they become invalid, and what they did stays', async () => {
    await add({ team: text, free: text });
    const read = await ruled('user.team=="red"');
    const other = await ruled('user.city=="Oslo" and user.lastName!="team"');
    const one = await person('one', { team: 'red', city: 'Oslo' });
    expect(await membersOf(read.group)).toEqual([one]);
    expect((await add({ free: null })).status).toBe(200);
    expect(await statusOf(read.rule)).toEqual(['ACTIVE', true]);

    const logged = org.store.logs.count();
    const answer = await add({ team: null });
    expect([answer.status, answer.body.definitions.custom.properties]).toEqual([200, {}]);
    expect(await statusOf(read.rule)).toEqual(['INVALID', false]);
    expect(await statusOf(other.rule)).toEqual(['ACTIVE', true]);
    expect(await membersOf(read.group)).toEqual([one]);
    expect(eventsSince(org, logged)).toEqual([
      'group.user_membership.rule.invalidate',
      'directory.user_profile.update',
    ]);
    expect(
      org.store.logs
        .all()
        .at(-2)
        ?.targets.map(({ id }) => id),
    ).toEqual([read.group, read.rule]);

    // Read and deleted is all it can be, the property being back or not.
    await add({ team: text });
    const before = org.hash();
    const again = await org.post(`/api/v1/groups/rules/${read.rule}/lifecycle/activate`, '');
    expect([again.status, again.body.errorCode]).toEqual([400, 'E0000001']);
    expect(org.hash()).toBe(before);
    expect((await org.delete(`/api/v1/groups/rules/${read.rule}`)).status).toBe(202);
  });

  test('leaves them valid while another type has it, and they see the values that are gone', async () => {
    const type = await otherType();
    await add({ team: text });
    await add({ team: text }, type.path);
    const { group, rule } = await ruled('user.team=="red"');
    const mine = await person('mine', { team: 'red' });
    const theirs = await person('theirs', { team: 'red' }, { type: { id: type.id } });
    expect(await membersOf(group)).toEqual([mine, theirs]);
    await add({ team: null });
    expect(await statusOf(rule)).toEqual(['ACTIVE', true]);
    expect(await membersOf(group)).toEqual([theirs]);
  });

  test('takes them along with the last type that has it', async () => {
    const type = await otherType();
    await add({ team: text }, type.path);
    const { rule } = await ruled('user.team=="red"');
    expect((await org.delete(`/api/v1/meta/types/user/${type.id}`)).status).toBe(204);
    expect(await statusOf(rule)).toEqual(['INVALID', false]);
  });

  test('does nothing to them when the change is refused', async () => {
    await add({ team: text });
    const { rule } = await ruled('user.team=="red"');
    const before = org.hash();
    const answer = await add({ team: null, bad: { title: ' ', type: 'string' } });
    expect([answer.status, answer.body.errorCode]).toEqual([400, 'E0000001']);
    expect(org.hash()).toBe(before);
    expect(await statusOf(rule)).toEqual(['ACTIVE', true]);
  });
});
