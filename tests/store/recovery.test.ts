import { appendFileSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { StateFileError } from '../../store/errors.js';
import {
  addGroup,
  applySeed,
  contentOf,
  crashed,
  event,
  groupNames,
  membership,
  newFolder,
  openStore,
  pathsIn,
  removeFolders,
} from '../support/store.js';

afterEach(removeFolders);

/** A folder as a killed process leaves it, with the digest of the org after each commit: `hashes[n]` after n of them. */
async function killed(commits: number, durability: 'process' | 'disk' = 'process') {
  const dir = newFolder();
  const org = await openStore(dir, { durability });
  const hashes = [org.store.hash()];
  for (let i = 1; i <= commits; i++) {
    addGroup(org, `gröup ${i}`);
    hashes.push(org.store.hash());
  }
  await org.store.synced();
  const copy = await crashed(dir);
  await org.store.close();
  return { dir: copy, hashes, ...pathsIn(copy) };
}

/** Opens, looks, closes. */
async function reopened(dir: string) {
  const org = await openStore(dir);
  const found = {
    hash: org.store.hash(),
    header: org.store.header,
    names: groupNames(org.rows),
    warnings: org.warnings,
  };
  await org.store.close();
  return found;
}

describe('after kill -9', () => {
  test.each(['process', 'disk'] as const)(
    'everything that was answered is there (durability %s)',
    async (durability) => {
      const { dir, hashes } = await killed(5, durability);
      const org = await openStore(dir);
      expect(org.store.hash()).toBe(hashes[5]);
      expect(org.store.fresh).toBe(false);
      expect(org.warnings).toEqual([]);
      await org.store.close();
      expect((await reopened(dir)).hash).toBe(hashes[5]);
    },
  );

  test('random transactions come back as they were: rows, order, counters, position of the id source', async () => {
    const names = fc.constantFrom('a', 'b', 'c', 'd');
    const change = fc.record({ put: fc.boolean(), name: names, by: names });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(change, { maxLength: 5 }), { maxLength: 10 }),
        fc.boolean(),
        async (all, compacts) => {
          const dir = newFolder();
          const { store, rows } = await openStore(dir);
          for (const [i, changes] of all.entries()) {
            if (compacts && i === 4) await store.compact();
            store.transaction(() => {
              for (const { put, name, by } of changes) {
                const row = rows.memberships.by('pair', `${name} x`);
                if (put && row) rows.memberships.replace(row.id, membership(name, 'x', [by]));
                else if (put) rows.memberships.insert(membership(name, 'x', [by]));
                else if (row) rows.memberships.remove(row.id);
              }
            });
          }
          const copy = await crashed(dir);
          const expected = { hash: store.hash(), header: store.header };
          await store.close();
          const found = await reopened(copy);
          expect(found).toEqual({ ...expected, names: ['Everyone'], warnings: [] });
          // And once more, now from the state file alone.
          expect(await reopened(copy)).toEqual(found);
        },
      ),
      { numRuns: 40 },
    );
  }, 30_000);

  test('the place of the last row, removed, is not given again', async () => {
    const dir = newFolder();
    const org = await openStore(dir);
    const row = addGroup(org, 'a');
    org.store.transaction(() => org.rows.groups.remove(row.id));
    await org.store.close();
    const again = await openStore(dir);
    expect(addGroup(again, 'b').seq).toBe(row.seq + 1);
    await again.store.compact();
    again.store.transaction(() => again.rows.groups.remove(again.rows.groups.all()[1]?.id ?? ''));
    await again.store.compact();
    const copy = await crashed(dir);
    await again.store.close();
    const last = await openStore(copy);
    expect(addGroup(last, 'c').seq).toBe(row.seq + 2);
    await last.store.close();
  });

  test('a seeded org draws the ids that it would have drawn without the restart', async () => {
    const through = await openStore();
    const expected = ['a', 'b', 'c'].map((name) => addGroup(through, name).id);
    const { dir } = await killed(0);
    const ids: string[] = [];
    for (const name of ['a', 'b', 'c']) {
      const org = await openStore(dir, { idSeed: 'another one is ignored' });
      ids.push(addGroup(org, name).id);
      await org.store.close();
    }
    expect(ids).toEqual(expected);
  });

  test('a reset is there whole, and the header names the seed that it used', async () => {
    const dir = newFolder();
    const org = await openStore(dir);
    addGroup(org, 'a');
    org.store.reset((rows) => applySeed(rows));
    addGroup(org, 'b');
    const copy = await crashed(dir);
    const expected = { hash: org.store.hash(), header: org.store.header };
    await org.store.close();
    expect(await reopened(copy)).toMatchObject({ ...expected, names: ['Everyone', 'b'] });
    const newer = await openStore(copy, { seed: { name: 'small', hash: '2' } });
    expect(newer.store.header.seed.hash).toBe('1');
    newer.store.reset((rows) => applySeed(rows));
    await newer.store.close();
    expect((await reopened(copy)).header.seed).toEqual({ name: 'small', hash: '2' });
  });
});

describe('a journal that was cut off', () => {
  test('anywhere in its last line: the line is dropped with a warning, and never glued to the next', async () => {
    const dir = newFolder();
    const org = await openStore(dir);
    const link = { definitionId: 'd', primaryId: 'p' };
    const hashes = [1, 2].map((n) => {
      org.store.transaction(() => org.rows.links.insert({ ...link, associatedId: `ä${n}` }));
      return org.store.hash();
    });
    const files = await crashed(dir);
    await org.store.close();
    const bytes = readFileSync(pathsIn(files).journal);
    const start = bytes.lastIndexOf(10, bytes.length - 2) + 1;
    for (let end = start; end <= bytes.length; end++) {
      const copy = await crashed(files);
      truncateSync(pathsIn(copy).journal, end);
      const again = await openStore(copy);
      // Without its newline the line is whole all the same: it counts.
      const whole = end >= bytes.length - 1;
      expect(again.store.hash()).toBe(hashes[whole ? 1 : 0]);
      expect(again.warnings).toHaveLength(whole || end === start ? 0 : 1);
      addGroup(again, 'the next');
      const expected = again.store.hash();
      const later = await crashed(copy);
      const journal = readFileSync(pathsIn(copy).journal, 'utf8');
      expect(journal.split('\n')).toHaveLength(whole ? 4 : 3);
      await again.store.close();
      if (end % 8 === 0 || whole) expect(await reopened(later)).toMatchObject({ hash: expected, warnings: [] });
    }
  }, 60_000);

  test('inside a character of several bytes', async () => {
    const { dir, hashes, journal } = await killed(2);
    const bytes = readFileSync(journal);
    truncateSync(journal, bytes.lastIndexOf(Buffer.from('ö')) + 1);
    expect(await reopened(dir)).toMatchObject({ hash: hashes[1] });
  });

  test('and left with a last line that a power loss filled with zeros', async () => {
    const { dir, hashes, journal } = await killed(3);
    const bytes = readFileSync(journal);
    bytes.fill(0, bytes.length - 40);
    writeFileSync(journal, bytes);
    const found = await reopened(dir);
    expect(found.hash).toBe(hashes[2]);
    expect(found.warnings[0]).toMatch(/default\.journal: the last line \(\d+ bytes\) was cut off/);
  });
});

describe('a journal that is damaged', () => {
  const refusal = async (dir: string): Promise<string> => {
    const before = contentOf(dir);
    const error = await openStore(dir).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(StateFileError);
    expect(contentOf(dir)).toEqual(before);
    return (error as StateFileError).message;
  };

  test('in any byte of any line: the start is refused, and says which line; nothing is touched', async () => {
    const { dir, journal } = await killed(4);
    const bytes = readFileSync(journal);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const spoilt = Buffer.from(bytes);
        spoilt.writeUInt8(bytes.readUInt8(at) ^ flip, at);
        const copy = await crashed(dir);
        writeFileSync(pathsIn(copy).journal, spoilt);
        const line = bytes.subarray(0, at).toString('latin1').split('\n').length;
        expect(await refusal(copy)).toContain(`default.journal, line ${line} is damaged`);
      }),
      { numRuns: 40 },
    );
  }, 30_000);

  test('by a line that is missing', async () => {
    const { dir, journal } = await killed(3);
    const lines = readFileSync(journal, 'utf8').split('\n');
    writeFileSync(journal, [lines[0], lines[2], ''].join('\n'));
    expect(await refusal(dir)).toContain('line 2 is commit 3, but 2 should follow');
    writeFileSync(journal, [lines[1], lines[2], ''].join('\n'));
    expect(await refusal(dir)).toMatch(/goes on with commit 2, but .* end with 0: a part is missing/);
  });

  test('by the loss of the journal before it', async () => {
    const dir = newFolder();
    const org = await openStore(dir);
    addGroup(org, 'a');
    await org.store.compact();
    addGroup(org, 'b');
    await org.store.compact();
    addGroup(org, 'c');
    const copy = await crashed(dir);
    await org.store.close();
    const { state } = pathsIn(copy);
    writeFileSync(state, readFileSync(state, 'utf8').replace('"commit":2', '"commit":0'));
    expect(await refusal(copy)).toContain('a part is missing');
  });

  test('beyond use, and its state file gone', async () => {
    const { dir, state } = await killed(1);
    rmSync(state);
    expect(await refusal(dir)).toMatch(/default\.journal is there without .*default\.json/);
  });
});

test('rows that a file held are frozen', async () => {
  const dir = newFolder();
  const org = await openStore(dir);
  org.store.transaction(() => org.rows.logs.insert(event('a')));
  await org.store.close();
  const again = await openStore(dir);
  addGroup(again, 'a');
  const copy = await crashed(dir);
  await again.store.close();
  const { rows, store } = await openStore(copy);
  expect(() => Object.assign(rows.logs.all()[0] as object, { type: 'b' })).toThrow(TypeError);
  expect(() => Object.assign(rows.logs.all()[0]?.origin as object, { ip: 'b' })).toThrow(TypeError);
  expect(() => Object.assign(rows.groups.by('name', 'a')?.profile as object, { name: 'b' })).toThrow(TypeError);
  await store.close();
});

test('the events of one request share their origin again after a restart', async () => {
  const dir = newFolder();
  const org = await openStore(dir);
  const { origin } = event('a');
  const add = () =>
    org.store.transaction(() => ['a', 'b'].map((type) => org.rows.logs.insert({ ...event(type), origin })));
  add();
  await org.store.compact();
  add();
  const expected = org.store.hash();
  const copy = await crashed(dir);
  await org.store.close();
  const again = await openStore(copy);
  // Those of the state file and those of the journal each have theirs.
  const [a, b, c, d] = again.rows.logs.all().map((row) => row.origin);
  expect([a, c]).toEqual([origin, origin]);
  expect(b).toBe(a);
  expect(d).toBe(c);
  expect(again.store.hash()).toBe(expected);
  await again.store.close();
});

test('a journal whose commits the state file holds already changes nothing', async () => {
  const dir = newFolder();
  const org = await openStore(dir);
  addGroup(org, 'a');
  const line = readFileSync(pathsIn(dir).journal);
  await org.store.close();
  expect(statSync(pathsIn(dir).journal).size).toBe(0);
  appendFileSync(pathsIn(dir).journal, line);
  expect(await reopened(dir)).toMatchObject({ names: ['Everyone', 'a'] });
});
