import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { createSandbox } from '../../server/sandbox.js';
import { StateFileError } from '../../store/errors.js';
import { LineBuffer } from '../../store/journal/line-buffer.js';
import { newFolder, pathsIn } from '../support/store.js';

let lines: string[];

beforeAll(async () => {
  const data = newFolder();
  const sandbox = await createSandbox({ data, seed: 'acme' });
  await sandbox.close();
  lines = readFileSync(pathsIn(data).state, 'utf8').split('\n');
});

/** What a start from these lines says. */
async function refusal(edited: readonly string[], journal?: string | Buffer): Promise<string> {
  const data = newFolder();
  const { state, journal: path } = pathsIn(data);
  writeFileSync(state, edited.join('\n'));
  if (journal !== undefined) writeFileSync(path, journal);
  const refused = await createSandbox({ data }).then(
    async (sandbox) => {
      await sandbox.close();
      return undefined;
    },
    (error: unknown) => error,
  );
  expect(refused).toBeInstanceOf(StateFileError);
  expect(readFileSync(state, 'utf8')).toBe(edited.join('\n'));
  return (refused as Error).message.replace(data, '');
}

type Record_ = Record<string, unknown>;

/** What every row has. */
const isOpen = (member: string): boolean => ['id', 'seq'].includes(member);

/** The first record of each section: the section, the line's index, the record. */
const firstRecords = (): (readonly [string, number, Record_])[] =>
  lines.flatMap((line, i) => {
    const name = /^"(\w+)":\[$/.exec(line)?.[1];
    const record = lines[i + 1] ?? '';
    return name === undefined || !record.startsWith('{') ? [] : [[name, i + 1, JSON.parse(record.replace(/,$/, ''))]];
  });

const withLine = (index: number, record: unknown): string[] => {
  const comma = lines[index]?.endsWith(',') ? ',' : '';
  return lines.map((line, i) => (i === index ? JSON.stringify(record) + comma : line));
};

describe('a state file that was edited', () => {
  test('names line and member of a value of another kind, in every member of every kind of record', async () => {
    const records = firstRecords();
    expect(records.length).toBeGreaterThan(8);
    for (const [name, index, record] of records) {
      for (const member of Object.keys(record).filter((key) => !isOpen(key))) {
        const say = await refusal(withLine(index, { ...record, [member]: [[7]] }));
        expect(say).toContain(`default.json, line ${index + 1}: ${name} ${record.id}: "${member}`);
      }
    }
  }, 60_000);

  test('names a member that is missing or not known', async () => {
    for (const [name, index, record] of firstRecords()) {
      const { seq, ...without } = record;
      expect(await refusal(withLine(index, without))).toContain(`line ${index + 1}`);
      expect(await refusal(withLine(index, { ...without, seq, colour: 'red' }))).toContain(
        `line ${index + 1}: ${name} ${record.id}: the record has a member that is not known: "colour"`,
      );
    }
  }, 30_000);

  test('cannot hold two users of one login, a section that is not known, or a suffix of any length', async () => {
    const users = lines.indexOf('"users":[');
    const [one = '', two = ''] = lines.slice(users + 1, users + 3);
    const { profile } = JSON.parse(one.slice(0, -1));
    const twin = { ...JSON.parse(two.slice(0, -1)), profile };
    expect(await refusal(withLine(users + 2, twin))).toContain(`have the same login, "${profile.login}"`);
    expect(await refusal(lines.map((line) => line.replace(/^"users":\[/, '"people":[')))).toContain('"people"');
    const long = lines.map((line) => line.replace(/"suffix":"\w+"/, `"suffix":"${'x'.repeat(30)}"`));
    expect(await refusal(long)).toContain('line 1: the "suffix"');
  });

  test('may begin with the mark of its encoding, as some editors leave it', async () => {
    const data = newFolder();
    const text = `\uFEFF${lines.join('\n').replace('"title":"Support Agent"', '"title":"Agent"')}`;
    writeFileSync(pathsIn(data).state, text);
    const sandbox = await createSandbox({ data });
    const titles = sandbox.store.users.all().map(({ profile }) => profile.title);
    expect([titles.includes('Agent'), sandbox.seed]).toEqual([true, 'acme']);
    await sandbox.close();
  });

  test.each(['state', 'journal', 'aside'] as const)(
    'may be a folder in place of the %s, and the start says so',
    async (which) => {
      const data = newFolder();
      writeFileSync(pathsIn(data).state, lines.join('\n'));
      const path = pathsIn(data)[which];
      rmSync(path, { force: true });
      mkdirSync(path);
      await expect(createSandbox({ data })).rejects.toThrow(`${path} cannot be used: it is a folder`);
      // What an org that starts over sets aside may be a folder, too.
      await (await createSandbox({ data, fresh: true })).close();
    },
  );
});

/** The lines with one section's first record changed, or without its records. */
const edited = (section: string, change: (record: Record_) => unknown, nth = 0): string[] => {
  const index = lines.indexOf(`"${section}":[`) + 1 + nth;
  return withLine(index, change(JSON.parse((lines[index] ?? '').replace(/,$/, ''))));
};
const without = (section: string): string[] => {
  const from = lines.indexOf(`"${section}":[`) + 1;
  return [...lines.slice(0, from), ...lines.slice(lines.findIndex((line, i) => i >= from && line.startsWith(']')))];
};

describe('what requests rely on', () => {
  test.each([
    [
      'a user without login',
      () => edited('users', (user) => ({ ...user, profile: {} })),
      '"profile.login" must be a text',
    ],
    ['a login that is a number', () => edited('users', (user) => ({ ...user, profile: { login: 5 } })), 'users 00u'],
    ['a group without name', () => edited('groups', (group) => ({ ...group, profile: {} })), '"profile.name"'],
    [
      'a rule that cannot be read',
      () => edited('groupRules', (rule) => ({ ...rule, expression: 'user.' })),
      '"expression"',
    ],
    ['a seq out of bounds', () => edited('users', (user) => ({ ...user, seq: 1e15 })), '"seq" must be a whole number'],
    ['no org', () => without('org'), 'there must be one record in "org", and there are 0'],
    ['no type', () => without('userTypes'), 'one record of "userTypes" must be the default one'],
    ['no schemas', () => without('schemas'), '"schemas" lacks '],
    ['no groups', () => without('groups'), '"groups" lacks Everyone'],
  ])('is there: %s stops the start', async (_, edit, say) => {
    const message = await refusal(edit());
    expect(message).toContain('/default.json');
    expect(message).toContain(say);
    expect(message).not.toContain('\n');
  });
});

describe('a journal whose checksum holds', () => {
  const commit = (n: number): number => Number(/"commit":(\d+)/.exec(lines[0] ?? '')?.[1]) + n;
  const journalOf = (set: unknown, more: object = {}): Buffer => {
    const lines = new LineBuffer();
    lines.add({ n: commit(1), ids: 9, set: set as never, ...more });
    return lines.take();
  };

  test.each([
    ['a record of another shape', [['groups', 1, { id: '00g1', seq: 900 }]], 'groups: the record lacks its "type"'],
    ['a collection that is not known', [['people', 1, { id: 'x', seq: 1 }]], 'people: there is no collection "people"'],
    ['a removal without an id', [['groups', 0, { id: 'x' }]], 'what is removed is named by its id'],
  ])('names %s', async (_, set, say) => {
    expect(await refusal(lines, journalOf(set))).toContain(`default.journal, line 1: ${say}`);
  });

  const nth = (section: string, n: number): Record_ =>
    JSON.parse((lines[lines.indexOf(`"${section}":[`) + 1 + n] ?? '').replace(/,$/, ''));
  const twin = (): Record_ => ({ ...nth('users', 1), id: '00uzzzzzzzzzzzzzzzzz', seq: 900 });

  test('cannot take a login or a place that another has, but may hand one on', async () => {
    const { login } = nth('users', 1).profile as { login: string };
    expect(await refusal(lines, journalOf([['users', 1, twin()]]))).toContain(`have the same login, "${login}"`);
    const place = { ...twin(), seq: 1, profile: { ...(twin().profile as object), login: 'new@example.com' } };
    expect(await refusal(lines, journalOf([['users', 1, place]]))).toContain('its "seq" is that of 00u');
    const data = newFolder();
    writeFileSync(pathsIn(data).state, lines.join('\n'));
    const handedOn = [
      ['users', 1, twin()],
      ['users', 1, { ...nth('users', 1), profile: place.profile }],
    ];
    writeFileSync(pathsIn(data).journal, journalOf(handedOn));
    const sandbox = await createSandbox({ data });
    expect(sandbox.store.users.by('login', login)?.id).toBe(twin().id);
    await sandbox.close();
  });

  test.each([
    ['the org', () => [['org', 0, nth('org', 0).id]], 'there must be one record in "org"'],
    ['the default type', () => [['userTypes', 0, nth('userTypes', 0).id]], 'one record of "userTypes"'],
    ['a login', () => [['users', 1, { ...nth('users', 1), profile: {} }]], 'users: "profile.login" must be a text'],
    ['a place', () => [['groups', 1, { ...nth('groups', 1), seq: 0 }]], 'groups: "seq" must be a whole number'],
  ])('cannot take away %s', async (_, set, say) => {
    expect(await refusal(lines, journalOf(set()))).toContain(say);
  });

  test('names a head that is none', async () => {
    expect(await refusal(lines, journalOf([], { ids: '"many"' }))).toContain('the position "ids" of the id source');
    expect(await refusal(lines, journalOf([], { reset: 'default' }))).toContain('a reset names its seed');
  });

  test('and a line without end are told in one sentence', async () => {
    const data = newFolder();
    writeFileSync(pathsIn(data).state, lines.join('\n'));
    writeFileSync(pathsIn(data).journal, 'x');
    truncateSync(pathsIn(data).journal, 1_000_000_000);
    await expect(createSandbox({ data })).rejects.toThrow(/default\.journal: a line is longer than any of ours/);
  }, 30_000);
});
