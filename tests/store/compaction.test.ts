import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import type { OrgStoreOptions } from '../../store/open.js';
import { readState } from '../../store/state/reader.js';
import {
  addGroup,
  applySeed,
  crashed,
  endOfTurn,
  event,
  groupNames,
  membership,
  NOW,
  newFolder,
  openStore,
  pathsIn,
  removeFolders,
  type TestStore,
} from '../support/store.js';

afterEach(removeFolders);

const DAY = 24 * 60 * 60 * 1000;

async function inFolder(options: Partial<OrgStoreOptions> = {}): Promise<TestStore & { dir: string }> {
  const dir = newFolder();
  return { ...(await openStore(dir, options)), dir };
}

/** Opens what a crash would leave of this folder. */
async function afterCrash(dir: string): Promise<{ hash: string; warnings: readonly string[] }> {
  const copy = await crashed(dir);
  const org = await openStore(copy);
  const found = { hash: org.store.hash(), warnings: org.warnings };
  await org.store.close();
  const again = await openStore(copy);
  expect(again.store.hash()).toBe(found.hash);
  await again.store.close();
  return found;
}

function addLinks({ store, rows }: TestStore, from: number, to: number): void {
  store.transaction(() => {
    for (let i = from; i < to; i++) rows.memberships.insert(membership(`group ${i}`, `user ${i}`));
  });
}

/** What an org is after a start on these files, whatever the compactions after it do. */
async function left(files: Partial<Record<'state' | 'journal' | 'aside' | 'temporary', Buffer>>): Promise<string> {
  const dir = newFolder();
  mkdirSync(dir, { recursive: true });
  const paths = { ...pathsIn(dir), temporary: `${pathsIn(dir).state}.tmp` };
  for (const [name, bytes] of Object.entries(files)) writeFileSync(paths[name as 'state'], bytes);
  const found = await afterCrash(dir);
  expect(found.warnings).toEqual([]);
  // And the compaction that comes next takes up what was left.
  const again = await openStore(dir);
  await again.store.compact();
  addGroup(again, 'after');
  expect(existsSync(paths.aside)).toBe(false);
  const expected = again.store.hash();
  expect((await afterCrash(dir)).hash).toBe(expected);
  await again.store.compact();
  expect((await afterCrash(dir)).hash).toBe(expected);
  await again.store.close();
  return found.hash;
}

describe('compaction', () => {
  test('does not begin beside a shutdown: one of them writes the file', async () => {
    const org = await inFolder({ minCompactionBytes: 1000 });
    addLinks(org, 0, 8000);
    const hash = org.store.hash();
    // The commit reaches the journal while the org is closed already.
    await org.store.close();
    for (let turn = 0; turn < 100; turn++) await endOfTurn();
    expect(org.warnings).toEqual([]);
    expect(existsSync(pathsIn(org.dir).aside)).toBe(false);
    const again = await openStore(org.dir);
    expect(again.store.hash()).toBe(hash);
    await again.store.close();
  });

  test('moves the journal into the state file while the org goes on', async () => {
    const org = await inFolder();
    const { state, journal, aside } = pathsIn(org.dir);
    addLinks(org, 0, 5000);
    for (let i = 0; i < 5000; i += 7) {
      const row = org.rows.memberships.by('pair', `group ${i} user ${i}`);
      org.store.transaction(() => {
        if (row && i % 2) org.rows.memberships.remove(row.id);
        else if (row) org.rows.memberships.replace(row.id, membership(`group ${i}`, `user ${i}`, ['changed']));
      });
    }
    const atRotation = org.store.hash();
    let done = false;
    const compacting = org.store.compact().then(() => {
      done = true;
    });
    let during = 0;
    while (!done) {
      addGroup(org, `during ${during}`);
      during += 1;
      await new Promise(setImmediate);
    }
    await compacting;
    expect(during).toBeGreaterThan(3);
    expect(existsSync(aside)).toBe(false);
    expect(readState(state).foreign).toBe(false);
    const expected = org.store.hash();
    expect(await afterCrash(org.dir)).toEqual({ hash: expected, warnings: [] });
    // The file alone is the org as it was when its journal was set aside.
    const fileAlone = newFolder();
    copyFileSync(state, pathsIn(fileAlone).state);
    expect((await afterCrash(fileAlone)).hash).toBe(atRotation);
    await org.store.compact();
    expect(statSync(journal).size).toBe(0);
    expect((await afterCrash(org.dir)).hash).toBe(expected);
    await org.store.close();
  });

  test('can be cut short by a crash at any moment', async () => {
    const org = await inFolder();
    const { state, journal } = pathsIn(org.dir);
    addGroup(org, 'a');
    addLinks(org, 0, 100);
    org.store.transaction(() => org.rows.memberships.remove(org.rows.memberships.all()[50]?.id ?? ''));
    const atRotation = org.store.hash();
    await endOfTurn();
    const old = { state: readFileSync(state), journal: readFileSync(journal) };
    await org.store.compact();
    const merged = readFileSync(state);
    org.store.transaction(() => org.rows.memberships.remove(org.rows.memberships.all()[10]?.id ?? ''));
    addGroup(org, 'b');
    const atEnd = org.store.hash();
    await endOfTurn();
    const later = readFileSync(journal);
    await org.store.close();

    const aside = old.journal;
    expect(await left({ state: old.state, aside })).toBe(atRotation);
    expect(await left({ state: old.state, aside, journal: Buffer.alloc(0) })).toBe(atRotation);
    expect(await left({ state: old.state, aside, journal: later })).toBe(atEnd);
    expect(await left({ state: old.state, aside, journal: later, temporary: merged.subarray(0, 999) })).toBe(atEnd);
    expect(await left({ state: merged, aside, journal: later })).toBe(atEnd);
    expect(await left({ state: merged, journal: later })).toBe(atEnd);
  });

  test('takes up what a former run left, then its own', async () => {
    const org = await inFolder();
    addGroup(org, 'a');
    const { journal, aside } = pathsIn(org.dir);
    const copy = await crashed(org.dir);
    await org.store.close();
    copyFileSync(pathsIn(copy).journal, pathsIn(copy).aside);
    rmSync(pathsIn(copy).journal);
    const again = await openStore(copy);
    addGroup(again, 'b');
    await again.store.compact();
    expect(existsSync(pathsIn(copy).aside)).toBe(false);
    expect(statSync(pathsIn(copy).journal).size).toBe(0);
    expect(readState(pathsIn(copy).state).header.commit).toBe(2);
    expect((await afterCrash(copy)).hash).toBe(again.store.hash());
    await again.store.close();
    expect([journal, aside].map((path) => existsSync(path))).toEqual([true, false]);
  });

  test('a reset in the journal leaves nothing of the old file, its events included', async () => {
    const org = await inFolder();
    addGroup(org, 'a');
    org.store.transaction(() => ['e1', 'e2'].map((type) => org.rows.logs.insert(event(type))));
    await org.store.compact();
    org.store.reset((rows) => applySeed(rows));
    org.store.transaction(() => org.rows.logs.insert(event('e3')));
    await org.store.compact();
    const expected = { hash: org.store.hash(), header: org.store.header };
    const copy = await crashed(org.dir);
    await org.store.close();
    const again = await openStore(copy);
    expect({ hash: again.store.hash(), header: again.store.header }).toEqual(expected);
    expect(groupNames(again.rows)).toEqual(['Everyone']);
    expect(again.rows.logs.all().map((row) => [row.seq, row.type])).toEqual([[1, 'e3']]);
    await again.store.close();
  });

  test('a reset while it runs keeps the new events', async () => {
    const org = await inFolder({ logCap: 2 });
    const log = (type: string) => org.store.transaction(() => org.rows.logs.insert(event(type)));
    addLinks(org, 0, 5000);
    for (const type of ['a', 'b', 'c', 'd']) log(type);
    const compacting = org.store.compact();
    org.store.reset((rows) => applySeed(rows));
    log('new');
    await compacting;
    expect(org.rows.logs.all().map((row) => row.type)).toEqual(['new']);
    expect((await afterCrash(org.dir)).hash).toBe(org.store.hash());
    await org.store.close();
  });

  test('that fails loses nothing, says so, and is tried again when more was written', async () => {
    const org = await inFolder({ minCompactionBytes: 2000 });
    const { state, aside } = pathsIn(org.dir);
    addGroup(org, 'a');
    // The compactor cannot write beside the file: something stands in its way.
    mkdirSync(`${state}.tmp`);
    await expect(org.store.compact()).rejects.toThrow(/EISDIR/);
    expect(existsSync(aside)).toBe(true);
    addGroup(org, 'b');
    const expected = org.store.hash();
    rmSync(`${state}.tmp`, { recursive: true });
    expect((await afterCrash(org.dir)).hash).toBe(expected);
    for (let i = 0; i < 30; i++) addGroup(org, `more ${i}`);
    while (existsSync(aside)) await new Promise(setImmediate);
    await org.store.compact();
    expect((await afterCrash(org.dir)).hash).toBe(org.store.hash());
    await org.store.close();
  });

  test('a state file with a section that is not known is not written over', async () => {
    const org = await inFolder();
    addGroup(org, 'a');
    const { state, aside } = pathsIn(org.dir);
    const text = readFileSync(state, 'utf8').replace('"links":[', '"lynx":[\n{"id":"1","seq":1}\n],\n"links":[');
    writeFileSync(state, text);
    await expect(org.store.compact()).rejects.toThrow('the section "lynx" is unknown or out of order');
    expect(readFileSync(state, 'utf8')).toBe(text);
    expect(existsSync(aside)).toBe(true);
    await org.store.close();
  });

  test('begins by itself when the journal has outgrown the file', async () => {
    const org = await inFolder({ minCompactionBytes: 2000 });
    const { state } = pathsIn(org.dir);
    for (let i = 0; readState(state).header.commit === 0; i++) {
      addGroup(org, `g${i}`);
      await new Promise(setImmediate);
      expect(i).toBeLessThan(200);
    }
    expect((await afterCrash(org.dir)).hash).toBe(org.store.hash());
    await org.store.close();
    expect(org.warnings).toEqual([]);
  });

  test('begins by itself when nothing was written for a while', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask', 'performance', 'Date', 'hrtime'] });
    try {
      const org = await inFolder({ idleMs: 1000 });
      const { state } = pathsIn(org.dir);
      addGroup(org, 'a');
      jest.advanceTimersByTime(700);
      addGroup(org, 'b');
      await endOfTurn();
      jest.advanceTimersByTime(700);
      expect(readState(state).header.commit).toBe(0);
      jest.advanceTimersByTime(300);
      while (readState(state).header.commit === 0) await new Promise(setImmediate);
      expect(readState(state).header.commit).toBe(2);
      await org.store.close();
    } finally {
      jest.useRealTimers();
    }
  });
});

describe('old events', () => {
  const types = ({ rows }: TestStore): string[] => rows.logs.all().map((row) => row.type);

  test('go after 90 days on the clock of the org, from memory and from the file', async () => {
    const org = await inFolder();
    const log = (type: string) => org.store.transaction(() => org.rows.logs.insert(event(type, org.clock.now())));
    log('old');
    org.clock.advance(45 * DAY);
    log('younger');
    org.clock.advance(45 * DAY);
    await org.store.compact();
    expect(types(org)).toEqual(['old', 'younger']);
    org.clock.advance(1);
    log('new');
    await org.store.compact();
    expect(types(org)).toEqual(['younger', 'new']);
    expect((await afterCrash(org.dir)).hash).toBe(org.store.hash());
    org.clock.advance(91 * DAY);
    await org.store.close();
    expect(org.clock.now()).toBeGreaterThan(NOW + 180 * DAY);
    const again = await openStore(org.dir);
    expect(types(again)).toEqual(['younger', 'new']);
    again.clock.set(org.clock.now());
    addGroup(again, 'a');
    await again.store.close();
    const last = await openStore(org.dir);
    expect(types(last)).toEqual([]);
    // Places go on where they were, so a cursor into the old events does not meet new ones.
    expect(last.store.transaction(() => last.rows.logs.insert(event('next'))).seq).toBe(4);
    await last.store.close();
  });

  test('go when they take more than they may, by what was read as well as by what was written', async () => {
    const dir = newFolder();
    const long = { ...event('e'), origin: { ...event('e').origin, userAgent: 'x'.repeat(2000) } };
    const add = (org: TestStore, count: number) =>
      org.store.transaction(() => {
        for (let i = 0; i < count; i++) org.rows.logs.insert(long);
      });
    const first = await openStore(dir);
    add(first, 3000);
    // Some stand in the state file, some in the journal of a process that was killed.
    await first.store.compact();
    add(first, 1000);
    const copy = await crashed(dir);
    await first.store.close();
    const org = await openStore(copy, { logBytes: 5_000_000 });
    expect(org.rows.logs.all()).toHaveLength(4000);
    add(org, 1);
    while (org.rows.logs.count() > 2500) await new Promise(setImmediate);
    expect([org.rows.logs.count() > 1000, org.rows.logs.all().at(-1)?.seq]).toEqual([true, 4001]);
    expect((await afterCrash(copy)).hash).toBe(org.store.hash());
    await org.store.close();
  }, 30_000);

  test('go when there are more than the cap, and make a compaction due', async () => {
    const org = await inFolder({ logCap: 10 });
    for (let i = 1; i <= 13; i++) org.store.transaction(() => org.rows.logs.insert(event(`e${i}`)));
    while (org.rows.logs.count() > 10) await new Promise(setImmediate);
    expect(types(org)).toEqual(Array.from({ length: 10 }, (_, i) => `e${i + 4}`));
    expect((await afterCrash(org.dir)).hash).toBe(org.store.hash());
    await org.store.close();
  });
});
