import { existsSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from '@jest/globals';
import { ReadOnlyError } from '../../store/errors.js';
import { FileJournal, type JournalPort } from '../../store/journal/journal.js';
import {
  addGroup,
  applySeed,
  crashed,
  endOfTurn,
  groupNames,
  newFolder,
  openStore,
  pathsIn,
  removeFolders,
  type TestStore,
} from '../support/store.js';

afterEach(removeFolders);

/** A journal whose disk does what the test says. */
class FaultyJournal extends FileJournal {
  /** Bytes that still fit on the disk. */
  room = Number.POSITIVE_INFINITY;
  /** Syncs that were asked for and not settled yet. */
  readonly syncs: { resolve(): void; reject(error: Error): void }[] = [];
  syncsAsked = 0;
  appends = 0;

  override append(lines: Uint8Array): void {
    this.appends += 1;
    super.append(lines);
  }

  override write(bytes: Uint8Array): number {
    if (this.room === 0) throw new Error('ENOSPC: no space left on device, write');
    // As much as fits is written before the disk refuses the rest.
    const written = super.write(bytes.subarray(0, this.room));
    this.room -= written;
    return written;
  }

  override sync(): Promise<void> {
    this.syncsAsked += 1;
    return new Promise((resolve, reject) => this.syncs.push({ resolve, reject }));
  }

  override syncNow(): void {
    this.syncsAsked += 1;
  }
}

async function faulty(
  durability: 'process' | 'disk',
  dir = newFolder(),
): Promise<TestStore & { journal: FaultyJournal; dir: string }> {
  let journal: FaultyJournal | undefined;
  const open = (path: string): JournalPort => {
    journal = new FaultyJournal(path);
    return journal;
  };
  const org = await openStore(dir, { durability, journal: open });
  return { ...org, journal: journal as unknown as FaultyJournal, dir };
}

const settled = async (promise: Promise<unknown> | undefined): Promise<string> => {
  const nothing = Symbol('nothing yet');
  const tick = new Promise((resolve) => setImmediate(() => resolve(nothing)));
  try {
    return (await Promise.race([promise, tick])) === nothing ? 'waiting' : 'done';
  } catch (error) {
    return error instanceof ReadOnlyError ? 'refused' : String(error);
  }
};

describe('a full disk', () => {
  test('undoes the change, turns the org read-only and says so; what was answered is there after a restart', async () => {
    const org = await faulty('process');
    addGroup(org, 'a');
    const before = { hash: org.store.hash(), header: org.store.header };
    await endOfTurn();
    org.journal.room = 40;
    addGroup(org, 'b');
    addGroup(org, 'c');
    expect(await settled(org.store.synced())).toBe('refused');
    expect(org.store.hash()).toBe(before.hash);
    expect(org.store.header).toEqual(before.header);
    expect(org.store.readOnly).toMatch(
      /the journal cannot be written \(ENOSPC.*\); changes are refused until a restart/,
    );
    expect(org.warnings).toEqual([org.store.readOnly]);
    // Space comes back; the org does not guess what else was lost.
    org.journal.room = Number.POSITIVE_INFINITY;
    expect(() => addGroup(org, 'b')).toThrow('changes are refused until a restart');
    expect(() => org.store.reset(() => undefined)).toThrow(ReadOnlyError);
    expect(org.store.hash()).toBe(before.hash);
    expect(org.rows.groups.by('name', 'a')).toBeDefined();
    expect(org.store.transaction(() => org.rows.groups.count())).toBe(2);
    await org.store.compact();
    const copy = await crashed(org.dir);
    await org.store.close();
    for (const dir of [org.dir, copy]) {
      const again = await openStore(dir);
      expect(again.store.hash()).toBe(before.hash);
      expect(again.warnings).toEqual([]);
      addGroup(again, 'b');
      await again.store.close();
    }
  });

  // A file that is always full: where the system has none, the faulty journal above stands for it.
  const full = existsSync('/dev/full') ? ['/dev/full'] : [];
  test('that the system reports', async () => {
    for (const path of full) {
      const org = await openStore(newFolder(), { journal: () => new FileJournal(path) });
      const before = org.store.hash();
      addGroup(org, 'a');
      await expect(org.store.synced()).rejects.toThrow(/the journal cannot be written \(ENOSPC/);
      expect(org.store.hash()).toBe(before);
      await org.store.close();
    }
  });

  test('in the middle of a reset leaves the org as it was', async () => {
    const org = await faulty('process');
    addGroup(org, 'a');
    const before = { hash: org.store.hash(), header: org.store.header };
    await endOfTurn();
    org.journal.room = 10;
    org.store.reset((rows) => applySeed(rows));
    expect(await settled(org.store.synced())).toBe('refused');
    expect(org.store.hash()).toBe(before.hash);
    expect(org.store.header).toEqual(before.header);
    await org.store.close();
    const again = await openStore(org.dir);
    expect(again.store.hash()).toBe(before.hash);
    await again.store.close();
  });
});

describe('durability process', () => {
  test('lets an answer wait for the end of the turn, whose commits share one append; and a read too', async () => {
    const org = await faulty('process');
    expect(org.store.synced()).toBeUndefined();
    const waits = ['a', 'b', 'c'].map((name) => {
      addGroup(org, name);
      return org.store.synced();
    });
    const read = org.store.synced();
    expect(org.journal.appends).toBe(0);
    await Promise.all([...waits, read]);
    expect(org.journal.appends).toBe(1);
    expect(org.store.synced()).toBeUndefined();
    const copy = await crashed(org.dir);
    expect(org.journal.syncsAsked).toBe(0);
    await org.store.close();
    const again = await openStore(copy);
    expect(groupNames(again.rows)).toEqual(['Everyone', 'a', 'b', 'c']);
    await again.store.close();
  });

  test('a compaction writes what waits for the end of the turn before it sets the journal aside', async () => {
    const org = await faulty('process');
    addGroup(org, 'a');
    const compacting = org.store.compact();
    await Promise.all([compacting, org.store.synced()]);
    expect(org.journal.size).toBe(0);
    const copy = await crashed(org.dir);
    await org.store.close();
    const again = await openStore(copy);
    expect(groupNames(again.rows)).toEqual(['Everyone', 'a']);
    await again.store.close();
  });
});

describe('durability disk', () => {
  test('lets an answer wait for the disk, and a read too; many commits share a sync', async () => {
    const org = await faulty('disk');
    expect(org.store.synced()).toBeUndefined();
    addGroup(org, 'a');
    const first = org.store.synced();
    const read = org.store.synced();
    await endOfTurn();
    expect(org.journal.syncsAsked).toBe(1);
    // These come while the sync is under way: it may have begun before them.
    const later: (Promise<void> | undefined)[] = [];
    for (const name of ['b', 'c', 'd']) {
      addGroup(org, name);
      later.push(org.store.synced());
      await endOfTurn();
    }
    expect(await settled(first)).toBe('waiting');
    org.journal.syncs.shift()?.resolve();
    expect(await settled(first)).toBe('done');
    expect(await settled(read)).toBe('done');
    expect(org.journal.syncsAsked).toBe(2);
    expect(await Promise.all(later.map(settled))).toEqual(['waiting', 'waiting', 'waiting']);
    // What comes now is not waited for by those before.
    addGroup(org, 'e');
    const last = org.store.synced();
    await endOfTurn();
    org.journal.syncs.shift()?.resolve();
    expect(await Promise.all(later.map(settled))).toEqual(['done', 'done', 'done']);
    expect(await settled(last)).toBe('waiting');
    org.journal.syncs.shift()?.resolve();
    expect(await settled(last)).toBe('done');
    expect(org.journal.syncsAsked).toBe(3);
    expect(org.store.synced()).toBeUndefined();
    await org.store.close();
  });

  test('undoes what the disk refused, all of it, and refuses those who waited', async () => {
    const org = await faulty('disk');
    addGroup(org, 'a');
    const waited = org.store.synced();
    await endOfTurn();
    org.journal.syncs.shift()?.resolve();
    await waited;
    const before = {
      hash: org.store.hash(),
      header: org.store.header,
      journal: readFileSync(pathsIn(org.dir).journal),
    };
    addGroup(org, 'b');
    const first = org.store.synced();
    await endOfTurn();
    addGroup(org, 'c');
    await endOfTurn();
    org.store.transaction(() => org.rows.groups.remove(org.rows.groups.by('name', 'a')?.id ?? ''));
    const later = org.store.synced();
    org.journal.syncs.shift()?.reject(new Error('EIO: i/o error, fdatasync'));
    expect(await Promise.all([first, later].map(settled))).toEqual(['refused', 'refused']);
    expect(org.store.hash()).toBe(before.hash);
    expect(org.store.header).toEqual(before.header);
    expect(groupNames(org.rows)).toEqual(['Everyone', 'a']);
    expect(readFileSync(pathsIn(org.dir).journal)).toEqual(before.journal);
    expect(org.store.readOnly).toContain('the journal cannot be made durable (EIO');
    expect(() => addGroup(org, 'd')).toThrow(ReadOnlyError);
    expect(org.store.synced()).toBeUndefined();
    await org.store.close();
    const again = await openStore(org.dir);
    expect(again.store.hash()).toBe(before.hash);
    await again.store.close();
  });

  test('undoes a reset that the disk refused', async () => {
    const org = await faulty('disk');
    addGroup(org, 'a');
    const waited = org.store.synced();
    await endOfTurn();
    org.journal.syncs.shift()?.resolve();
    await waited;
    const before = { hash: org.store.hash(), header: org.store.header };
    addGroup(org, 'b');
    await endOfTurn();
    org.store.reset((rows) => applySeed(rows));
    addGroup(org, 'c');
    const refused = org.store.synced();
    org.journal.syncs.shift()?.reject(new Error('EIO'));
    expect(await settled(refused)).toBe('refused');
    expect(org.store.hash()).toBe(before.hash);
    expect(org.store.header).toEqual(before.header);
    expect(org.rows.groups.by('name', 'a')).toBeDefined();
    await org.store.close();
  });

  test('a full disk does not take back what waits for a sync', async () => {
    const org = await faulty('disk');
    addGroup(org, 'a');
    const waiting = org.store.synced();
    await endOfTurn();
    org.journal.room = 10;
    addGroup(org, 'b');
    expect(await settled(org.store.synced())).toBe('refused');
    org.journal.syncs.shift()?.resolve();
    expect(await settled(waiting)).toBe('done');
    expect(groupNames(org.rows)).toEqual(['Everyone', 'a']);
    await org.store.close();
  });

  test('a compaction waits for the sync under way, and syncs the rest before it sets the journal aside', async () => {
    const org = await faulty('disk');
    addGroup(org, 'a');
    const first = org.store.synced();
    await endOfTurn();
    addGroup(org, 'b');
    const second = org.store.synced();
    const compacting = org.store.compact();
    addGroup(org, 'c');
    expect(await settled(compacting)).toBe('waiting');
    expect(existsSync(pathsIn(org.dir).aside)).toBe(false);
    org.journal.syncs.shift()?.resolve();
    await Promise.all([first, compacting]);
    expect(await settled(second)).toBe('done');
    expect(org.store.synced()).toBeUndefined();
    const copy = await crashed(org.dir);
    const expected = org.store.hash();
    await org.store.close();
    const again = await openStore(copy);
    expect(again.store.hash()).toBe(expected);
    await again.store.close();
  });
});
