import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { ReadOnlyError } from '../../store/errors.js';
import {
  addGroup,
  contentOf,
  crashed,
  groupNames,
  newFolder,
  openStore,
  pathsIn,
  removeFolders,
} from '../support/store.js';

afterAll(removeFolders);

type Org = Awaited<ReturnType<typeof openStore>>;

/** Moves an org to one that has these groups, as a reset with a large seed does. */
async function move({ store }: Org, names: readonly string[], meanwhile = (): void => undefined): Promise<number> {
  const folder = newFolder();
  let written = 0;
  const path = join(folder, 'next.json');
  await store.move({
    path,
    async write(commit) {
      written += 1;
      const other = await openStore();
      for (const name of names) addGroup(other, name);
      const document = other.store.document();
      const { writeStateFile } = await import('../../store/state/file.js');
      await writeStateFile(path, { ...document, header: { ...document.header, commit } });
      await other.store.close();
      meanwhile();
    },
  });
  return written;
}

async function reopened(dir: string): Promise<{ names: unknown[]; warnings: readonly string[] }> {
  const org = await openStore(dir);
  const found = { names: groupNames(org.rows), warnings: org.warnings };
  await org.store.close();
  return found;
}

describe('a move to another state file', () => {
  test('changes the rows, what comes after goes on from it, and a start finds both', async () => {
    const dir = newFolder();
    const org = await openStore(dir);
    addGroup(org, 'before');
    await move(org, ['a', 'b']);
    expect(groupNames(org.rows)).toEqual(['Everyone', 'a', 'b']);
    expect(contentOf(dir)['default.journal']).toBe('');
    addGroup(org, 'after');
    const expected = org.store.hash();
    const copy = await crashed(dir);
    await org.store.close();
    const again = await openStore(copy);
    expect(again.store.hash()).toBe(expected);
    expect(groupNames(again.rows)).toEqual(['Everyone', 'a', 'b', 'after']);
    await again.store.close();
  });

  test('stands though a crash leaves the journals of before it', async () => {
    const dir = newFolder();
    const org = await openStore(dir);
    addGroup(org, 'aside');
    const [old] = [await crashed(dir)];
    await org.store.compact();
    addGroup(org, 'before');
    const before = await crashed(dir);
    await move(org, ['a']);
    await org.store.close();
    cpSync(pathsIn(before).journal, pathsIn(dir).journal);
    cpSync(pathsIn(old).journal, pathsIn(dir).aside);
    const again = await openStore(dir);
    expect([groupNames(again.rows), again.warnings]).toEqual([['Everyone', 'a'], []]);
    addGroup(again, 'after');
    const copy = await crashed(dir);
    await again.store.compact();
    expect(await reopened(copy)).toEqual({ names: ['Everyone', 'a', 'after'], warnings: [] });
    await again.store.close();
    expect(await reopened(dir)).toEqual({ names: ['Everyone', 'a', 'after'], warnings: [] });
  });

  test('makes the file again where something was committed meanwhile', async () => {
    const dir = newFolder();
    const org = await openStore(dir);
    let left = 2;
    const meanwhile = (): void => {
      left -= 1;
      if (left >= 0) addGroup(org, `meanwhile ${left}`);
    };
    expect(await move(org, ['a'], meanwhile)).toBe(3);
    expect(groupNames(org.rows)).toEqual(['Everyone', 'a']);
    const copy = await crashed(dir);
    await org.store.close();
    expect((await reopened(copy)).names).toEqual(['Everyone', 'a']);
  });

  test('leaves the org as it is where it never stands still, and where the file is none', async () => {
    const dir = newFolder();
    const org = await openStore(dir);
    let n = 0;
    const names = (): unknown[] => groupNames(org.rows);
    await expect(move(org, ['a'], () => void addGroup(org, `more ${n++}`))).rejects.toThrow('did not stand still');
    expect(names()).toEqual(['Everyone', 'more 0', 'more 1', 'more 2', 'more 3', 'more 4']);
    const path = join(newFolder(), 'next.json');
    const write = async (): Promise<void> => writeFileSync(path, '{"mockta":{}}\n');
    const before = contentOf(dir);
    await expect(org.store.move({ path, write })).rejects.toThrow('is not as it was written');
    expect(org.store.moving).toBeUndefined();
    addGroup(org, 'after');
    expect(names()).toHaveLength(7);
    expect(contentOf(dir)['default.json']).toBe(before['default.json']);
    await org.store.close();
    expect((await reopened(dir)).names).toHaveLength(7);
  });

  test('waits for a compaction, and begins none', async () => {
    const dir = newFolder();
    const org = await openStore(dir, { minCompactionBytes: 1 });
    addGroup(org, 'before');
    const compacting = org.store.compact();
    await move(org, ['a']);
    await compacting;
    const copy = await crashed(dir);
    await org.store.close();
    expect((await reopened(copy)).names).toEqual(['Everyone', 'a']);
    expect((await reopened(dir)).names).toEqual(['Everyone', 'a']);
  });

  test('is refused by an org that is closed or takes no changes, and waited for by the end', async () => {
    const dir = newFolder();
    const org = await openStore(dir);
    const moving = move(org, ['a']);
    await org.store.close();
    await moving;
    await expect(async () => move(org, ['b'])).rejects.toThrow(ReadOnlyError);
    expect((await reopened(dir)).names).toEqual(['Everyone', 'a']);
    const other = await openStore(dir);
    other.store.giveUp('the tests say so');
    await expect(async () => move(other, ['b'])).rejects.toThrow(ReadOnlyError);
    await other.store.close();
    expect((await reopened(dir)).names).toEqual(['Everyone', 'a']);
    rmSync(dir, { recursive: true });
  });
});
