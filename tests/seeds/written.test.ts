import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadSeed, type Seed } from '../../seeds/load.js';
import type { SeedObject } from '../../seeds/object.js';
import { StateFileError } from '../../store/errors.js';

// YAML has more ways to write a value than JSON, and either can say what a parser passes over without a word.

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mockta-seed-written-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function load(name: string, text: string): Promise<Seed> {
  const file = join(folder, name);
  writeFileSync(file, text);
  return loadSeed(file);
}

/** What is wrong with a seed: a line for each fault, without the file's name. */
async function faultsOf(seed: Promise<Seed>): Promise<string[]> {
  const error = await seed.then(
    () => new Error('the seed was taken'),
    (thrown: unknown) => thrown as Error,
  );
  if (!(error instanceof StateFileError)) throw error;
  const [first, ...faults] = error.message.split('\n');
  expect(first).toMatch(/^The seed .* cannot be used; nothing was changed\.$/);
  return faults.map((fault) => fault.replace(`${folder}/`, '').trim());
}

const ann = '{login: ann@b.example, firstName: Ann, lastName: Low}';
const user = `users:\n  - profile: ${ann}\n`;
const policy = 'policies:\n  - {type: PASSWORD, name: P, settings: ';

/** The same seed, written with what YAML has besides, and plainly. */
const same: readonly (readonly [what: string, written: string, plain: string])[] = [
  [
    'an ordered mapping for a section',
    'org: !!omap\n  - subdomain: tiny\n  - companyName: Tiny\n',
    'org: {subdomain: tiny, companyName: Tiny}\n',
  ],
  [
    'an ordered mapping for the whole',
    `!!omap\n- groups: [{name: Crew}]\n- ${user}`,
    `groups: [{name: Crew}]\n${user}`,
  ],
  [
    'an ordered mapping for a profile',
    'users:\n  - profile: !!omap [login: ann@b.example, firstName: Ann, lastName: Low]\n',
    user,
  ],
  ['a set for a list of names', `${user}    groups: !!set {Everyone}\n`, `${user}    groups: [Everyone]\n`],
  [
    'a set with question marks',
    `${user}    groups: !!set\n      ? Everyone\n      ? Okta Administrators\n`,
    `${user}    groups: [Everyone, Okta Administrators]\n`,
  ],
  [
    'a tagged time',
    `${user}    created: !!timestamp 2020-02-29T10:00:00Z\n`,
    `${user}    created: '2020-02-29T10:00:00Z'\n`,
  ],
  [
    'a time where YAML 1.1 knows times',
    `%YAML 1.1\n---\n${user}    created: 2020-02-29T10:00:00Z\n`,
    `${user}    created: '2020-02-29T10:00:00Z'\n`,
  ],
  [
    'a mapping merged into another',
    `users:\n  - profile: &a ${ann}\n  - profile:\n      <<: *a\n      login: bea@b.example\n`,
    `${user}  - profile: {login: bea@b.example, firstName: Ann, lastName: Low}\n`,
  ],
  [
    'several merged, the first of which wins',
    'groups:\n  - &a {name: A, description: a}\n  - &b {name: B, description: b}\n  - {<<: [*b, *a], name: C}\n',
    'groups: [{name: A, description: a}, {name: B, description: b}, {name: C, description: b}]\n',
  ],
  ['a text that says so', 'groups:\n  - name: !!str 7\n', "groups: [{name: '7'}]\n"],
  ['the end of the document', `${user}...\n`, user],
  ['a name for a list that many share', `${sharing('*crew')}`, sharing('[Everyone]')],
];

/** More users than the YAML reader lets aliases be by itself. */
function sharing(groups: string): string {
  const profile = (i: number): string => `{login: u${i}@b.example, firstName: A, lastName: B}`;
  const first = groups.startsWith('*') ? '&crew [Everyone]' : groups;
  return `users:\n${Array.from({ length: 300 }, (_, i) => `  - {profile: ${profile(i)}, groups: ${i ? groups : first}}\n`).join('')}`;
}

const refused: readonly (readonly [what: string, name: string, text: string, ...faults: string[]])[] = [
  [
    'a tag of somebody else',
    'a.yaml',
    `${user}    password: !env SECRET\n`,
    'a.yaml:3: the tag !env cannot stand here; leave it out',
  ],
  [
    'a tag by its whole name',
    'a.yaml',
    'org: !<tag:b.example,2026:x> {}\n',
    'a.yaml:1: the tag !<tag:b.example,2026:x> cannot stand here; leave it out',
  ],
  [
    'bytes',
    'a.yaml',
    'groups:\n  - name: !!binary SGVsbG8=\n',
    'a.yaml:2: the tag !!binary cannot stand here; leave it out',
  ],
  [
    'a list of pairs',
    'a.yaml',
    'org: !!pairs [subdomain: tiny]\n',
    'a.yaml:1: the tag !!pairs cannot stand here; leave it out',
    'a.yaml:1: org is wrong: must be an object with keys, not a list',
  ],
  [
    'a set for an object',
    'a.yaml',
    'org: !!set {subdomain}\n',
    'a.yaml:1: org is wrong: must be an object with keys, not a list',
  ],
  [
    'a set whose members have values',
    'a.yaml',
    `${user}    groups: !!set {Everyone: 1}\n`,
    'a.yaml:3: the tag !!set cannot stand here; leave it out',
  ],
  [
    'an ordered mapping with a key twice',
    'a.yaml',
    'org: !!omap [subdomain: a, subdomain: b]\n',
    'a.yaml:1: the tag !!omap cannot stand here; leave it out',
  ],
  [
    'an unknown key in an ordered mapping',
    'a.yaml',
    'org: !!omap\n  - subdomain: tiny\n  - cmpany: Tiny\n',
    'a.yaml:3: org.cmpany is not a known key',
  ],
  ['a key that is a list', 'a.yaml', `${policy}{? [a] : 1}}\n`, 'a.yaml:2: not valid YAML: a key must be a text'],
  [
    'a merge of what is no mapping',
    'a.yaml',
    'users: []\norg: {<<: tiny}\n',
    'a.yaml:2: cannot be read: what is merged (<<) must be an object with keys, or a list of such',
  ],
  [
    'a merge of what is not there',
    'a.yaml',
    'users: []\norg: {<<: *tiny}\n',
    'a.yaml:2: cannot be read: an alias (*name) names no anchor (&name) before it',
  ],
  [
    'a fault in what was merged',
    'a.yaml',
    'groups:\n  - &a {name: A, x: 1}\n  - {<<: *a, name: B}\n',
    'a.yaml:2: groups[0].x is not a known key',
    'a.yaml:3: groups[1].x is not a known key',
  ],
  [
    'a key that JSON has twice',
    'a.json',
    '{"users": [],\n"groups": [{"name": "A",\n"name": "B"}],\n"\\u0075sers": []}',
    'a.json:3: groups[0].name is there already',
    'a.json:4: users is there already',
  ],
  [
    'a key twice and another fault',
    'a.json',
    '{"users": [],\n"users": [],\n"gruops": []}',
    'a.json:2: users is there already',
    'a.json:3: gruops is not a known key (did you mean groups?)',
  ],
];

/** Where the prototype's name may stand: a profile, free settings, names of properties and of relations. */
const reserved: readonly (readonly [where: string, before: string, after: string])[] = [
  ['users[0].profile', '{"users": [{"profile": {"login": "ann@b.example", "firstName": "A", "lastName": "B",', '}}]}'],
  ['users[0]', '{"users": [{"profile": {"login": "ann@b.example", "firstName": "A", "lastName": "B"},', '}]}'],
  [
    'users[0].links',
    '{"users": [{"profile": {"login": "ann@b.example", "firstName": "A", "lastName": "B"}, "links": {',
    '}}]}',
  ],
  ['groups[0].profile', '{"groups": [{"name": "A", "profile": {', '}}]}'],
  ['userProperties', '{"userProperties": {', '}}'],
  [
    'policies[0].settings.password',
    '{"policies": [{"type": "PASSWORD", "name": "P", "settings": {"password": {',
    '}}}]}',
  ],
];

describe('what YAML writes otherwise is what it would be in JSON', () => {
  test.each(same)('%s', async (_, written, plain) => {
    expect(await load('a.yaml', written)).toEqual(await load('a.yaml', plain));
  });
});

describe('what a parser would pass over is refused with its line', () => {
  test.each(refused)('%s', async (_, name, text, ...faults) => {
    expect(await faultsOf(load(name, text))).toEqual(faults);
  });

  test.each(reserved)('the prototype for a key of %s', async (where, before, after) => {
    const text = `${before}\n"__proto__": {"x": 1}${after}`;
    for (const name of ['a.json', 'a.yaml'])
      expect(await faultsOf(load(name, text))).toEqual([`${name}:2: ${where}.__proto__ is not a known key`]);
    const escaped = text.replace('__proto__', '\\u005f_proto__');
    expect(await faultsOf(load('a.json', escaped))).toEqual([`a.json:2: ${where}.__proto__ is not a known key`]);
    const object = JSON.parse(text) as SeedObject;
    expect(await faultsOf(loadSeed(object))).toEqual([`${where}.__proto__ is not a known key`]);
  });
});

test('JSON may say anything in its texts: no key is there twice for that', async () => {
  const texts = ['"name": 1', '{"a": 1, "a": 1}', 'back\\', '\\"', '\\\\": "', ': '];
  const seed = await load(
    'a.json',
    JSON.stringify({ groups: texts.map((name) => ({ name, description: `${name}": ` })) }),
  );
  expect(seed.groups.slice(2).map(({ name }) => name)).toEqual(texts);
});
