import { scryptSync } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { loadSeed, type Seed } from '../../seeds/load.js';
import type { SeedObject } from '../../seeds/object.js';
import { createSandbox } from '../../server/sandbox.js';
import { StateFileError } from '../../store/errors.js';
import { testOrg } from '../support/org.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mockta-seeds-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const load = (name: string, text: string): Promise<Seed> => loadSeed(write(name, text));

/** What stops the start, its file name shortened. */
async function refusal(name: string, text: string): Promise<string> {
  const error = await load(name, text).then(
    () => new Error('the seed was taken'),
    (thrown: unknown) => thrown as Error,
  );
  if (!(error instanceof StateFileError)) throw error;
  return error.message.replaceAll(`${folder}/`, '');
}

const small = `
org:
  subdomain: tiny
groups:
  - id: 00gAAAAAAAAAAAAAAAAA
    name: Crew
users:
  - id: 00uAAAAAAAAAAAAAAAAA
    profile: { login: kim@tiny.example, firstName: Kim, lastName: Low }
    password: Harbour-View-9
    groups: [crew, Everyone]
    created: 2020-02-29T10:00:00.123+01:00
tokens:
  - name: kim's token
    value: 00kim-kim-kim-kim-kim-kim
    user: Kim@Tiny.example
`;

/** What is wrong, and the line and sentence that the refusal must hold. */
const bad: readonly (readonly [what: string, name: string, text: string, expected: string])[] = [
  [
    'a source of a group that is no app group',
    'a.yaml',
    'groups:\n  - name: Crew\n    source: Okta Dashboard\n',
    'a.yaml:3: groups[0].source is for groups of the type APP_GROUP',
  ],
  ['an unknown key', 'a.yaml', 'users: []\ngruops: []\n', 'a.yaml:2: gruops is not a known key (did you mean groups?)'],
  [
    'an unknown key inside',
    'a.yaml',
    'users:\n  - profile: {login: a@b.example, firstName: A, lastName: B}\n    passwrd: x\n',
    'a.yaml:3: users[0].passwrd is not a known key (did you mean password?)',
  ],
  [
    'an unknown profile property',
    'a.yaml',
    'users:\n  - profile:\n      login: a@b.example\n      firstName: A\n      lastName: B\n      deparment: X\n',
    'a.yaml:6: users[0].profile.deparment is not a property of the profile (did you mean department?)',
  ],
  [
    'a missing required property',
    'a.yaml',
    'users:\n  - profile: {login: a@b.example, firstName: A}\n',
    'a.yaml:2: users[0].profile lacks lastName',
  ],
  [
    'a duplicate login',
    'a.yaml',
    'users:\n  - profile: {login: a@b.example, firstName: A, lastName: B}\n  - profile: {login: A@B.example, firstName: A, lastName: B}\n',
    'a.yaml:3: users[1] repeats users[0]: "a@b.example" is there already',
  ],
  [
    'a dangling group',
    'a.yaml',
    'groups: [{name: Crew}]\nusers:\n  - profile: {login: a@b.example, firstName: A, lastName: B}\n    groups: [Crwe]\n',
    'a.yaml:4: users[0].groups[0] names the group "Crwe", which is not in the seed (did you mean Crew?)',
  ],
  [
    'a dangling user',
    'a.yaml',
    'tokens:\n  - name: t\n    value: 00tttttttttttttttttttt\n    user: admin@mockta.exmple\n',
    'a.yaml:4: tokens[0].user names the user "admin@mockta.exmple", who is not in the seed (did you mean admin@mockta.example?)',
  ],
  [
    'a dangling link',
    'a.yaml',
    'users:\n  - profile: {login: a@b.example, firstName: A, lastName: B}\n    links: {boss: a@b.example}\n',
    'a.yaml:3: users[0].links.boss is not the primary name of a linked object',
  ],
  ['broken YAML', 'a.yaml', 'users:\n  - profile: {login: a\n', 'a.yaml:3: not valid YAML: '],
  ['a key that comes twice', 'a.yaml', 'users: []\nusers: []\n', 'a.yaml:2: not valid YAML: this key is there already'],
  ['broken JSON', 'a.json', '{\n  "users": [\n    {"profile": }\n  ]\n}', 'a.json:3: not valid JSON: '],
  ['JSON that ends early', 'a.json', '{\n "users": [', 'a.json:2: not valid JSON: '],
  ['an empty file', 'a.yaml', '\n', 'a.yaml:1: the file is empty'],
  ['a list', 'a.yaml', '- users\n', 'a.yaml:1: the file is wrong: must be an object with keys, not a list'],
  [
    'an id with another prefix',
    'a.yaml',
    'groups:\n  - name: Crew\n    id: 00uAAAAAAAAAAAAAAAAA\n',
    'a.yaml:3: groups[0].id is wrong: must be 00g and 17 more letters and digits',
  ],
  [
    'an id that comes twice',
    'a.yaml',
    'groups:\n  - {name: A, id: 00gAAAAAAAAAAAAAAAAA}\n  - {name: B, id: 00gAAAAAAAAAAAAAAAAA}\n',
    'a.yaml:3: groups[1].id is taken: another item of the seed has 00gAAAAAAAAAAAAAAAAA',
  ],
  [
    'a value of another type',
    'a.json',
    '{"users": [\n {"profile": {"login": "a@b.example", "firstName": "A",\n "lastName": 7}}]}',
    'a.json:3: users[0].profile.lastName is wrong: The value is not of the type of the property',
  ],
  [
    'a login that is no e-mail address',
    'a.yaml',
    'users:\n  - profile: {login: nobody, firstName: A, lastName: B, email: a@b.example}\n',
    'a.yaml:2: users[0].profile.login is wrong: Username must be in the form of an email address',
  ],
  [
    'a bad definition',
    'a.yaml',
    'userProperties:\n  size:\n    type: enormous\n',
    'a.yaml:2: userProperties.size is wrong: type: The field has an invalid value',
  ],
  [
    'a property that is there already',
    'a.yaml',
    'userProperties:\n  City: {}\n',
    'a.yaml:2: userProperties.City is the name of a base property',
  ],
  [
    'two users with one value of a unique property',
    'a.yaml',
    'userProperties:\n  badge: {unique: true}\nusers:\n  - profile: {login: a@b.example, firstName: A, lastName: B, badge: x}\n  - profile: {login: c@b.example, firstName: A, lastName: B, badge: x}\n',
    'a.yaml:5: users[1].profile.badge must be unique; another user has this value',
  ],
  [
    'an imported hash without its parameters',
    'a.yaml',
    'users:\n  - profile: {login: a@b.example, firstName: A, lastName: B}\n    password: {algorithm: BCRYPT, value: x}\n',
    'a.yaml:3: users[0].password is wrong: must be a text of up to 72 characters or an imported hash',
  ],
  [
    'a rule that cannot be read',
    'a.yaml',
    'groups: [{name: Crew}]\ngroupRules:\n  - name: R\n    expression: user.department ==\n    groups: [Crew]\n',
    'a.yaml:4: groupRules[0].expression cannot be used: ',
  ],
  [
    'a rule over an attribute that is not there',
    'a.yaml',
    'groups: [{name: Crew}]\ngroupRules:\n  - name: R\n    expression: user.deparment=="X"\n    groups: [Crew]\n',
    'a.yaml:4: groupRules[0].expression cannot be used: ',
  ],
  [
    'a rule that fills a built-in group',
    'a.yaml',
    'groupRules:\n  - name: R\n    expression: user.city=="X"\n    groups: [Okta Administrators]\n',
    'a.yaml:4: groupRules[0].groups[0] names the group "Okta Administrators", which rules cannot assign to',
  ],
  ['nothing to extend', 'a.yaml', 'extends: none\n', 'a.yaml:1: groups must hold the group Everyone, of type BUILT_IN'],
];

/** How files are refused that make no object: of these no program could make one. */
const UNREAD = /: (?:not valid |the file is )/;

describe('a seed file', () => {
  test('extends the default seed, pins ids and tokens, resolves names without regard to case', async () => {
    const org = await testOrg({ seed: write('small.yaml', small) });
    try {
      const { body } = await org.get('/api/v1/users/kim@tiny.example');
      expect(body).toMatchObject({ id: '00uAAAAAAAAAAAAAAAAA', status: 'ACTIVE', created: '2020-02-29T09:00:00.000Z' });
      expect(body.profile.email).toBe('kim@tiny.example');
      const { body: me } = await org.get('/api/v1/users/me', { authorization: 'SSWS 00kim-kim-kim-kim-kim-kim' });
      expect(me.id).toBe(body.id);
      const { body: groups } = await org.get(`/api/v1/users/${body.id}/groups`);
      expect(groups.map((group: { profile: { name: string } }) => group.profile.name)).toEqual(['Everyone', 'Crew']);
      expect(groups[1].id).toBe('00gAAAAAAAAAAAAAAAAA');
      expect(org.store.org.all()[0]).toMatchObject({ subdomain: 'tiny', companyName: 'Mockta' });
      expect(org.sandbox.seed).toBe('small');
    } finally {
      await org.close();
    }
  });

  test('hashes passwords', async () => {
    const seed = await load('hashed.yaml', small);
    const password = seed.users.find((user) => user.profile.login === 'kim@tiny.example')?.password;
    expect(JSON.stringify(seed)).not.toContain('Harbour-View-9');
    if (password?.algorithm !== 'SCRYPT') throw new Error('not hashed by scrypt');
    const key = scryptSync('Harbour-View-9', Buffer.from(password.salt, 'base64'), 32, { N: 256, r: 8, p: 1 });
    expect(password).toMatchObject({ cost: 256, value: key.toString('base64') });
  });

  test('means the same in JSON as in YAML, and its hash tells contents apart', async () => {
    const yaml = await load('same.yaml', 'users:\n  - profile: {login: a@b.example, firstName: A, lastName: B}\n');
    const json = await load(
      'same.json',
      JSON.stringify({ users: [{ profile: { login: 'a@b.example', firstName: 'A', lastName: 'B' } }] }),
    );
    expect(json).toEqual(yaml);
    const other = await load('same.yml', 'users:\n  - profile: {login: a@b.example, firstName: A, lastName: C}\n');
    expect(other.name).toBe(yaml.name);
    expect(other.hash).not.toBe(yaml.hash);
  });

  test('may take the place of what it extends, by login or name', async () => {
    const seed = await load(
      'replaced.yaml',
      'users:\n  - id: 00uBBBBBBBBBBBBBBBBB\n    profile: {login: admin@mockta.example, firstName: Al, lastName: Own}\n',
    );
    expect(seed.users.map((user) => [user.id, user.profile.firstName])).toEqual([['00uBBBBBBBBBBBBBBBBB', 'Al']]);
    expect(seed.tokens[0]?.user).toBe('admin@mockta.example');
  });

  test('may extend another file', async () => {
    write('base.yaml', small);
    const seed = await load('next.yaml', 'extends: ./base.yaml\ngroups:\n  - name: Second\n');
    expect(seed.groups.map((group) => group.name)).toEqual(['Everyone', 'Okta Administrators', 'Crew', 'Second']);
  });

  test('fills groups by its active rules, one after the other, excluded users excepted', async () => {
    const person = (login: string, city: string, status = 'ACTIVE') => ({
      status,
      profile: { login: `${login}@b.example`, firstName: 'A', lastName: 'B', city },
    });
    const seed = await load(
      'ruled.json',
      JSON.stringify({
        groups: [{ name: 'North' }, { name: 'All of north' }],
        users: [person('a', 'Oslo'), person('b', 'Oslo'), person('c', 'Rome'), person('d', 'Oslo', 'DEPROVISIONED')],
        groupRules: [
          { name: 'Second', expression: 'isMemberOfGroupName("North")', groups: ['All of north'] },
          { name: 'First', expression: 'user.city=="Oslo"', groups: ['North'], exclude: ['b@b.example'] },
          { name: 'Off', status: 'INACTIVE', expression: 'user.city=="Rome"', groups: ['North'] },
        ],
      }),
    );
    expect(seed.groupRules.map((rule) => rule.members)).toEqual([['a@b.example'], ['a@b.example'], []]);
  });

  test('may import password hashes', async () => {
    const hash = { algorithm: 'SHA-256', value: 'n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=' };
    const seed = await load(
      'imported.json',
      JSON.stringify({ users: [{ profile: { login: 'a@b.example', firstName: 'A', lastName: 'B' }, password: hash }] }),
    );
    expect(seed.users[1]?.password).toEqual(hash);
  });

  test('is what the guide shows', async () => {
    const guide = readFileSync(join(root, 'docs/seeds.md'), 'utf8');
    const [, example = ''] = /```yaml\n(# team\.yaml\n.*?)```/s.exec(guide) ?? [];
    const seed = await loadSeed(write('team.yaml', example));
    expect(seed.users.map((user) => user.profile.login)).toEqual([
      'admin@mockta.example',
      'kim@team.example',
      'lee@team.example',
    ]);
    expect(seed.users[2]).toMatchObject({ status: 'STAGED', links: { manager: 'kim@team.example' } });
    const org = await testOrg({ seed: join(folder, 'team.yaml') });
    const { body } = await org.get('/api/v1/users/lee@team.example/linkedObjects/manager');
    expect(body).toHaveLength(1);
    expect((await org.get('/api/v1/groups/rules')).body[0]).toMatchObject({
      status: 'ACTIVE',
      name: 'Crew by department',
    });
    await org.close();
  });

  test('of many users is taken', async () => {
    const users = Array.from({ length: 20_000 }, (_, i) => ({
      profile: { login: `user${i}@big.example`, firstName: 'User', lastName: `N${i}`, department: `D${i % 9}` },
      groups: ['Crew'],
    }));
    const seed = await load('big.json', JSON.stringify({ groups: [{ name: 'Crew' }], users }));
    expect(seed.users).toHaveLength(20_001);
    const broken = JSON.stringify({ groups: [{ name: 'Crew' }], users: [...users, users[77]] }, null, 1);
    const line = broken.slice(0, broken.lastIndexOf('"profile"')).split('\n').length - 1;
    expect(await refusal('big-broken.json', broken)).toContain(
      `big-broken.json:${line}: users[20000] repeats users[77]: "user77@big.example" is there already`,
    );
  });
});

describe('a bad seed', () => {
  test.each(bad)('with %s is refused with its line', async (_, name, text, expected) => {
    const message = await refusal(name, text);
    expect(message.split('\n')[0]).toBe(`The seed ${name} cannot be used; nothing was changed.`);
    expect(message).toContain(`  ${expected}`);
  });

  test.each(bad.filter(([, , , expected]) => !UNREAD.test(expected)))(
    'with %s is refused as an object, too, with its place',
    async (_, name, text, expected) => {
      const error: unknown = await loadSeed(parse(text) as SeedObject).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(StateFileError);
      expect(String(error)).toContain(`\n  ${expected.slice(expected.indexOf(': ', name.length) + 2)}`);
    },
  );

  test('has all its problems listed, up to 20', async () => {
    const two = await refusal('two.yaml', 'gruops: []\nuzers: []\n');
    expect(two.split('\n')).toHaveLength(3);
    const keys = Array.from({ length: 25 }, (_, i) => `nothing${i}: 1`).join('\n');
    const many = (await refusal('many.yaml', keys)).split('\n');
    expect(many).toHaveLength(22);
    expect(many[21]).toBe('  and 5 more');
  });

  test('that is not there, extends itself or has no ending is refused', async () => {
    await expect(loadSeed(join(folder, 'gone.yaml'))).rejects.toThrow(/gone\.yaml cannot be used: it does not exist/);
    await expect(loadSeed('acem')).rejects.toThrow('There is no seed "acem". Shipped seeds are default, acme;');
    await expect(load('loop.yaml', 'extends: loop.yaml\n')).rejects.toThrow(/extends itself/);
  });

  test('with aliases that multiply is refused in time', async () => {
    const levels = Array.from({ length: 12 }, (_, i) =>
      i === 0
        ? 'a0: &a0 [x]'
        : `a${i}: &a${i} [${Array(9)
            .fill(`*a${i - 1}`)
            .join(',')}]`,
    );
    expect(await refusal('bomb.yaml', levels.join('\n'))).toMatch(/bomb\.yaml:1: cannot be read: .*alias/);
  });

  test('stops the start and leaves the state as it was', async () => {
    const data = join(folder, 'state');
    const seed = write('stop.yaml', 'gruops: []\n');
    await expect(createSandbox({ seed, data })).rejects.toThrow(StateFileError);
    expect(existsSync(data) ? readdirSync(data) : []).toEqual([]);
    await (await createSandbox({ data })).close();
    const before = readdirSync(data).map((file) => [file, readFileSync(join(data, file), 'utf8')]);
    await expect(createSandbox({ seed, data, fresh: true })).rejects.toThrow(StateFileError);
    expect(readdirSync(data).map((file) => [file, readFileSync(join(data, file), 'utf8')])).toEqual(before);
  });
});
