import { afterAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { userSearch } from '../../handlers/users/filters.js';
import { compileFilter } from '../../languages/filter/compile.js';
import { Ahead, Unfinished } from '../../store/memory/ahead.js';
import type { Draft, Json } from '../../store/rows/common.js';
import type { UserRow } from '../../store/rows/users.js';
import { openStore, removeFolders, type TestStore, user as userOf } from '../support/store.js';

afterAll(removeFolders);

/** Enough for an index to be worth it. */
const MANY = 4200;

const user = (n: number, badge: Json): Draft<UserRow> => userOf({ login: `user${n}@example.com`, badge });

/** Runs a read as the edge does. @returns what it gave, and whether an index had to be made for it */
function read<T>(org: TestStore, act: () => T): { readonly result: T; readonly waited: boolean } {
  const ahead = new Ahead();
  for (let waited = false; ; waited = true) {
    try {
      return { result: org.store.transaction(act, ahead), waited };
    } catch (error) {
      if (!(error instanceof Unfinished)) throw error;
      while (!error.work.step());
    }
  }
}

const badge = fc.constantFrom<Json>('a', 'A', 'b', '1', 1, 'true', true, false, null, ['a', 2], ['B'], []);
const literal = fc.constantFrom('"a"', '"B"', '"1"', '1', '2', 'true', '"true"', '"none"', 'false');
const how = fc.constantFrom<object>({}, { order: { name: 'id' } }, { limit: 3 }, { limit: 2, order: { name: 'id' } });
const step = fc.oneof(
  fc.tuple(fc.constantFrom('insert', 'change', 'remove', 'refused' as const), fc.integer({ min: 1, max: MANY }), badge),
  fc.tuple(fc.constant('ask' as const), literal, how),
);

/** One org for all runs: what they leave is as good to begin with as anything. */
const org = openStore();
let made = 0;

function change(rows: TestStore, what: string, at: number, value: Json): void {
  const { users } = rows.rows;
  const there = users.page({ limit: 1, after: { seq: at } }).rows[0];
  made += 1;
  try {
    rows.store.transaction(() => {
      if (what === 'insert' || !there) users.insert(user(MANY + made, value));
      else if (what === 'remove') users.remove(there.id);
      else users.update(there.id, { profile: { ...there.profile, badge: value } });
      if (what === 'refused') throw new Error('refused');
    });
  } catch (error) {
    if ((error as Error).message !== 'refused') throw error;
  }
}

test('a search by equality finds what a walk through all finds, whatever was written before', async () => {
  const rows = await org;
  const { users } = rows.rows;
  rows.store.transaction(() => {
    for (let n = 0; n < MANY; n++) users.insert(user(n, `own ${n}`));
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
      for (const [what, of, more] of steps) {
        if (what !== 'ask') {
          change(rows, what, of as number, more as Json);
          continue;
        }
        const { test: filter, equal } = compileFilter(`profile.badge eq ${of}`, userSearch);
        expect(equal).toBeDefined();
        const query = { limit: 10_000, filter, ...(more as object) };
        const expected = users.page(query);
        expect(read(rows, () => users.page({ ...query, equal })).result).toEqual(expected);
      }
    }),
    { numRuns: 60 },
  );
});

test('the index is made when a value is looked for again, and serves the next search at once', async () => {
  const rows = await openStore();
  const { users } = rows.rows;
  rows.store.transaction(() => {
    for (let n = 0; n < MANY; n++) users.insert(user(n, `own ${n}`));
  });
  let visited = 0;
  const ask = (n: number) => {
    const { test: passes, equal } = compileFilter(`profile.badge eq "OWN ${n}"`, userSearch);
    const filter = (row: UserRow): boolean => {
      visited += 1;
      return passes(row);
    };
    visited = 0;
    return read(rows, () => users.page({ limit: 10, filter, equal })).result.rows.map(({ profile }) => profile.badge);
  };
  expect(ask(5)).toEqual(['own 5']);
  expect(visited).toBeGreaterThanOrEqual(MANY);
  expect(ask(6)).toEqual(['own 6']);
  expect(ask(MANY - 1)).toEqual([`own ${MANY - 1}`]);
  expect(visited).toBe(1);
  change(rows, 'insert', 0, 'own new');
  const { test: filter, equal } = compileFilter('profile.badge eq "own new"', userSearch);
  expect(read(rows, () => users.page({ limit: 10, filter, equal })).result.rows).toHaveLength(1);
  await rows.store.close();
});
