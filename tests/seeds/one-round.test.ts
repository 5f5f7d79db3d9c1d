import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { loadSeed } from '../../seeds/load.js';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mockta-round-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The lines of the refusal behind its first. */
async function faults(name: string, text: string): Promise<string[]> {
  const file = join(folder, name);
  writeFileSync(file, text);
  const error = await loadSeed(file).then(
    () => new Error('it was taken'),
    (thrown: Error) => thrown,
  );
  return error.message.replaceAll(`${folder}/`, '').split('\n').slice(1);
}

const all = `groupRules:
  - name: everybody
    expression: 'user.nothing =='
    groups: [Nobody]
gruops: []
users:
  - profile: { login: kim@tiny.example, firstName: Kim }
    groups: [Crew, Night]
  - profile: { login: 5 }
    status: 7
  - profile: { login: lou@tiny.example, firstName: Lou, lastName: Low }
    manager: nobody
groups:
  - name: Crew
    colour: red
  - name: Crew 2
  - name: crew 2
groups: []
`;

test('text, form, references and expressions are told at once, in the order of the lines', async () => {
  const said = await faults('a.yaml', all);
  const lines = said.map((line) => Number(/^ {2}a\.yaml:(\d+): /.exec(line)?.[1]));
  expect(lines).toEqual([...lines].sort((a, b) => a - b));
  for (const expected of [
    'a.yaml:3: groupRules[0].expression cannot be used: ',
    'a.yaml:4: groupRules[0].groups[0] names the group "Nobody", which is not in the seed',
    'a.yaml:5: gruops is not a known key (did you mean groups?)',
    'a.yaml:7: users[0].profile lacks lastName',
    'a.yaml:10: users[1].status is wrong: must be ',
    'a.yaml:12: users[2].manager is not a known key',
    'a.yaml:18: not valid YAML: this key is there already',
  ]) {
    expect(said.some((line) => line.startsWith(`  ${expected}`))).toBe(true);
  }
});

test('what names an item that has a fault of its own names something', async () => {
  const said = await faults(
    'b.yaml',
    'groups:\n  - { name: Crew, colour: red }\nusers:\n  - profile: { login: a@b.example, firstName: A, lastName: B }\n    groups: [crew, Crow]\n',
  );
  expect(said).toEqual([
    '  b.yaml:2: groups[0].colour is not a known key',
    '  b.yaml:5: users[0].groups[1] names the group "Crow", which is not in the seed',
  ]);
});

test('a fault in what others are checked by is told alone', async () => {
  const said = await faults('c.yaml', 'userProperties: 5\nusers:\n  - profile: { login: a@b.example, size: 4 }\n');
  expect(said).toEqual(['  c.yaml:1: userProperties is wrong: must be an object with keys, not a number']);
});

test.each([
  ['an indentation', 'users:\n  - a: 1\n b: 2\n', /^ {2}d\.yaml:\d: not valid YAML: [a-z][^;]*/],
  ['a quote', 'org: { companyName: "A }\n', /not valid YAML: something is missing here: a quote/],
  ['a tab', 'org:\n\tid: 5\n', /not valid YAML: a tab stands in the indentation/],
])('YAML that is broken by %s is told in our words', async (_, text, sentence) => {
  const said = await faults('d.yaml', text);
  expect(said.join('\n')).toMatch(sentence);
  for (const line of said) expect(line).not.toMatch(/Implicit|Nested|flow collection|token|Missing/);
});
