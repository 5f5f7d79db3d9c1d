import { expect, test } from '@jest/globals';
import { Links } from '../../contract/links.js';
import { KeptBytes } from '../../server/kept-bytes.js';
import { MemoryBudget } from '../../server/memory-budget.js';
import type { Row } from '../../store/rows/common.js';
import { suiteOrg } from '../support/org.js';
import { createPerson } from '../support/people.js';

const org = suiteOrg();

test('a list that is asked for again shows what was changed meanwhile', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 3; n++) ids.push((await createPerson(org, n)).id);
  const list = async (): Promise<Record<string, unknown>[]> => (await org.get('/api/v1/users')).body;
  const before = await list();
  expect(await list()).toEqual(before);
  await org.post(`/api/v1/users/${ids[2]}`, { profile: { nickName: 'Kay' } });
  const after = await list();
  const at = before.findIndex(({ id }) => id === ids[2]);
  expect(after.toSpliced(at, 1)).toEqual(before.toSpliced(at, 1));
  expect(after[at]).toMatchObject({ id: ids[2], profile: { nickName: 'Kay' } });
  await org.post(`/api/v1/users/${ids[1]}/lifecycle/deactivate`);
  await org.delete(`/api/v1/users/${ids[1]}`);
  expect((await list()).map(({ id }) => id)).toEqual(before.map(({ id }) => id).filter((id) => id !== ids[1]));
  expect((await org.get('/api/v1/users?limit=2')).body).toHaveLength(2);
});

const rowsOf = (...ids: string[]): Row[] => ids.map((id, n) => Object.freeze({ id, seq: n + 1 }));
const view = (row: Row): unknown => ({ id: row.id });
const other = (row: Row): unknown => ({ seq: row.seq });

test('lists are joined once for the very same rows in one view', () => {
  const kept = new KeptBytes(new Links('http://localhost'), new MemoryBudget(1 << 20));
  const [a, b, c] = rowsOf('a', 'b', 'c') as [Row, Row, Row];
  const first = kept.list(view, [a, b]);
  expect(first.toString()).toBe('[{"id":"a"},{"id":"b"}]');
  expect(kept.list(view, [a, b])).toBe(first);
  expect(kept.list(view, [a, c]).toString()).toBe('[{"id":"a"},{"id":"c"}]');
  expect(kept.list(view, [a]).toString()).toBe('[{"id":"a"}]');
  expect(kept.list(other, [a]).toString()).toBe('[{"seq":1}]');
  expect(kept.list(view, []).toString()).toBe('[]');
});

test('an array that grows after it was shown is another list', () => {
  const kept = new KeptBytes(new Links('http://localhost'), new MemoryBudget(1 << 20));
  const [a, b] = rowsOf('a', 'b') as [Row, Row];
  const rows = [a];
  kept.list(view, rows);
  rows.push(b);
  expect(kept.list(view, rows).toString()).toBe('[{"id":"a"},{"id":"b"}]');
});

test('what is kept stays inside its budget, however many bases share it, and what is asked for again stays', () => {
  const budget = new MemoryBudget(1 << 20);
  const [one, two] = [1, 2].map((n) => new KeptBytes(new Links(`http://host${n}`), budget)) as [KeptBytes, KeptBytes];
  const large = (row: Row): unknown => ({ id: row.id, text: 'x'.repeat(10_000) });
  const [first, ...others] = Array.from({ length: 400 }, (_, n) => Object.freeze({ id: `row${n}`, seq: n + 1 }));
  const kept = one.one(large, first as Row, true);
  const passed: unknown[] = [];
  for (const row of others) {
    passed.push(one.one(large, row, true));
    two.one(large, row, true);
    expect(one.one(large, first as Row, true)).toBe(kept);
  }
  const again = others.filter((row, n) => passed[n] === one.one(large, row, true));
  expect(again.length).toBeLessThan(100);
  const huge = (row: Row): unknown => ({ id: row.id, text: 'x'.repeat(100_000) });
  expect(one.one(huge, first as Row, true)).not.toBe(one.one(huge, first as Row, true));
});
