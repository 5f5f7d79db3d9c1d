import { spawn } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { StateFileError } from '../../store/errors.js';
import type { OrgStoreOptions } from '../../store/open.js';
import { readState } from '../../store/state/reader.js';
import {
  addGroup,
  contentOf,
  crashed,
  groupNames,
  membership,
  newFolder,
  openStore,
  pathsIn,
  removeFolders,
} from '../support/store.js';

afterEach(removeFolders);

/** A closed org's folder. */
async function written(fill?: (org: Awaited<ReturnType<typeof openStore>>) => void) {
  const dir = newFolder();
  const org = await openStore(dir);
  fill?.(org);
  const hash = org.store.hash();
  await org.store.close();
  return { dir, hash, ...pathsIn(dir) };
}

/** The message of a refused start, after which every file is as it was. */
async function refusal(dir: string, options: Partial<OrgStoreOptions> = {}): Promise<string> {
  const before = contentOf(dir);
  const opened = openStore(dir, options).then((org) => org.store.close());
  await expect(opened).rejects.toBeInstanceOf(StateFileError);
  expect(contentOf(dir)).toEqual(before);
  return opened.catch((error: Error) => error.message) as Promise<string>;
}

const manyRows = ({ store, rows }: Awaited<ReturnType<typeof openStore>>): void => {
  store.transaction(() => {
    for (let i = 0; i < 3000; i++) rows.memberships.insert(membership(`gröup ${i}`, `user ${i}`, ['r1', 'r2']));
  });
};

describe('the state file', () => {
  test('is one JSON document with one record a line, which lowdb itself reads', async () => {
    const { state } = await written((org) => {
      addGroup(org, 'a "quoted"\nname');
    });
    const file = new Low<Record<string, unknown>>(new JSONFile(state), {});
    await file.read();
    expect(file.data.groups).toMatchObject([{ seq: 1, profile: { name: 'Everyone' } }, { seq: 2 }]);
    expect(file.data.mockta).toMatchObject({
      format: 1,
      org: 'default',
      commit: 1,
      seed: { name: 'small', hash: '1' },
    });
    const lines = readFileSync(state, 'utf8').trimEnd().split('\n');
    expect(lines[0]).toMatch(/^\{"mockta":\{.*\},$/);
    const records = lines.filter((line) => line.startsWith('{"id":'));
    expect(records.map((line) => JSON.parse(line.replace(/,$/, '')).profile.name)).toEqual([
      'Everyone',
      'a "quoted"\nname',
    ]);
    expect(lines.at(-1)).toBe('}');
  });

  test('larger than a piece of reading is read in pieces, and comes back as it was', async () => {
    const { dir, state, hash } = await written(manyRows);
    const found = readState(state);
    expect(found.foreign).toBe(false);
    expect(found.sections.find(([name]) => name === 'memberships')?.[1]).toHaveLength(3000);
    const org = await openStore(dir);
    expect(org.store.hash()).toBe(hash);
    expect(org.rows.memberships.by('pair', 'gröup 2999 user 2999')?.seq).toBe(3000);
    await org.store.close();
  });

  test('is there before the first request, and names the seed', async () => {
    const dir = newFolder();
    const org = await openStore(dir);
    expect(org.store.fresh).toBe(true);
    expect(JSON.parse(readFileSync(pathsIn(dir).state, 'utf8')).groups).toHaveLength(1);
    await org.store.close();
    expect(readdirSync(dir).sort()).toEqual(['default.journal', 'default.json']);
  });

  test('can be edited by hand: pretty-printed, records and sections in another order', async () => {
    const { dir, state } = await written((org) => {
      addGroup(org, 'a');
      addGroup(org, 'b');
    });
    const { mockta, groups, ...rest } = JSON.parse(readFileSync(state, 'utf8'));
    groups.reverse();
    groups[0].profile.name = 'by hand';
    writeFileSync(state, JSON.stringify({ ...rest, groups, mockta }, null, 2));
    const org = await openStore(dir);
    expect(groupNames(org.rows)).toEqual(['Everyone', 'a', 'by hand']);
    addGroup(org, 'c');
    // The compactor works by lines: it finds the layout that it needs.
    await org.store.compact();
    const copy = await crashed(dir);
    await org.store.close();
    const again = await openStore(copy);
    expect(groupNames(again.rows)).toEqual(['Everyone', 'a', 'by hand', 'c']);
    expect(readState(pathsIn(copy).state).foreign).toBe(false);
    await again.store.close();
  });

  test('that was laid out anew by hand keeps what the journal held', async () => {
    const dir = newFolder();
    const org = await openStore(dir);
    addGroup(org, 'only in the journal');
    const copy = await crashed(dir);
    await org.store.close();
    const { state } = pathsIn(copy);
    writeFileSync(state, JSON.stringify(JSON.parse(readFileSync(state, 'utf8')), null, 2));
    for (let i = 0; i < 2; i++) {
      const again = await openStore(copy);
      expect(groupNames(again.rows)).toEqual(['Everyone', 'only in the journal']);
      await again.store.close();
    }
  });

  test.each([
    ['two records on one line', (text: string) => text.replace('},\n{"id"', '},{"id"')],
    ['a record on two lines', (text: string) => text.replace(',"type":"OKTA_GROUP"', ',\n"type":"OKTA_GROUP"')],
    ['an empty line', (text: string) => text.replace('"groups":[\n', '"groups":[\n\n')],
    ['Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a section on one line', (text: string) => text.replace('"links":[\n]', '"links":[]')],
    ['seq before id', (text: string) => text.replace(/"id":"(\w+)","seq":2/, '"seq":2,"id":"$1"')],
    ['no newline at the end', (text: string) => text.trimEnd()],
  ])('with %s is read all the same, and merged without loss', async (_what, edit) => {
    const { dir, state } = await written((org) => {
      addGroup(org, 'a');
      addGroup(org, 'b');
    });
    const text = readFileSync(state, 'utf8');
    expect(edit(text)).not.toBe(text);
    writeFileSync(state, edit(text));
    const org = await openStore(dir);
    expect(groupNames(org.rows)).toEqual(['Everyone', 'a', 'b']);
    addGroup(org, 'c');
    await org.store.compact();
    const copy = await crashed(dir);
    await org.store.close();
    const again = await openStore(copy);
    expect(groupNames(again.rows)).toEqual(['Everyone', 'a', 'b', 'c']);
    again.store.transaction(() => again.rows.groups.remove(again.rows.groups.all()[3]?.id ?? ''));
    const sorted = (row: object) => JSON.stringify(Object.entries(row).sort());
    expect(again.rows.groups.all().map(sorted)).toEqual((JSON.parse(text).groups as object[]).map(sorted));
    await again.store.close();
  });

  test('is exported beside the running org, as the org was at that moment', async () => {
    const dir = newFolder();
    const org = await openStore(dir);
    manyRows(org);
    const hash = org.store.hash();
    const target = newFolder();
    const exporting = org.store.export(pathsIn(target).state);
    addGroup(org, 'later');
    await exporting;
    expect(readdirSync(target)).toEqual(['default.json']);
    const copy = await openStore(target);
    expect(copy.store.hash()).toBe(hash);
    await copy.store.close();
    await org.store.close();
    const inMemory = await openStore();
    await inMemory.store.export(join(target, 'other.json'));
    expect(JSON.parse(readFileSync(join(target, 'other.json'), 'utf8')).groups).toHaveLength(1);
  });
});

describe('a state file that cannot be used stops the start, and nothing is touched:', () => {
  test('truncated anywhere', async () => {
    const { dir, state } = await written((org) => {
      addGroup(org, 'a');
    });
    const text = readFileSync(state, 'utf8');
    // At the last byte, the newline, the document is whole.
    for (let end = 0; end < text.length - 1; end += 7) {
      writeFileSync(state, text.slice(0, end));
      expect(await refusal(dir)).toMatch(/default\.json(, line \d+)?: .*Nothing was changed\. Restore the file/);
    }
  }, 30_000);

  test('truncated inside a section that is read in pieces', async () => {
    const { dir, state } = await written(manyRows);
    const text = readFileSync(state);
    writeFileSync(state, text.subarray(0, 250_000));
    const line = text.subarray(0, 250_000).toString('latin1').split('\n').length;
    expect(await refusal(dir)).toContain(`default.json, line ${line}: this is not a record`);
    const lastRecord = text.lastIndexOf('{"id":"mem');
    writeFileSync(state, text.subarray(0, text.indexOf('\n', lastRecord) + 1));
    expect(await refusal(dir)).toContain('the file ends too early; it was cut off');
  });

  test.each([
    ['damaged JSON', (t: string) => t.replace('"seq":2,', '"seq":2,,'), /, line \d+: this is not a record/],
    [
      'a comma too many',
      (t: string) => t.replace('}\n],\n"memberships"', '},\n],\n"memberships"'),
      /, line \d+: a comma stands/,
    ],
    ['a comma missing', (t: string) => t.replace('},\n{"id"', '}\n{"id"'), /, line \d+: a comma is missing/],
    [
      'damaged pretty JSON',
      (t: string) => JSON.stringify(JSON.parse(t), null, 2).replace('"seq": 2,', '"seq": 2,,'),
      /, line \d+: this is not JSON/,
    ],
    ['another document', () => '{"users":[]}', /this is not a state file/],
    ['a list', () => '[1]', /this is not a state file/],
    ['an empty file', () => '', /this is not JSON: it ends too early/],
    [
      'a newer format',
      (t: string) => t.replace('"format":1', '"format":2'),
      /format 2 is newer than this version's format 1/,
    ],
    ['no commit number', (t: string) => t.replace('"commit":2,', ''), /the "mockta" header lacks/],
    [
      'a record without id',
      (t: string) => t.replace(/"id":"\w+","seq":2/, '"seq":2'),
      /, line \d+: this is not a record/,
    ],
    ['a record without seq', (t: string) => t.replace('"seq":2,', ''), /, line \d+: this is not a record/],
    ['an unknown section', (t: string) => t.replace('"links":[', '"lynx":['), /there is no collection "lynx"/],
    [
      'a section twice',
      (t: string) => t.replace('"links":[', '"groups":['),
      /line \d+: the section "groups" is there twice/,
    ],
    ['a section that is no list', (t: string) => t.replace('"links":[\n]', '"links":{}'), /"links" is not a list/],
    [
      'two records with one id',
      (t: string) => t.replace(/("id":"\w+","seq":)2(.*)("id":"\w+","seq":)3/s, '$12$2$13'),
      /two records of "groups" have the id/,
    ],
    [
      'two records with one seq',
      (t: string) => t.replace('"seq":3', '"seq":2'),
      /two records of "groups" have the seq 2/,
    ],
  ])('%s', async (_what, spoil, message) => {
    const { dir, state } = await written((org) => {
      addGroup(org, 'a');
      addGroup(org, 'b');
    });
    const text = readFileSync(state, 'utf8');
    expect(spoil(text)).not.toBe(text);
    writeFileSync(state, spoil(text));
    expect(await refusal(dir)).toMatch(message);
  });

  test('another seed than it was made from', async () => {
    const { dir, hash } = await written();
    const message = await refusal(dir, { seed: { name: 'acme', hash: '1' } });
    expect(message).toContain('was made from the seed "small", and "acme" was asked for. Start with --seed small');
    const org = await openStore(dir, { seed: { name: 'small', hash: 'edited since' } });
    expect(org.store.hash()).toBe(hash);
    await org.store.close();
  });

  test('one that the system does not let us read', async () => {
    const { dir, state } = await written();
    chmodSync(state, 0o000);
    // The superuser may read everything.
    if (process.getuid?.() !== 0) expect(await refusal(dir)).toMatch(/default\.json cannot be used: EACCES/);
    const asFolder = newFolder();
    writeFileSync(join(asFolder, 'file'), '');
    expect(await openStore(join(asFolder, 'file')).catch((error: Error) => error.message)).toMatch(
      /file cannot be used: EEXIST/,
    );
  });
});

describe('--fresh', () => {
  test('starts over and keeps the old files, every time', async () => {
    const { dir, state } = await written((org) => {
      addGroup(org, 'old');
    });
    const old = readFileSync(state, 'utf8');
    const org = await openStore(dir, { fresh: true });
    expect(groupNames(org.rows)).toEqual(['Everyone']);
    expect(org.store.fresh).toBe(true);
    addGroup(org, 'newer');
    await org.store.close();
    expect(readFileSync(`${state}.20260115T093000.bak`, 'utf8')).toBe(old);
    const again = await openStore(dir, { fresh: true });
    await again.store.close();
    expect(readFileSync(`${state}.20260115T093000.bak`, 'utf8')).toBe(old);
    expect(readFileSync(`${state}.20260115T093000-2.bak`, 'utf8')).toContain('newer');
  });

  test('helps where the files are beyond use, and keeps the journal too', async () => {
    const dir = newFolder();
    const org = await openStore(dir);
    addGroup(org, 'a');
    const copy = await crashed(dir);
    await org.store.close();
    writeFileSync(pathsIn(copy).state, 'rubbish');
    const again = await openStore(copy, { fresh: true });
    expect(groupNames(again.rows)).toEqual(['Everyone']);
    expect(existsSync(`${pathsIn(copy).journal}.20260115T093000.bak`)).toBe(true);
    await again.store.close();
  });
});

describe('the lock', () => {
  test('keeps a second process out, and says who holds it', async () => {
    const dir = newFolder();
    const org = await openStore(dir);
    addGroup(org, 'a');
    const before = contentOf(dir);
    await expect(openStore(dir)).rejects.toThrow(`default.lock is held by the running process ${process.pid}. Stop it`);
    await expect(openStore(dir, { fresh: true })).rejects.toThrow('is held by');
    expect(contentOf(dir)).toEqual(before);
    addGroup(org, 'b');
    await org.store.close();
    expect(existsSync(pathsIn(dir).lock)).toBe(false);
  });

  test('of a dead process, of an older one with the same pid, or spoilt, is taken over', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => child.once('exit', resolve));
    const locks = [
      JSON.stringify({ pid: child.pid, started: '1' }),
      JSON.stringify({ pid: process.pid, started: '1' }),
      JSON.stringify({ pid: 1, started: '1', realm: 'another machine', owner: 'x' }),
      JSON.stringify({ pid: 'x' }),
      'null',
      '',
    ];
    for (const text of locks) {
      const dir = newFolder();
      writeFileSync(pathsIn(dir).lock, text);
      const org = await openStore(dir);
      expect(JSON.parse(readFileSync(pathsIn(dir).lock, 'utf8')).pid).toBe(process.pid);
      await org.store.close();
      expect(readdirSync(dir).filter((name) => name.includes('lock'))).toEqual([]);
    }
  });

  test('and all that an org keeps is for its owner alone', async () => {
    const dir = join(newFolder(), 'below');
    const org = await openStore(dir);
    addGroup(org, 'a');
    const { state, journal, lock } = pathsIn(dir);
    const modes = [dir, state, journal, lock].map((path) => statSync(path).mode & 0o777);
    expect(modes).toEqual([0o700, 0o600, 0o600, 0o600]);
    await org.store.close();
  });

  test('is free again after a start that was refused', async () => {
    const { dir, state, lock } = await written();
    const text = readFileSync(state, 'utf8');
    writeFileSync(state, 'rubbish');
    await refusal(dir);
    expect(existsSync(lock)).toBe(false);
    writeFileSync(state, text);
    await (await openStore(dir)).store.close();
  });
});
