import { beforeAll, describe, expect, test } from '@jest/globals';
import okta from '@okta/okta-sdk-nodejs';
import { suiteSandbox } from '../support/suite-sandbox.js';
import { refusal } from './node-sdk.js';

const sandbox = suiteSandbox((folder) => ['--data', folder]);
let client: InstanceType<typeof okta.Client>;

beforeAll(() => {
  client = new okta.Client({ orgUrl: sandbox.url, token: sandbox.token });
});

const person = (n: number): { profile: Record<string, string> } => ({
  profile: { firstName: 'Pat', lastName: `Number${n}`, email: `pat.${n}@example.com`, login: `pat.${n}@example.com` },
});

describe('the official Node SDK over a socket', () => {
  test('creates, finds, updates, suspends, deactivates and deletes a user', async () => {
    const user = await client.createUser({ ...person(0), credentials: { password: { value: 'Tr1ckyPassphrase' } } });
    expect(user.status).toBe('ACTIVE');
    expect((await client.getUser('pat.0@example.com')).id).toBe(user.id);

    user.profile.nickName = 'Zero';
    expect((await user.update()).profile.nickName).toBe('Zero');
    expect((await client.getUser(user.id)).profile.nickName).toBe('Zero');

    await user.suspend();
    expect((await client.getUser(user.id)).status).toBe('SUSPENDED');
    expect(await refusal(user.suspend())).toEqual([400, 'E0000001']);
    await user.unsuspend();
    await user.deactivate();
    expect((await client.getUser(user.id)).status).toBe('DEPROVISIONED');
    await user.delete();
    expect(await refusal(client.getUser(user.id))).toEqual([404, 'E0000007']);
  });

  test('pages through 450 users by pages of 200', async () => {
    for (let from = 1; from <= 450; from += 50) {
      await Promise.all(Array.from({ length: 50 }, (_, i) => client.createUser(person(from + i), { activate: false })));
    }
    const logins = new Set<string>();
    await client.listUsers({ filter: 'status eq "STAGED"' }).each((user) => {
      logins.add(user.profile.login);
    });
    expect(logins.size).toBe(450);
  });

  test('creates, finds, updates and deletes a group and its members', async () => {
    const group = await client.createGroup({ profile: { name: 'Crew', description: 'all hands' } });
    const user = await client.createUser(person(900), { activate: false });
    await user.addToGroup(group.id);
    const members: string[] = [];
    await client.listGroupUsers(group.id).each((member) => {
      members.push(member.id);
    });
    expect(members).toEqual([user.id]);

    group.profile.description = 'half of them';
    await group.update();
    expect((await client.getGroup(group.id)).profile.description).toBe('half of them');

    await group.delete();
    expect(await refusal(client.getGroup(group.id))).toEqual([404, 'E0000007']);
    expect((await client.getUser(user.id)).id).toBe(user.id);
  });
});
