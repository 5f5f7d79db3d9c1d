import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { loadSeed } from '../../seeds/load.js';
import type { SeedList, SeedObject } from '../../seeds/object.js';
import type { SectionName } from '../../seeds/types.js';
import { createSandbox } from '../../server/sandbox.js';
import { StateFileError } from '../../store/errors.js';
import { testOrg } from '../support/org.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mockta-seed-objects-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const kim = { login: 'kim@team.example', firstName: 'Kim', lastName: 'Low' };
const team: SeedObject = {
  org: { subdomain: 'team' },
  groups: [{ name: 'Crew' }],
  users: [{ profile: kim, password: 'Harbour-View-9', groups: ['Crew'], created: '2024-02-29T10:00:00.000Z' }],
};

/** What a seed is refused with. */
async function refusal(seed: SeedObject): Promise<string> {
  const error: unknown = await loadSeed(seed).then(
    () => 'it was taken',
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof StateFileError)) throw error;
  return error.message;
}

const withProfile = (profile: Readonly<Record<string, unknown>>): SeedObject => ({ users: [{ profile }] });

test('the lists that an object may hold are those of files', () => {
  // Each is assigned to the other: a list that one of them lacks does not compile.
  const ofObjects = (name: SectionName): SeedList => name;
  const ofFiles = (name: SeedList): SectionName => name;
  expect(ofObjects(ofFiles('users'))).toBe('users');
});

test('makes the org that the same text makes, and a reset makes it again', async () => {
  const file = join(folder, 'object.json');
  writeFileSync(file, JSON.stringify(team));
  const options = { idSeed: 'same' };
  const [made, read] = await Promise.all([testOrg({ ...options, seed: team }), testOrg({ ...options, seed: file })]);
  try {
    expect(made.hash()).toBe(read.hash());
    expect(made.sandbox.seed).toBe('object');
    const before = made.hash();
    const { body } = await made.get('/api/v1/users/kim@team.example');
    expect(body).toMatchObject({ status: 'ACTIVE', created: '2024-02-29T10:00:00.000Z' });
    expect((await made.post(`/api/v1/users/${body.id}/lifecycle/suspend`)).status).toBe(200);
    expect(made.hash()).not.toBe(before);
    await made.reset();
    expect(made.hash()).toBe(before);
  } finally {
    await Promise.all([made.close(), read.close()]);
  }
});

test('holds what JSON would: no members that are undefined, a Date as its text, an item that stands twice', async () => {
  const profile = { ...kim, city: undefined };
  const shared = { title: 'Badge' };
  const seed = await loadSeed({
    userProperties: { badge: shared, locker: shared },
    users: [{ profile, created: new Date(Date.UTC(2024, 1, 29)) }],
  });
  const user = seed.users.find(({ profile: { login } }) => login === kim.login);
  expect(user?.created).toBe('2024-02-29T00:00:00.000Z');
  expect(user?.profile).not.toHaveProperty('city');
});

const circle: Record<string, unknown> = { login: 'a@b.example' };
circle.me = circle;
let deep: unknown = 'x';
for (let level = 0; level < 100_000; level++) deep = [deep];

test.each<[what: string, seed: SeedObject, expected: string]>([
  ['a function', withProfile({ login: () => 'x' }), 'users[0].profile.login is a function, which a seed cannot hold'],
  ['a big number', withProfile({ floor: 1n }), 'users[0].profile.floor is a bigint, which a seed cannot hold'],
  ['no number', withProfile({ floor: Number.NaN }), 'users[0].profile.floor is NaN, which is no number in JSON'],
  ['a hole in a list', { users: [{ profile: kim, groups: [undefined] }] }, 'users[0].groups[0] is undefined, which'],
  ['an object of a class', withProfile({ tags: new Map() }), 'users[0].profile.tags is a Map, and not a plain object'],
  ['a circle', withProfile(circle), 'users[0].profile.me holds itself'],
  ['a tower', withProfile({ deep }), '[0] nests too deeply'],
  ['a date that is none', { users: [{ profile: kim, created: new Date(Number.NaN) }] }, 'users[0].created is wrong'],
  ['a seed to go on from that is not there', { extends: 'gone.yaml' }, 'gone.yaml cannot be used: it does not exist'],
])('refuses %s', async (_, seed, expected) => {
  expect(await refusal(seed)).toContain(expected);
});

test('a refused object leaves a state file as it was; an org made from one is reset by giving it again', async () => {
  const data = join(folder, 'state');
  const first = await createSandbox({ data, seed: team });
  const before = first.org.store.hash();
  await first.close();
  await expect(createSandbox({ data, fresh: true, seed: { users: [{}] } })).rejects.toThrow(
    'The seed given as an object cannot be used; nothing was changed.\n  users[0].profile is missing',
  );
  const plain = await createSandbox({ data });
  expect(plain.org.store.hash()).toBe(before);
  await expect(plain.reset()).rejects.toThrow('Give it to createSandbox as `seed` again to reset the org.');
  await plain.close();
  const again = await createSandbox({ data, seed: team });
  await again.reset();
  await again.close();
});
