import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { LARGE_BYTES } from '../../server/seed-source.js';
import { testOrg } from '../support/org.js';
import { contentOf, newFolder, removeFolders } from '../support/store.js';

afterAll(removeFolders);

const NOW = Date.UTC(2026, 0, 15, 9, 30);
const LATER = Date.UTC(2026, 4, 1, 12);
const person = (login: string) => ({ profile: { login, email: login, firstName: 'A', lastName: 'B' } });

/** Something of everything that tells a time: the clock's, one of its own, one that is reckoned from the clock's. */
const content = {
  extends: 'acme',
  users: [
    { ...person('locked@acme.example'), status: 'LOCKED_OUT' },
    { ...person('old@acme.example'), created: '2024-02-03T04:05:06.000Z' },
    { ...person('odd@acme.example'), lastLogin: '9990-01-01T00:00:00.000Z' },
  ],
  authorizationServers: [{ name: 'Parcels', audiences: ['https://parcels.example'] }],
};

/** A seed file; a large one holds the same and white space besides. */
function seedFile(isLarge: boolean, given: object = content): string {
  const folder = newFolder();
  mkdirSync(join(folder, 'seed'));
  const file = join(folder, 'seed', 'crew.json');
  writeFileSync(file, JSON.stringify(given) + ' '.repeat(isLarge ? LARGE_BYTES : 0));
  return file;
}

type Options = Parameters<typeof testOrg>[0];

const opened = (seed: string, options: Options = {}) => testOrg({ idSeed: 'large', frozenAt: NOW, seed, ...options });

/** What an org of a small seed file is after this, closed again. */
async function small(options: Options = {}, given: object = content): Promise<string> {
  const org = await opened(seedFile(false, given), options);
  const hash = org.hash();
  await org.close();
  return hash;
}

async function addPerson(org: Awaited<ReturnType<typeof testOrg>>): Promise<void> {
  expect((await org.post('/api/v1/users', person('new@acme.example'))).status).toBe(200);
}

describe.each([
  ['in memory', () => undefined],
  ['in a folder', newFolder],
])('an org of a large seed file, %s', (_, folderOf) => {
  const begin = (seed: string, options: Options = {}) => {
    const data = folderOf();
    return opened(seed, data === undefined ? options : { data, ...options });
  };

  test('is what a small file with the same makes, at its start and after a reset', async () => {
    const org = await begin(seedFile(true));
    const expected = await small();
    expect(org.hash()).toBe(expected);
    await addPerson(org);
    const id = org.store.users.by('login', 'new@acme.example')?.id;
    expect(org.hash()).not.toBe(expected);
    await org.reset();
    expect(org.hash()).toBe(expected);
    await addPerson(org);
    expect(org.store.users.by('login', 'new@acme.example')?.id).toBe(id);
    await org.reset();
    expect(org.hash()).toBe(expected);
    await org.close();
  });

  test('is reset to what its owner changed in the file', async () => {
    const seed = seedFile(true);
    const org = await begin(seed);
    const changed = { ...content, users: [person('changed@acme.example')] };
    writeFileSync(seed, JSON.stringify(changed) + ' '.repeat(LARGE_BYTES));
    await org.reset();
    expect(org.hash()).toBe(await small({}, changed));
    await org.close();
  });

  test('stays as it is where the file has become a bad one', async () => {
    const seed = seedFile(true);
    const org = await begin(seed);
    await addPerson(org);
    const before = org.hash();
    writeFileSync(seed, JSON.stringify({ ...content, users: [{ profile: {} }] }) + ' '.repeat(LARGE_BYTES));
    await expect(org.reset()).rejects.toThrow(/crew\.json cannot be used; nothing was changed/);
    expect(org.hash()).toBe(before);
    await org.close();
  });

  test('takes the token of its file, and one that is configured', async () => {
    const value = '00crewcrewcrewcrewcrewcrewcrewcrewcrewcrew';
    const tokens = [{ name: 'own', user: 'old@acme.example', value }];
    const org = await begin(seedFile(true, { ...content, extends: 'acme', tokens }), {
      token: 'token-of-the-large-seeds',
    });
    await org.reset();
    for (const token of ['token-of-the-large-seeds', value]) {
      const { status } = await org.get('/api/v1/users/me', { authorization: `SSWS ${token}` });
      expect(status).toBe(200);
    }
    await org.close();
  });
});

describe('a pattern', () => {
  const state = (data: string): string => readFileSync(join(data, 'default.json'), 'utf8');

  test('serves a start at another time, and every time of the clock is the later one', async () => {
    const [data, seed] = [newFolder(), seedFile(true)];
    await (await opened(seed, { data })).close();
    const pattern = contentOf(data)['default.pattern.json'];
    const org = await opened(seed, { data, frozenAt: LATER });
    await org.reset();
    expect(org.hash()).toBe(await small({ frozenAt: LATER }));
    expect(org.store.users.by('login', 'odd@acme.example')?.lastLogin).toBe('9990-01-01T00:00:00.000Z');
    expect(org.store.users.by('login', 'old@acme.example')?.created).toBe('2024-02-03T04:05:06.000Z');
    await org.close();
    expect(contentOf(data)['default.pattern.json']).toBe(pattern);
    // The last year that the seed tells no time of, nor of the one after.
    expect(pattern).toContain('"9988-01-01T00:00:00.000Z"');
    expect(state(data)).not.toMatch(/"pattern"|"998[89]-/);
  });

  test('that was damaged is told of, changes nothing, and is made again', async () => {
    const [data, seed] = [newFolder(), seedFile(true)];
    const org = await opened(seed, { data });
    const expected = org.hash();
    await addPerson(org);
    const before = org.hash();
    const file = join(data, 'default.pattern.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('jonas.weber', 'jonas.wbeer'));
    await expect(org.reset()).rejects.toThrow(/default\.pattern\.json was damaged/);
    expect(org.hash()).toBe(before);
    await org.reset();
    expect(org.hash()).toBe(expected);
    await org.close();
  });

  test('of another org, as after a start with --fresh, is not used', async () => {
    const [data, seed] = [newFolder(), seedFile(true)];
    await (await opened(seed, { data })).close();
    const org = await opened(seed, { data, fresh: true, idSeed: 'another', warn: () => {} });
    expect(org.hash()).toBe(await small({ idSeed: 'another' }));
    await org.close();
  });
});
