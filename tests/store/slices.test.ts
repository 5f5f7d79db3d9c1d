import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Ahead, Unfinished } from '../../store/memory/ahead.js';
import type { Draft } from '../../store/rows/common.js';
import { placeOf, type UserRow, type UserStatus } from '../../store/rows/users.js';
import { crashed, newFolder, openStore, removeFolders, type TestStore, user as userOf } from '../support/store.js';

afterAll(removeFolders);

/** More than are looked at, or taken into an index, at once. */
const MANY = 2600;
const STATUSES: readonly UserStatus[] = ['STAGED', 'ACTIVE', 'SUSPENDED', 'DEPROVISIONED'];

const user = (n: number, status: UserStatus): Draft<UserRow> =>
  userOf(
    { login: `user${n}@example.com`, email: `mail${n % 7}@example.com`, title: `Title ${(n * 7919) % MANY}` },
    { status },
  );

/** A folder with an org of very many users, made once. */
const large = (async (): Promise<string> => {
  const dir = newFolder();
  const org = await openStore(dir);
  org.store.transaction(() => {
    for (let n = 0; n < MANY; n++) org.rows.users.insert(user(n, STATUSES[n % 4] as UserStatus));
  });
  await org.store.close();
  return dir;
})();

/** Runs a transaction as the edge does; `between` is called between two steps of what it has to wait for. */
function attempt<T>(org: TestStore, act: () => T, between: () => void): { readonly result: T; readonly steps: number } {
  const ahead = new Ahead();
  let steps = 0;
  for (;;) {
    try {
      return { result: org.store.transaction(act, ahead), steps };
    } catch (error) {
      if (!(error instanceof Unfinished)) throw error;
      for (; !error.work.step(); steps++) between();
    }
  }
}

type Change = readonly [what: 'insert' | 'move' | 'remove' | 'refused', at: number, status: UserStatus];

const change = fc.tuple(
  fc.constantFrom('insert', 'move', 'remove', 'refused' as const),
  fc.integer({ min: 0, max: MANY - 1 }),
  fc.constantFrom(...STATUSES),
);

let made = MANY;

/** Changes one of the users, chosen by its place. */
function apply(org: TestStore, [what, at, status]: Change): void {
  const { users } = org.rows;
  const there = users.page({ limit: 1, after: { seq: at } }).rows[0];
  made += 1;
  try {
    org.store.transaction(() => {
      if (what === 'insert' || !there) users.insert(user(made, status));
      else if (what === 'remove') users.remove(there.id);
      else users.update(there.id, { status, profile: { ...there.profile, email: `mail${at % 5}@example.com` } });
      if (what === 'refused') throw new Error('refused');
    });
  } catch (error) {
    if ((error as Error).message !== 'refused') throw error;
  }
}

const idsOf = (rows: readonly UserRow[]): string[] => rows.map(({ id }) => id);
const inOrder = (rows: readonly UserRow[]): string[] =>
  idsOf([...rows].sort((a, b) => (placeOf(a.status) + a.id < placeOf(b.status) + b.id ? -1 : 1)));

/** Opens the large org anew, its users still records, and makes changes between all the steps of what it is asked. */
const meanwhile = (ask: (org: TestStore, between: () => void) => void): Promise<void> =>
  fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 60 }), async (changes) => {
      const org = await openStore(await crashed(await large));
      let next = 0;
      ask(org, () => {
        const one = changes[next++ % (3 * changes.length)];
        if (one) apply(org, one);
      });
      await org.store.close();
    }),
    { numRuns: 12 },
  );

describe('while others write', () => {
  test('an index is made that holds what there is in the end', () =>
    meanwhile((org, between) => {
      const { users } = org.rows;
      const { result, steps } = attempt(org, () => [...users.where('email', 'mail3@example.com')], between);
      expect(steps).toBeGreaterThan(0);
      expect(idsOf(result)).toEqual(idsOf(users.all().filter(({ profile }) => profile.email === 'mail3@example.com')));
      for (const status of STATUSES)
        expect(users.count('status', status)).toBe(users.all().filter((row) => row.status === status).length);
      for (const row of users.all()) expect(users.by('login', String(row.profile.login))).toBe(row);
    }));

  test('an order is made that holds what there is in the end', () =>
    meanwhile((org, between) => {
      const { users } = org.rows;
      attempt(org, () => users.page({ limit: 1, order: { name: 'status' } }), between);
      expect(idsOf(users.page({ limit: 2 * MANY, order: { name: 'status' } }).rows)).toEqual(inOrder(users.all()));
    }));

  test.each([
    ['in creation order', {}],
    ['in an order', { order: { name: 'id' as const } }],
    ['sorted', { sort: { by: (row: UserRow) => String(row.profile.title), descending: true } }],
  ])('a long walk shows one state: %s', (_, how) =>
    meanwhile((org, between) => {
      const { users } = org.rows;
      const filter = (row: UserRow): boolean => row.status === 'SUSPENDED';
      const states = [[...users.all()]];
      const query = { limit: 400, filter, ...how };
      const { result, steps } = attempt(
        org,
        () => users.page(query),
        () => {
          between();
          states.push([...users.all()]);
        },
      );
      expect(steps).toBeGreaterThan(0);
      const shown = new Set(result.rows);
      const fits = (state: readonly UserRow[]): boolean => {
        const there = new Set(state);
        return (
          result.rows.every((row) => there.has(row)) &&
          (result.next !== undefined || state.filter(filter).every((row) => shown.has(row)))
        );
      };
      expect(states.some(fits)).toBe(true);
      expect(result.rows.every(filter)).toBe(true);
    }),
  );
});

test('a transaction that would take long leaves nothing behind until its work is done', async () => {
  const org = await openStore(await crashed(await large));
  const before = org.store.hash();
  const act = (): number => {
    org.rows.users.insert(user(made + 10_000, 'ACTIVE'));
    return org.rows.users.count('status', 'ACTIVE');
  };
  const { result } = attempt(org, act, () => expect(org.store.hash()).toBe(before));
  expect(result).toBe(MANY / 4 + 1);
  expect(org.rows.users.count()).toBe(MANY + 1);
  await org.store.close();
});

test('a walk that throws is the refusal of who asked', async () => {
  const org = await openStore(await crashed(await large));
  const filter = (): never => {
    throw new Error('enough');
  };
  expect(() =>
    attempt(
      org,
      () => org.rows.users.page({ limit: 1, filter }),
      () => {},
    ),
  ).toThrow('enough');
  await org.store.close();
});
