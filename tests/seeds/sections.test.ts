import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sectionNames, withAllSections } from '../../seeds/apply/kinds.js';
import { loadSeed, type Seed } from '../../seeds/load.js';
import { allSections } from '../../seeds/read/shape.js';
import { testOrg } from '../support/org.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mockta-sections-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(text: string): string {
  const file = join(folder, 'a.yaml');
  writeFileSync(file, text);
  return file;
}

const load = (text: string): Promise<Seed> => loadSeed(write(text));

describe('the sections', () => {
  test('are read and applied under the same names, in the same order', () => {
    expect(allSections.map(([name]) => name)).toEqual(sectionNames);
    expect(sectionNames.slice(0, 3)).toEqual(['userTypes', 'groups', 'users']);
  });

  test('that a compiled seed lacks are empty', () => {
    const seed = withAllSections({ org: { subdomain: 'old', companyName: 'Old' }, groups: [] });
    for (const name of sectionNames) expect(seed[name]).toEqual([]);
    expect(seed.groupProperties).toEqual({});
  });

  test('without items are no part of what a seed is', async () => {
    const plain = await load('org: {subdomain: a}\n');
    const empty = await load('org: {subdomain: a}\nzones: []\ngroupRules: []\n');
    expect(empty).toEqual(plain);
    expect((await load('org: {subdomain: a}\nzones: [{type: IP, name: z}]\n')).hash).not.toBe(plain.hash);
  });

  test('tell of an enhanced dynamic zone what it holds and what it does not', async () => {
    const seed = await load(
      'zones:\n  - {type: DYNAMIC_V2, name: Far, locations: {include: [{country: US}]}, asns: {exclude: ["2232"]}}\n',
    );
    expect(seed.zones.find(({ name }) => name === 'Far')).toMatchObject({
      locations: { include: [{ country: 'US', region: null }], exclude: [] },
      ipServiceCategories: { include: [], exclude: [] },
      asns: { include: [], exclude: ['2232'] },
    });
  });

  test('take the place of inherited items with the same key, case set aside', async () => {
    const seed = await load(
      'zones:\n  - {type: IP, name: legacyipzone, status: INACTIVE}\n  - {type: DYNAMIC, name: New}\n',
    );
    expect(seed.zones.map(({ name, status }) => [name, status])).toEqual([
      ['BlockedIpZone', 'ACTIVE'],
      ['legacyipzone', 'INACTIVE'],
      ['New', 'ACTIVE'],
    ]);
  });
});

test.each([
  [
    'a key of another kind of zone',
    'zones:\n  - type: IP\n    name: Z\n    asn: []\n',
    'a.yaml:4: zones[0].asn is not a known key',
  ],
  [
    'a mistyped key',
    'zones:\n  - type: IP\n    name: Z\n    gateway: []\n',
    'a.yaml:4: zones[0].gateway is not a known key (did you mean gateways?)',
  ],
  ['a kind that is not there', 'org: {}\nmoons: []\n', 'a.yaml:2: moons is not a known key'],
  [
    'a name twice',
    'zones:\n  - {type: IP, name: Z}\n  - {type: IP, name: z}\n',
    'a.yaml:3: zones[1] repeats zones[0]: "z" is there already',
  ],
  [
    'no address',
    'zones:\n  - type: IP\n    name: Z\n    gateways: [{type: CIDR, value: 10/8}]\n',
    'a.yaml:4: zones[0].gateways[0].value is no address',
  ],
  [
    'an id of another prefix',
    'zones:\n  - {type: IP, name: Z, id: 00gAAAAAAAAAAAAAAAAA}\n',
    'a.yaml:2: zones[0].id is wrong: must be nzo and 17 more',
  ],
  ['an unknown pipeline', 'org:\n  pipeline: v2\n', 'a.yaml:2: org.pipeline is wrong'],
])('a seed with %s is refused with its line', async (_, text, expected) => {
  const error: Error = await load(text).then(
    () => new Error('the seed was taken'),
    (thrown: Error) => thrown,
  );
  expect(error.message.replaceAll(`${folder}/`, '')).toContain(`  ${expected}`);
});

test('a seed fills zones, says the pipeline, and names groups of applications', async () => {
  const seed = `
org: { pipeline: v1 }
zones:
  - { type: IP, id: nzoAAAAAAAAAAAAAAAAA, name: Office, gateways: [{ type: CIDR, value: 192.0.2.0/24 }] }
groups:
  - { name: From app, type: APP_GROUP }
users:
  - profile: { login: kim@a.example, firstName: Kim, lastName: Low }
    groups: [from app]
`;
  const org = await testOrg({ seed: write(seed) });
  expect(org.store.org.all()[0]?.pipeline).toBe('v1');
  expect((await org.get('/api/v1/zones/nzoAAAAAAAAAAAAAAAAA')).body).toMatchObject({
    name: 'Office',
    status: 'ACTIVE',
    usage: 'POLICY',
    system: false,
    gateways: [{ type: 'CIDR', value: '192.0.2.0/24' }],
    proxies: null,
  });
  const { body } = await org.get('/api/v1/users/kim@a.example/groups');
  expect(body.map((group: { profile: { name: string } }) => group.profile.name)).toEqual(['Everyone', 'From app']);
  await org.close();
});
