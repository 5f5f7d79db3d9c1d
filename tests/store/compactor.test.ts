import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Change, Commit } from '../../store/journal/commit-line.js';
import { LineBuffer } from '../../store/journal/line-buffer.js';
import { hashOf, keyHashes } from '../../store/memory/key-hashes.js';
import type { Row } from '../../store/rows/common.js';
import type { MembershipRow } from '../../store/rows/groups.js';
import { type CompactionTask, compact } from '../../store/state/compaction.js';
import type { StateHeader } from '../../store/state/document.js';
import { writeStateFile } from '../../store/state/file.js';
import { readIndex } from '../../store/state/key-index.js';
import { readState } from '../../store/state/reader.js';
import { newFolder, removeFolders } from '../support/store.js';

afterEach(removeFolders);

const header: StateHeader = {
  format: 1,
  org: 'default',
  commit: 0,
  ids: 0,
  suffix: '46d6',
  seed: { name: 'small', hash: '1' },
};

type Link = MembershipRow;

const link = (id: string, seq: number, text: string): Link => ({
  id,
  seq,
  groupId: `group of ${id}`,
  userId: `user ${seq}`,
  manual: false,
  rules: [text],
});

const put = (row: Link): Change => ['memberships', 1, row];
const gone = (id: string): Change => ['memberships', 0, id];

/** Writes a state file of these rows and a journal of commits with these changes beside it. */
async function filesOf(old: readonly Link[], commits: readonly Omit<Commit, 'n' | 'ids'>[]): Promise<CompactionTask> {
  const dir = newFolder();
  const [state, journal] = [join(dir, 'default.json'), join(dir, 'default.journal.old')];
  await writeStateFile(state, { header, sections: [['memberships', old]], sealed: true });
  const lines = new LineBuffer();
  for (const [i, commit] of commits.entries()) lines.add({ n: i + 1, ids: i, ...commit });
  writeFileSync(journal, lines.take());
  return { state, journal, collections: ['memberships', 'logs'], logsFrom: 0 };
}

/** What a sealed state file holds, whose index has to know the keys of each row. */
function held(path: string): readonly Row[] {
  const rows = readState(path).sections.find(([name]) => name === 'memberships')?.[1] as Row[];
  const [pairs = []] = readIndex(path)?.get('memberships') ?? [];
  expect([...pairs]).toEqual(rows.flatMap((row) => keyHashes('memberships', row)));
  return rows;
}

/** The rows as they are after each commit. */
class Model {
  readonly rows = new Map<string, Link>();
  #nextSeq = 1;

  put(id: string, text: string): Link {
    const row = link(id, this.rows.get(id)?.seq ?? this.#nextSeq++, text);
    this.rows.set(id, row);
    return row;
  }

  reset(): void {
    this.rows.clear();
    this.#nextSeq = 1;
  }

  get inOrder(): Link[] {
    return [...this.rows.values()].sort((a, b) => a.seq - b.seq);
  }
}

/** Two ids with one hash. */
const SAME_HASH = ['row 3yzx', 'row a6ad'] as const;

const ids = fc.constantFrom(...SAME_HASH, 'Zoë 漢字', 'emoji 😀', 'with "quotes"', 'a\\b', 'tab\t', 'long');
const texts = fc.constantFrom('', 'x', 'Zoë 漢字 😀', 'é'.repeat(20_000), '\u2028"\\\n');
const step = fc.record({ id: ids, text: texts, isPut: fc.boolean() });
type Step = { id: string; text: string; isPut: boolean };

/** Does steps on the model. @returns the changes of one commit, each row once, by its last word */
function changesOf(model: Model, steps: readonly Step[]): Change[] {
  const last = new Map<string, Change>();
  for (const { id, text, isPut } of steps) {
    const isThere = model.rows.has(id);
    if (isPut) last.set(id, put(model.put(id, text)));
    else if (isThere && model.rows.delete(id)) last.set(id, gone(id));
  }
  return [...last.values()];
}

describe('the compactor', () => {
  test('leaves what the journal says last of each row, by its place, whatever letters stand in ids and rows', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 12 }),
        fc.array(fc.record({ steps: fc.array(step, { maxLength: 6 }), reset: fc.nat(9) }), { maxLength: 12 }),
        async (before, commits) => {
          const model = new Model();
          changesOf(model, before);
          const old = model.inOrder;
          const journal = commits.map(({ steps, reset }) => {
            if (reset > 0) return { set: changesOf(model, steps) };
            model.reset();
            return { reset: { name: 'Zoë', hash: '2' }, set: changesOf(model, steps) };
          });
          const task = await filesOf(old, journal);
          await compact(task);
          expect(held(task.state)).toEqual(model.inOrder);
        },
      ),
      { numRuns: 200 },
    );
  }, 60_000);

  test('tells rows apart whose ids have the same hash', async () => {
    const [one, other] = SAME_HASH;
    expect(hashOf(one)).toBe(hashOf(other));
    const task = await filesOf(
      [link(one, 1, 'old'), link(other, 2, 'old')],
      [{ set: [put(link(other, 2, 'new'))] }, { set: [gone(one)] }, { set: [put(link(one, 3, 'again'))] }],
    );
    await compact(task);
    expect(held(task.state)).toEqual([link(other, 2, 'new'), link(one, 3, 'again')]);
  });

  test('keeps the old file and the journal where that changes under its hands', async () => {
    const rows = Array.from({ length: 300 }, (_, i) => link(`row ${i}`, i + 1, 'x'.repeat(200)));
    const changes: readonly ((journal: string) => void)[] = [
      (journal) => writeFileSync(journal, readFileSync(journal).subarray(0, 40_000)),
      (journal) => {
        const file = openSync(journal, 'r+');
        writeSync(file, 'y', readFileSync(journal).lastIndexOf('xxx'));
        closeSync(file);
      },
    ];
    for (const change of changes) {
      const task = await filesOf(
        [],
        rows.map((row) => ({ set: [put(row)] })),
      );
      const old = readFileSync(task.state);
      // One rest for each line of the journal, and then one for each row that is written.
      let rests = 0;
      const merged = compact(task, () => {
        rests += 1;
        if (rests === rows.length + 1) change(task.journal);
      });
      await expect(merged).rejects.toThrow(/was (cut off|changed) while it was read/);
      expect(rests).toBeGreaterThan(rows.length);
      expect(readFileSync(task.state)).toEqual(old);
      expect(readFileSync(task.journal).length).toBeGreaterThan(0);
    }
  });

  test('tells rows apart whose ids are halves of characters, and knows an id however it is written', async () => {
    const halves = ['half \ud800', 'half \ud801', 'half \ufffd'] as const;
    const [one, other, third] = halves;
    const task = await filesOf(
      halves.map((id, i) => link(id, i + 1, 'old')),
      [{ set: [put(link(other, 2, 'new')), put(link('plain', 4, 'new'))] }, { set: [gone(one)] }],
    );
    await compact(task);
    expect(held(task.state)).toEqual([link(other, 2, 'new'), link(third, 3, 'old'), link('plain', 4, 'new')]);
  });

  test('keeps both files where a commit between them is missing', async () => {
    const task = await filesOf([link('a', 1, 'old')], [{ set: [] }, { set: [put(link('a', 1, 'new'))] }]);
    const journal = readFileSync(task.journal);
    const without = journal.subarray(journal.indexOf('\n') + 1);
    const old = readFileSync(task.state);
    writeFileSync(task.journal, without);
    await expect(compact(task)).rejects.toThrow('it goes on with commit 2, but the state file ends with 0');
    expect(readFileSync(task.state)).toEqual(old);
    expect(readFileSync(task.journal)).toEqual(without);
  });
});

describe('the compactor with a state file that was edited', () => {
  const rows = ['a', 'b', 'c', 'd'].map((id, i) => link(id, i + 1, 'old'));

  /** Edits the lines of four records, and merges a journal that changes the second and takes the third away. */
  async function edited(edit: (line: string, i: number) => string): Promise<CompactionTask> {
    const task = await filesOf(rows, [{ set: [put(link('b', 2, 'new')), gone('c')] }]);
    let record = 0;
    const lines = readFileSync(task.state, 'utf8').split('\n');
    writeFileSync(task.state, lines.map((line) => (line.startsWith('{"id"') ? edit(line, record++) : line)).join('\n'));
    return task;
  }

  /** The rows by the reader of starts, which must take the file for one laid out as ours, as it is before the merge. */
  function rowsIn(path: string): Row[] {
    const { foreign, sections } = readState(path);
    expect(foreign).toBe(false);
    return sections.find(([name]) => name === 'memberships')?.[1] as Row[];
  }

  test.each<readonly [string, (line: string) => string]>([
    ['a carriage return at the end of each', (line) => `${line}\r`],
    ['spaces around each', (line) => `  ${line.replace('}', ' }').replace(/,$/, ' ,')} \t`],
    [
      'escaped letters',
      (line) => line.replace(/"id":"(.)"/, (_, id) => `"id":"\\u00${id.charCodeAt(0).toString(16)}"`),
    ],
    ['the "seq" as a fraction', (line) => line.replace(/"seq":(\d)/, '"seq":$1.0')],
  ])('reads its records as a start does: %s', async (_, edit) => {
    const task = await edited(edit);
    expect(rowsIn(task.state)).toEqual(rows);
    await compact(task);
    expect(rowsIn(task.state)).toEqual([rows[0], link('b', 2, 'new'), rows[3]]);
  });

  test('counts the last of two members of one name', async () => {
    const task = await edited((line) => line.replace(/"id":"(.)"(.*)\}/, '"id":"other $1"$2,"id":"$1"}'));
    expect(rowsIn(task.state)).toEqual(rows);
    await compact(task);
    expect(rowsIn(task.state)).toEqual([rows[0], link('b', 2, 'new'), rows[3]]);
  });

  test('refuses two records on a line, which an empty one makes up for', async () => {
    const task = await edited((line) => line);
    const [one, other, ...more] = readFileSync(task.state, 'utf8').split('},\n{"id"');
    const joined = `${one}},{"id"${other}},\n\n{"id"${more.join('},\n{"id"')}`;
    writeFileSync(task.state, joined);
    expect(rowsIn(task.state)).toEqual(rows);
    await expect(compact(task)).rejects.toThrow('a record does not stand on a line of its own');
    expect(readFileSync(task.state, 'utf8')).toBe(joined);
    expect(readFileSync(task.journal).length).toBeGreaterThan(0);
  });
});
