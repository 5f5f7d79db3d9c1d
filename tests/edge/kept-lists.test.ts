import { expect, test } from '@jest/globals';
import { Links } from '../../contract/links.js';
import { KeptBytes } from '../../server/kept-bytes.js';
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
  expect(after.slice(0, -1)).toEqual(before.slice(0, -1));
  expect(after.at(-1)).toMatchObject({ profile: { nickName: 'Kay' } });
  await org.post(`/api/v1/users/${ids[1]}/lifecycle/deactivate`);
  await org.delete(`/api/v1/users/${ids[1]}`);
  expect((await list()).map(({ id }) => id)).toEqual(before.map(({ id }) => id).filter((id) => id !== ids[1]));
  expect((await org.get('/api/v1/users?limit=2')).body).toHaveLength(2);
});

const rowsOf = (...ids: string[]): Row[] => ids.map((id, n) => Object.freeze({ id, seq: n + 1 }));
const view = (row: Row): unknown => ({ id: row.id });
const other = (row: Row): unknown => ({ seq: row.seq });

test('lists are joined once for the very same rows in one view', () => {
  const kept = new KeptBytes(new Links('http://localhost'));
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
  const kept = new KeptBytes(new Links('http://localhost'));
  const [a, b] = rowsOf('a', 'b') as [Row, Row];
  const rows = [a];
  kept.list(view, rows);
  rows.push(b);
  expect(kept.list(view, rows).toString()).toBe('[{"id":"a"},{"id":"b"}]');
});
