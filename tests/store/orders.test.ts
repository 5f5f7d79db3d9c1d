import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Rows } from '../../store/memory/collection.js';
import type { Draft, Row } from '../../store/rows/common.js';
import { placeOf, type UserRow, type UserStatus } from '../../store/rows/users.js';
import type { Position } from '../../store/types.js';
import { newFolder, openStore, removeFolders, type TestStore, user as userOf } from '../support/store.js';

afterEach(removeFolders);

const STATUSES: readonly UserStatus[] = ['STAGED', 'ACTIVE', 'SUSPENDED', 'DEPROVISIONED'];

const user = (login: string, status: UserStatus, id?: string): Draft<UserRow> =>
  userOf({ login, email: login }, { status, ...(id === undefined ? {} : { id }) });

/** What a walk by pages of two goes over. */
function walked(org: TestStore, name: 'status' | 'id', filter?: (row: UserRow) => boolean): string[] {
  const ids: string[] = [];
  let after: Position | undefined;
  do {
    const page = org.rows.users.page({ limit: 2, after, filter, order: { name } });
    ids.push(...page.rows.map(({ id }) => id));
    after = page.next;
  } while (after);
  return ids;
}

const sortedBy = (org: TestStore, key: (row: UserRow) => string, filter = (_: UserRow) => true): string[] =>
  [...org.rows.users.all()]
    .filter(filter)
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
    .map(({ id }) => id);

const byStatus = (row: UserRow): string => placeOf(row.status) + row.id;
const isOdd = (row: UserRow): boolean => row.seq % 2 === 1;

type Act = readonly ['insert' | 'move' | 'remove' | 'refused' | 'look', number, UserStatus];

const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.tuple(
    fc.constantFrom('insert', 'move', 'remove', 'refused', 'look'),
    fc.nat(9),
    fc.constantFrom(...STATUSES),
  ) as fc.Arbitrary<Act>,
  { maxLength: 15 },
);

let count = 0;

function run(org: TestStore, [act, n, status]: Act): void {
  const { users } = org.rows;
  const row = users.all()[n % Math.max(1, users.count())];
  const write = (): void => {
    if (act === 'insert') users.insert(user(`new${++count}@example.com`, status));
    else if (row && act === 'remove') users.remove(row.id);
    else if (row) users.update(row.id, { status });
  };
  if (act === 'look') expect(walked(org, 'status')).toEqual(sortedBy(org, byStatus));
  else if (act !== 'refused') org.store.transaction(write);
  else {
    expect(() =>
      org.store.transaction(() => {
        write();
        throw new Error('refused');
      }),
    ).toThrow('refused');
  }
}

describe('an order', () => {
  test('holds whatever is written or refused, in rows and in records that are none yet', async () => {
    await fc.assert(
      fc.asyncProperty(acts, fc.boolean(), async (all, isPacked) => {
        const dir = newFolder();
        const before = await openStore(dir);
        before.store.transaction(() => {
          // Ids that were pinned, in no order of age.
          for (const [i, at] of [7, 3, 9, 1].entries())
            before.rows.users.insert(user(`p${at}@example.com`, STATUSES[i] as UserStatus, `00u0000000000000000${at}`));
        });
        await before.store.close();
        const org = await openStore(dir);
        const rows = org.rows.users as unknown as Rows<Row>;
        expect(rows.isPacked).toBe(true);
        if (!isPacked) org.rows.users.all();
        expect(org.rows.users.page({ limit: 0, order: { name: 'status' } }).rows).toEqual([]);
        for (const act of all) run(org, act);
        expect(walked(org, 'status')).toEqual(sortedBy(org, byStatus));
        expect(walked(org, 'status', isOdd)).toEqual(sortedBy(org, byStatus, isOdd));
        expect(walked(org, 'id')).toEqual(sortedBy(org, ({ id }) => id));
        await org.store.close();
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test('is told by records of a file without making rows of them', async () => {
    const dir = newFolder();
    const before = await openStore(dir);
    before.store.transaction(() => {
      for (let n = 0; n < 600; n++) before.rows.users.insert(user(`u${n}@example.com`, STATUSES[n % 2] as UserStatus));
    });
    await before.store.close();
    const org = await openStore(dir);
    const { rows } = org.rows.users.page({ limit: 5, order: { name: 'status', from: '2' } });
    expect(rows.map(({ profile }) => profile.login)).toEqual([1, 3, 5, 7, 9].map((n) => `u${n}@example.com`));
    expect((org.rows.users as unknown as Rows<Row>).isPacked).toBe(true);
    await org.store.close();
  });

  test('goes on behind a row that is gone', async () => {
    const org = await openStore();
    org.store.transaction(() => {
      for (let n = 0; n < 4; n++) org.rows.users.insert(user(`u${n}@example.com`, 'ACTIVE'));
    });
    const { rows, next: after } = org.rows.users.page({ limit: 2, order: { name: 'id' } });
    org.store.transaction(() => org.rows.users.remove(rows[1]?.id ?? ''));
    expect(org.rows.users.page({ limit: 2, after, order: { name: 'id' } }).rows.map(({ seq }) => seq)).toEqual([3, 4]);
  });
});

test('ids grow, so that sorted by them things stand in the order of their age, also after a restart', async () => {
  const dir = newFolder();
  const groupIds: string[] = [];
  for (const start of [0, 1, 2]) {
    const org = await openStore(dir, { idSeed: undefined });
    for (let n = 0; n < 70; n++) groupIds.push(org.ids.next('00g'));
    org.store.transaction(() => org.rows.users.insert(user(`u${start}@example.com`, 'ACTIVE')));
    await org.store.close();
  }
  expect([...groupIds].sort()).toEqual(groupIds);
  for (const id of groupIds) expect(id).toMatch(/^00g[0-9A-Za-z]{17}$/);
});
