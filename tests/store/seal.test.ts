import { readFileSync, writeFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { CollectionName } from '../../store/collections.js';
import { StateFileError } from '../../store/errors.js';
import type { Rows } from '../../store/memory/collection.js';
import { PackedRows } from '../../store/memory/packed-rows.js';
import type { Row } from '../../store/rows/common.js';
import { readStateFile } from '../../store/state/file.js';
import { readPacked } from '../../store/state/packed-reader.js';
import { sealText } from '../../store/state/seal.js';
import {
  addGroup,
  crashed,
  group,
  groupNames,
  membership,
  newFolder,
  openStore,
  pathsIn,
  removeFolders,
  type TestStore,
} from '../support/store.js';

afterEach(removeFolders);

const isPacked = (org: TestStore, name: CollectionName): boolean => (org.rows[name] as unknown as Rows<Row>).isPacked;

const knowsPairs = (dir: string): boolean | undefined =>
  readPacked(pathsIn(dir).state)
    ?.sections.flatMap(([name, rows]) => (name === 'memberships' && rows instanceof PackedRows ? [rows] : []))
    .some((rows) => rows.knows('pair'));

/** A closed org with so many memberships, and a group. */
async function written(memberships: number): Promise<string> {
  const dir = newFolder();
  const org = await openStore(dir);
  org.store.transaction(() => {
    for (let i = 0; i < memberships; i++) org.rows.memberships.insert(membership('abc'[i % 3] ?? '', `user ${i}`));
    org.rows.groups.insert(group('ü'));
  });
  await org.store.close();
  return dir;
}

describe('the seal of a state file', () => {
  /** The records that the file holds for a reader of JSON, or undefined. */
  const plain = (text: string): Record<string, Row[]> | undefined => {
    try {
      return JSON.parse(text) as Record<string, Row[]>;
    } catch {
      return undefined;
    }
  };

  /** What is read of a file: its records by section, or the refusal. */
  async function read(path: string): Promise<Record<string, Row[]> | StateFileError> {
    try {
      const { sections } = await readStateFile(path);
      return Object.fromEntries(
        sections.map(([of, rows]) => [
          of,
          rows instanceof PackedRows ? [...rows].map(({ json }) => JSON.parse(json.toString()) as Row) : rows,
        ]),
      );
    } catch (error) {
      expect(error).toBeInstanceOf(StateFileError);
      return error as StateFileError;
    }
  }

  test('holds for no file with a byte changed, lost, added or cut off, and what is read is what stands there', async () => {
    const { state } = pathsIn(await written(2));
    const good = readFileSync(state);
    expect(readPacked(state)).toBeDefined();
    for (let at = 0; at < good.length; at++) {
      const [head, tail] = [good.subarray(0, at), good.subarray(at + 1)];
      const byte = good[at] ?? 0;
      const damaged = [
        Buffer.concat([head, Buffer.from([byte ^ (at % 2 ? 1 : 0x20)]), tail]),
        at % 2 ? Buffer.concat([head, tail]) : Buffer.concat([head, Buffer.from('0'), good.subarray(at)]),
        head,
      ];
      for (const [i, bytes] of damaged.entries()) {
        writeFileSync(state, bytes);
        expect(readPacked(state)).toBeUndefined();
        if (i !== at % 3) continue;
        const found = await read(state);
        if (found instanceof StateFileError) continue;
        const { mockta, 'mockta-index': _index, 'mockta-crc32': _crc, ...stands } = plain(bytes.toString('utf8')) ?? {};
        expect(mockta).toBeDefined();
        expect(found).toEqual(stands);
      }
    }
  }, 120_000);

  test('does not hold after an edit by hand: the edit is taken, and no old index is believed', async () => {
    const dir = await written(30);
    const { state } = pathsIn(dir);
    const text = readFileSync(state, 'utf8');
    writeFileSync(state, text.replace('"userId":"user 7"', '"userId":"user seven"'));
    const org = await openStore(dir);
    expect(isPacked(org, 'memberships')).toBe(false);
    expect(org.rows.memberships.by('pair', 'b user seven')?.seq).toBe(8);
    expect(org.rows.memberships.by('pair', 'b user 7')).toBeUndefined();
    addGroup(org, 'more');
    // The compactor does not know what a record may hold: it vouches for none of them.
    await org.store.compact();
    expect(readPacked(state)).toBeUndefined();
    const copy = await crashed(dir);
    const again = await openStore(copy);
    expect(again.rows.memberships.by('pair', 'b user seven')?.seq).toBe(8);
    addGroup(again, 'and more');
    await again.store.close();
    expect(readPacked(pathsIn(copy).state)).toBeDefined();
    await org.store.close();
  });

  test('is not renewed over a line that was damaged while the org ran', async () => {
    const dir = await written(30);
    const { state } = pathsIn(dir);
    const org = await openStore(dir);
    addGroup(org, 'in the journal');
    const damaged = readFileSync(state, 'utf8').replace('"userId":"user 7"', '"userId":user 7"');
    writeFileSync(state, damaged);
    await expect(org.store.compact()).rejects.toThrow('a record does not stand on a line of its own');
    expect(readFileSync(state, 'utf8')).toBe(damaged);
    const copy = await crashed(dir);
    await expect(openStore(copy)).rejects.toThrow(/line \d+: this is not a record/);
    // The org itself knows better, and has what the journal held.
    await org.store.close();
    const again = await openStore(dir);
    expect(again.rows.memberships.by('pair', 'b user 7')?.seq).toBe(8);
    expect(groupNames(again.rows)).toContain('in the journal');
    await again.store.close();
  });

  test('an index that was made by other rules is not used, and made anew at the next shutdown', async () => {
    const dir = await written(30);
    const { state } = pathsIn(dir);
    const text = readFileSync(state, 'utf8');
    const body = text
      .slice(0, text.lastIndexOf('"mockta-crc32"'))
      .replace(/"rules":"\w{8}"/, '"rules":"00000000"')
      .replace(/"pair":"...../, '"pair":"AAAAA');
    writeFileSync(state, body + sealText(crc32(body)));
    const org = await openStore(dir);
    expect(isPacked(org, 'memberships')).toBe(true);
    expect(org.rows.memberships.by('pair', 'a user 0')?.seq).toBe(1);
    expect(isPacked(org, 'memberships')).toBe(false);
    addGroup(org, 'more');
    await org.store.compact();
    const copy = await crashed(dir);
    await org.store.close();
    for (const [where, known] of [
      [copy, false],
      [dir, false],
    ] as const) {
      expect(knowsPairs(where)).toBe(known);
      const again = await openStore(where);
      expect(again.rows.memberships.by('pair', 'b user 1')?.seq).toBe(2);
      addGroup(again, 'and more');
      await again.store.close();
      expect(knowsPairs(where)).toBe(true);
    }
  });
});
