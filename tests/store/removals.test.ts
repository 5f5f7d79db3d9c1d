import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { closeGaps } from '../../store/memory/close-gaps.js';
import { OrderedRows } from '../../store/memory/ordered-rows.js';
import type { Row } from '../../store/rows/common.js';
import { contentOf, membership, newFolder, openStore, removeFolders } from '../support/store.js';

afterEach(removeFolders);

const rowOf = (seq: number): Row => ({ id: `id${seq}`, seq });
const seqsOf = (rows: readonly Row[]): number[] => rows.map(({ seq }) => seq);

/** More than are taken out one by one. */
const MANY = 5000;

type Act = readonly ['delete' | 'put' | 'look' | 'hold' | 'drop' | 'size', number];

const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.tuple(
    fc.constantFrom('delete', 'delete', 'delete', 'put', 'look', 'hold', 'drop', 'size'),
    fc.oneof(fc.nat(MANY + 20), fc.nat(30)),
  ) as fc.Arbitrary<Act>,
  { maxLength: 60 },
);

describe('rows that are taken out of very many', () => {
  test('are gone to whoever looks, in any order of removals, additions and looks', () => {
    fc.assert(
      fc.property(acts, (all) => {
        const rows = new OrderedRows(Array.from({ length: MANY }, (_, n) => rowOf(n + 1)));
        const model = new Set(Array.from({ length: MANY }, (_, n) => n + 1));
        const sorted = (): number[] => [...model].sort((a, b) => a - b);
        let held: { readonly rows: readonly Row[]; readonly seqs: readonly number[] } | undefined;
        for (const [act, n] of all) {
          if (act === 'delete') {
            rows.delete(n);
            model.delete(n);
          } else if (act === 'put') {
            rows.put(rowOf(n));
            model.add(n);
          } else if (act === 'hold') held = { rows: rows.rows, seqs: sorted() };
          else if (act === 'drop') {
            rows.dropBefore(n % 50);
            for (let seq = 0; seq < n % 50; seq++) model.delete(seq);
          } else if (act === 'look') {
            expect(rows.at(n)?.seq).toBe(model.has(n) ? n : undefined);
            expect(rows.indexOf(n)).toBe(sorted().filter((seq) => seq < n).length);
          }
          expect(rows.size).toBe(model.size);
        }
        expect(seqsOf(rows.live)).toEqual(sorted());
        expect(rows.madeCount).toBe(model.size);
        if (held) expect(seqsOf(held.rows)).toEqual(held.seqs);
      }),
      { numRuns: 60 },
    );
  });

  test('are gone from pages, indexes and the state file, and there again where the change was taken back', async () => {
    const dir = newFolder();
    const org = await openStore(dir);
    const { memberships } = org.rows;
    org.store.transaction(() => {
      for (let n = 0; n < MANY; n++) memberships.insert(membership(n % 2 ? 'odd' : 'even', `user ${n}`));
    });
    const before = org.store.hash();
    const removeOdd = (): void => {
      for (let left = 100; left > 0; ) {
        const { rows } = memberships.page({ limit: 100, within: { index: 'group', key: 'odd' } });
        for (const { id } of rows) memberships.remove(id);
        left = rows.length;
      }
    };
    const refusal = new Error('refused');
    const refused = (): never => {
      removeOdd();
      expect(memberships.count()).toBe(MANY / 2);
      throw refusal;
    };
    expect(() => org.store.transaction(refused)).toThrow(refusal);
    expect(org.store.hash()).toBe(before);
    org.store.transaction(removeOdd);
    expect(memberships.count('group', 'odd')).toBe(0);
    expect(memberships.all().every(({ groupId }) => groupId === 'even')).toBe(true);
    expect(memberships.page({ limit: 1 }).rows[0]?.userId).toBe('user 0');
    await org.store.close();
    expect(JSON.stringify(contentOf(dir))).not.toContain('"odd"');
  });
});

test('gaps are closed wherever they are', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 40 }), fc.uniqueArray(fc.nat(39)), (list, some) => {
      const places = some.filter((at) => at < list.length).sort((a, b) => a - b);
      const wanted = list.filter((_, at) => !places.includes(at));
      closeGaps(list, places);
      expect(list).toEqual(wanted);
    }),
  );
});
