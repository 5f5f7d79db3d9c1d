import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openSandbox } from '../../server/open-sandbox.js';
import { createSandbox, type SandboxOptions } from '../../server/sandbox.js';
import { testOrg } from '../support/org.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mockta-edited-seeds-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const team = (group: string): string => `extends: base.yaml\ngroups:\n  - { name: ${group} }\n`;
const base = (group: string): string => `groups:\n  - { name: ${group} }\n`;

/** Starts beside what is there, and ends. @returns what was told, and the names of the groups */
async function start(options: SandboxOptions, meanwhile?: (sandbox: { reset(): Promise<void> }) => Promise<void>) {
  const told: string[] = [];
  const sandbox = await createSandbox({ ...options, warn: (message) => told.push(message) });
  await meanwhile?.(sandbox);
  const groups = sandbox.store.groups.all().map(({ profile }) => profile.name);
  await sandbox.close();
  return { told, groups };
}

/** A folder with an org in it that was made from `team.yaml`, which goes on from `base.yaml`. */
async function made(name: string) {
  const dir = mkdtempSync(join(folder, name));
  const seed = join(dir, 'team.yaml');
  const data = join(dir, 'data');
  writeFileSync(join(dir, 'base.yaml'), base('Ground'));
  writeFileSync(seed, team('Crew'));
  await start({ data, seed });
  return { dir, seed, data };
}

const sentence = (seed: string): string =>
  `the seed ${seed} was changed since this org was made from it: the org goes on as it is; ` +
  'fresh: true or a reset takes the new one.';

test('a seed file that was changed since its org was made is told of in one line, until it was taken', async () => {
  const { seed, data } = await made('file-');
  expect(await start({ data, seed })).toMatchObject({ told: [], groups: expect.arrayContaining(['Crew', 'Ground']) });
  writeFileSync(seed, team('Fleet'));
  const second = await start({ data, seed });
  expect(second).toMatchObject({ told: [sentence(seed)], groups: expect.arrayContaining(['Crew']) });
  // Where no seed is named, nothing is asked for that could be another.
  expect((await start({ data })).told).toEqual([]);
  const third = await start({ data, seed }, (sandbox) => sandbox.reset());
  expect(third).toMatchObject({ told: [sentence(seed)], groups: expect.arrayContaining(['Fleet']) });
  expect((await start({ data, seed })).told).toEqual([]);
});

test('so is one that it goes on from, and one that is gone', async () => {
  const { dir, seed, data } = await made('base-');
  writeFileSync(join(dir, 'base.yaml'), base('Floor'));
  expect((await start({ data, seed })).told).toEqual([sentence(seed)]);
  rmSync(seed);
  const gone = await start({ data, seed });
  expect(gone.told).toEqual([expect.stringMatching(/team\.yaml cannot be read \(ENOENT.*the org goes on as it is/)]);
  expect(gone.groups).toContain('Crew');
});

test('so is an object, and the command says it in its own words', async () => {
  const { seed, data } = await made('words-');
  writeFileSync(seed, team('Fleet'));
  const told: string[] = [];
  const opened = await openSandbox({ data, seed, warn: (message) => told.push(message) });
  await opened.close();
  expect(told).toEqual([expect.stringContaining('--fresh or a reset takes the new one.')]);
  const objects = join(data, 'objects');
  await start({ data: objects, seed: { groups: [{ name: 'Crew' }] } });
  expect((await start({ data: objects, seed: { groups: [{ name: 'Crew' }] } })).told).toEqual([]);
  const other = await start({ data: objects, seed: { groups: [{ name: 'Fleet' }] } });
  expect(other.told).toEqual([expect.stringMatching(/^the seed object was changed since/)]);
});

test('beside an org of another seed, one that is none is told as such, and not as a reason to start over', async () => {
  const { data, seed } = await made('none-');
  const fault = async (asked: string): Promise<string> =>
    String(await createSandbox({ data, seed: asked }).catch((error: unknown) => error));
  expect(await fault('acem')).toContain('There is no seed "acem". Shipped seeds are default, acme');
  expect(await fault(join(folder, 'gone.yaml'))).toContain('gone.yaml cannot be used: it does not exist');
  expect(await fault('acme')).toContain('was made from the seed "team", and "acme" was asked for');
  expect((await start({ data, seed })).groups).toContain('Crew');
});

test('a shipped seed is another with another version, which nobody has to be told', async () => {
  const data = join(folder, 'shipped');
  await start({ data, seed: 'acme' });
  expect((await start({ data, seed: 'acme' })).told).toEqual([]);
});

test('a reset by a seed that cannot be used moves neither rows nor clock, and is done when it was mended', async () => {
  const { seed, data } = await made('mended-');
  writeFileSync(seed, 'uzers: []\n');
  // The seed is bad from the start: nothing reads it until somebody resets.
  const org = await testOrg({ data, seed, warn: () => {} });
  org.clock.advance(86_400_000);
  const before = [org.hash(), org.clock.now()];
  for (let n = 0; n < 2; n++) {
    const answer = await org.post('/_sandbox/reset');
    expect([answer.status, answer.body.error]).toEqual([409, expect.stringContaining('uzers is not a known key')]);
    expect([org.hash(), org.clock.now()]).toEqual(before);
  }
  writeFileSync(seed, team('Fleet'));
  expect((await org.post('/_sandbox/reset')).status).toBe(204);
  expect((await org.get('/api/v1/groups?q=Fleet')).body).toHaveLength(1);
  expect(org.clock.now()).not.toBe(before[1]);
  await org.close();
});

test('nor does one that cannot be written down', async () => {
  const { data, seed } = await made('full-');
  const org = await testOrg({ data, seed, warn: () => {} });
  org.clock.advance(86_400_000);
  const before = [org.hash(), org.clock.now()];
  org.sandbox.org.store.giveUp('the disk is full');
  const { status, body } = await org.post('/_sandbox/reset');
  expect([status, body.error]).toEqual([503, expect.stringContaining('the disk is full')]);
  expect([org.hash(), org.clock.now()]).toEqual(before);
  await org.close();
});
