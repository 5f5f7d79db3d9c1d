import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { stepsInOrder } from '../../seeds/migrate.js';
import * as steps from '../../seeds/migrations/index.js';
import { StateFileError } from '../../store/errors.js';
import { type TestOrg, testOrg } from '../support/org.js';
import { addGroup, contentOf, groupNames, newFolder, openStore, removeFolders } from '../support/store.js';

const fixtures = fileURLToPath(new URL('../fixtures/state-bb0d4f6/', import.meta.url));
const stepNames = stepsInOrder({ ...steps });
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mockta-migrations-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  removeFolders();
});

/** A copy of a state folder that an earlier version wrote. */
function copyOf(name: string): string {
  const data = mkdtempSync(join(folder, `${name}-`));
  cpSync(join(fixtures, name), data, { recursive: true });
  return data;
}

const headerIn = (data: string) => JSON.parse(readFileSync(join(data, 'default.json'), 'utf8')).mockta;

/** The names that a list of objects with profiles has. */
const namesOf = (body: { profile: { name: string } }[]): string[] => body.map(({ profile }) => profile.name);

const zoneNames = async (org: TestOrg): Promise<string[]> =>
  (await org.get('/api/v1/zones')).body.map(({ name }: { name: string }) => name);

describe.each([
  ['closed', 'in its state file'],
  ['killed', 'in a journal that kill -9 left'],
])('an org of an earlier version, %s', (name) => {
  test('holds what it held, answers, and is written', async () => {
    const data = copyOf(name);
    const org = await testOrg({ data });
    const { body: ana } = await org.get('/api/v1/users/ana@old.example');
    expect(ana).toMatchObject({ status: 'ACTIVE', profile: { department: 'Crew', shoeSize: 38 } });
    expect((await org.get('/api/v1/users/ben@old.example')).body.status).toBe('PROVISIONED');
    const crew = org.store.groups.by('name', 'Crew');
    expect(namesOf((await org.get(`/api/v1/users/${ana.id}/groups`)).body)).toEqual(['Everyone', 'Crew']);
    expect((await org.get(`/api/v1/users/${ana.id}/linkedObjects/report`)).body).toHaveLength(1);
    expect((await org.get('/api/v1/groups/rules')).body.map((rule: { name: string }) => rule.name)).toContain(
      'Crew by department',
    );
    expect((await org.get('/api/v1/logs?limit=100')).body).toHaveLength(14);
    expect((await org.get('/api/v1/meta/types/user')).body).toHaveLength(2);
    const change = { profile: { name: 'Crew', description: 'changed by the next version' } };
    expect((await org.put(`/api/v1/groups/${crew?.id}`, change)).status).toBe(200);
    expect((await org.delete(`/api/v1/users/${ana.id}`)).status).toBe(204);
    const hash = org.hash();
    await org.close();
    const again = await testOrg({ data });
    expect(again.hash()).toBe(hash);
    expect((await again.get(`/api/v1/groups/${crew?.id}`)).body.profile).toEqual(change.profile);
    await again.close();
  });

  test('gets the default objects that came later, once', async () => {
    const data = copyOf(name);
    const org = await testOrg({ data });
    expect(headerIn(data).migrated).toEqual(stepNames);
    expect(await zoneNames(org)).toEqual(['BlockedIpZone', 'LegacyIpZone']);
    expect((await org.get('/api/v1/users/me/roles')).body[0].type).toBe('SUPER_ADMIN');
    const { body: features } = await org.get('/api/v1/features');
    expect(features.filter(({ id }: { id: string }) => org.store.features.count('needs', id) > 0)).toHaveLength(2);
    expect((await org.get('/api/v1/logs?limit=100')).body).toHaveLength(14);
    // As a later version might let one: what is gone stays gone.
    const { store } = org.sandbox.org;
    store.transaction(() =>
      store.collections.zones.remove(store.collections.zones.by('name', 'LegacyIpZone')?.id ?? ''),
    );
    await org.close();
    const again = await testOrg({ data });
    expect(await zoneNames(again)).toEqual(['BlockedIpZone']);
    await again.close();
  });
});

describe('an org', () => {
  test('that is new is past every step, and holds what they add', async () => {
    const data = mkdtempSync(join(folder, 'new-'));
    const org = await testOrg({ data });
    expect(headerIn(data).migrated).toEqual(stepNames);
    expect(await zoneNames(org)).toEqual(['BlockedIpZone', 'LegacyIpZone']);
    await org.reset();
    expect(await zoneNames(org)).toEqual(['BlockedIpZone', 'LegacyIpZone']);
    await org.close();
    expect(headerIn(data).migrated).toEqual(stepNames);
  });

  test('of a newer version is refused, and nothing is touched', async () => {
    const data = copyOf('closed');
    const file = join(data, 'default.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"seqs"', '"migrated":["zones","moons"],"seqs"'));
    const before = contentOf(data);
    await expect(testOrg({ data })).rejects.toThrow(/newer version, whose step "moons" is unknown here/);
    expect(contentOf(data)).toEqual(before);
    expect(readdirSync(data).filter((name) => name.endsWith('.lock'))).toEqual([]);
  });
});

describe('a step', () => {
  const withStep = (name: string, run: () => void) => ({
    migrations: { names: [name], load: async () => [{ name, run }] },
  });

  test('that fails stops the start and leaves the files as they are', async () => {
    const dir = newFolder();
    const first = await openStore(dir);
    addGroup(first, 'a');
    await first.store.close();
    const before = contentOf(dir);
    const failing = openStore(
      dir,
      withStep('broken', () => {
        throw new Error('no such thing');
      }),
    );
    await expect(failing).rejects.toThrow(/cannot be brought up to this one: no such thing\. It stays as it is/);
    await expect(failing).rejects.toBeInstanceOf(StateFileError);
    expect(contentOf(dir)).toEqual(before);
    const again = await openStore(dir);
    expect(groupNames(again.rows)).toEqual(['Everyone', 'a']);
    await again.store.close();
  });

  test('runs for an org that lacks it, and outlives a compaction', async () => {
    const dir = newFolder();
    let runs = 0;
    const options = withStep('counted', () => {
      runs += 1;
    });
    await (await openStore(dir)).store.close();
    const org = await openStore(dir, options);
    addGroup(org, 'a');
    await org.store.compact();
    addGroup(org, 'b');
    await org.store.close();
    const again = await openStore(dir, options);
    expect(groupNames(again.rows)).toEqual(['Everyone', 'a', 'b']);
    expect(again.store.header.migrated).toEqual(['counted']);
    await again.store.close();
    expect(runs).toBe(1);
  });

  test('comes after those that it names, and never waits for itself', () => {
    const run = (): void => {};
    expect(stepsInOrder({ a: { after: ['c'], run }, b: { run }, c: { after: ['b'], run } })).toEqual(['b', 'c', 'a']);
    expect(() => stepsInOrder({ a: { after: ['b'], run }, b: { after: ['a'], run } })).toThrow(/waits for itself/);
    expect(() => stepsInOrder({ a: { after: ['gone'], run } })).toThrow(/"gone" is not there/);
  });
});
