import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { loadSeed } from '../../seeds/load.js';
import { StateFileError } from '../../store/errors.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mockta-seed-files-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a seed file is refused with, the folder left out. */
async function refusal(file: string): Promise<string> {
  const error = await loadSeed(file).then(
    () => new Error('the seed was taken'),
    (thrown: unknown) => thrown as Error,
  );
  if (!(error instanceof StateFileError)) throw error;
  return error.message.replaceAll(`${folder}/`, '');
}

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const person = 'users:\n  - profile: {login: a@b.example, firstName: A, lastName: B}\n';

test.each<[what: string, name: string, content: string | Buffer, expected: string]>([
  ['a text', 'a.yaml', 'just a text\n', 'a.yaml:1: the file is wrong: must be an object with keys, not a text'],
  ['a number', 'a.json', '5', 'a.json:1: the file is wrong: must be an object with keys, not a number'],
  [
    'two documents',
    'a.yaml',
    '---\na: 1\n---\nb: 2\n',
    'a.yaml:3: not valid YAML: a second document begins here (---); a seed is one',
  ],
  [
    'a key that is there twice',
    'a.yaml',
    'users: []\ngroups: []\nusers: []\n',
    'a.yaml:3: not valid YAML: this key is there already',
  ],
  ['a key that is a list', 'a.yaml', '? [a, b]\n: x\n', 'a.yaml:1: not valid YAML: a key must be a text'],
  [
    'a tab',
    'a.yaml',
    'groups:\n\t- name: x\n',
    'a.yaml:2: not valid YAML: a tab stands in the indentation; YAML takes spaces alone',
  ],
  ['the prototype for a key', 'a.yaml', 'users: []\n__proto__: {x: 1}\n', 'a.yaml:2: __proto__ is not a known key'],
  ['the same in JSON', 'a.json', '{"users":[],\n"__proto__":{"x":1}}', 'a.json:2: __proto__ is not a known key'],
  [
    'a type of another language',
    'a.yaml',
    'org: !!js/function "x"\n',
    'a.yaml:1: the tag !!js/function cannot stand here; leave it out',
  ],
  [
    'an anchor that holds itself',
    'a.yaml',
    'groups: &g\n  - name: *g\n',
    'a.yaml:2: groups[0].name is wrong: must be a text, not a list',
  ],
  [
    'an alias that leads nowhere',
    'a.yaml',
    'groups: [*nobody]\n',
    'a.yaml:1: cannot be read: an alias (*name) names no anchor (&name) before it',
  ],
  ['deep YAML', 'a.yaml', `users: ${nested(50_000)}`, 'a.yaml:1: not valid YAML: '],
  ['deep JSON', 'a.json', `{"users":\n${nested(50_000)}}`, 'a.json:2: users[0] is wrong: must be an object with keys'],
  [
    'a number that is too large',
    'a.yaml',
    'policies:\n  - {type: PASSWORD, name: P,\n     priority: 99999999999999999999}\n',
    'a.yaml:3: policies[0].priority is wrong: must be at most 9007199254740991',
  ],
  [
    'an endless number',
    'a.yaml',
    'policies:\n  - {type: PASSWORD, name: P, priority: .inf}\n',
    'a.yaml:2: policies[0].priority is wrong: must be a number, not an endless one',
  ],
  [
    'a text that is too long',
    'a.yaml',
    `groups:\n  - name: ${'x'.repeat(2_000_000)}\n`,
    'a.yaml:2: groups[0].name is wrong: must have at most 1024 characters',
  ],
  [
    'an object for a list',
    'a.yaml',
    'groups: {}\n',
    'a.yaml:1: groups is wrong: must be a list, not an object with keys',
  ],
  [
    'a day for a time',
    'a.yaml',
    `${person}    created: 2020-01-01\n`,
    'a.yaml:3: users[0].created is wrong: must be a time',
  ],
])('a seed that is %s is refused with its line', async (_, name, content, expected) => {
  writeFileSync(join(folder, name), content);
  const [first, second = ''] = (await refusal(join(folder, name))).split('\n');
  expect(first).toBe(`The seed ${name} cannot be used; nothing was changed.`);
  expect(second).toContain(`  ${expected}`);
  expect(second).toMatch(/^\P{Cc}+$/u);
});

test('a refusal quotes no password', async () => {
  const file = join(folder, 'secret.yaml');
  writeFileSync(
    file,
    `${person}    password: [hunter2hunter2]\ntokens:\n  - {name: t, value: hunter2, user: nobody}\n`,
  );
  expect(await refusal(file)).not.toContain('hunter2');
});

test('a folder or a device is no seed', async () => {
  mkdirSync(join(folder, 'folder.yaml'));
  symlinkSync('/dev/zero', join(folder, 'device.yaml'));
  for (const name of ['folder.yaml', 'device.yaml']) {
    expect(await refusal(join(folder, name))).toMatch(/cannot be used: it cannot be read \(it is no file\)/);
  }
});

test.each<[what: string, name: string, content: Buffer]>([
  ['bytes that are no text', 'a.yaml', Buffer.from([0, 1, 2, 0xff, 0xfe])],
  ['a picture', 'a.json', Buffer.from('\x89PNG\r\n\x1a\n\0', 'latin1')],
  ['UTF-16', 'a.yaml', Buffer.from('\ufeffusers: []\n', 'utf16le')],
  ['Latin-1, whose letters would be others', 'a.yaml', Buffer.from('groups:\n  - name: Équipe\n', 'latin1')],
])('a seed that is %s is refused as no text', async (_, name, content) => {
  writeFileSync(join(folder, name), content);
  expect(await refusal(join(folder, name))).toBe(
    `The seed ${name} cannot be used: it is no text in UTF-8. Nothing was changed.`,
  );
});
