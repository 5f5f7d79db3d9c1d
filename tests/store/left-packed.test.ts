import { afterAll, afterEach, describe, expect, jest, test } from '@jest/globals';
import type { CollectionName } from '../../store/collections.js';
import { Ahead, Unfinished } from '../../store/memory/ahead.js';
import type { Rows } from '../../store/memory/collection.js';
import { unpackLater } from '../../store/memory/unpack-later.js';
import type { Row } from '../../store/rows/common.js';
import type { UserRow } from '../../store/rows/users.js';
import {
  crashed,
  event,
  group,
  membership,
  newFolder,
  openStore,
  removeFolders,
  type TestStore,
  user,
} from '../support/store.js';

afterAll(removeFolders);
afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

const MANY = 3000;
const GROUPS = ['a', 'b', 'c'];

/** A folder with an org of many memberships and few groups, made once. */
const large = (async (): Promise<string> => {
  const dir = newFolder();
  const org = await openStore(dir);
  org.store.transaction(() => {
    for (let n = 0; n < MANY; n++) {
      org.rows.memberships.insert(membership(GROUPS[n % 3] ?? '', `user ${n}`, n % 5 === 0 ? ['r', 'r'] : []));
      org.rows.users.insert(user({ login: `u${n}@example.com` }));
      org.rows.logs.insert(event('x'));
    }
    for (const name of GROUPS) org.rows.groups.insert(group(name));
  });
  await org.store.close();
  return dir;
})();

const opened = async (): Promise<TestStore> => openStore(await crashed(await large));
const rowsOf = (org: TestStore, name: CollectionName): Rows<Row> => org.rows[name] as unknown as Rows<Row>;
const orderedOf = (org: TestStore, name: CollectionName) => rowsOf(org, name).snapshot().ordered;
const madeOf = (org: TestStore, name: CollectionName): number => orderedOf(org, name).madeCount;

describe('an index over records', () => {
  test('counts without making a row, and makes the rows that are asked for', async () => {
    const org = await opened();
    const { memberships } = org.rows;
    expect(memberships.count('group', 'a')).toBe(MANY / 3);
    expect(memberships.count('rule', 'r')).toBe(MANY / 5);
    expect(madeOf(org, 'memberships')).toBe(0);
    const [first] = memberships.page({ limit: 1, within: { index: 'group', key: 'b' } }).rows;
    expect(first).toMatchObject({ groupId: 'b', userId: 'user 1' });
    expect(memberships.get(first?.id ?? '')).toBe(first);
    expect(memberships.where('user', 'user 1')).toEqual([first]);
    expect(madeOf(org, 'memberships')).toBeLessThan(4);
    expect(memberships.where('rule', 'r').map(({ userId }) => userId)).toEqual(
      Array.from({ length: MANY / 5 }, (_, n) => `user ${5 * n}`),
    );
    await org.store.close();
  });

  test('follows what is changed and removed of rows that nobody had asked for', async () => {
    const org = await opened();
    const { memberships } = org.rows;
    expect(memberships.count('group', 'a')).toBe(MANY / 3);
    const of = (n: number): string => memberships.by('pair', `${GROUPS[n % 3]} user ${n}`)?.id ?? '';
    org.store.transaction(() => {
      memberships.remove(of(0));
      memberships.replace(of(3), membership('b', 'user 3'));
      memberships.insert(membership('a', 'new'));
    });
    expect(memberships.count('group', 'a')).toBe(MANY / 3 - 1);
    expect(memberships.where('user', 'user 0')).toEqual([]);
    expect(memberships.where('group', 'b')[1]).toMatchObject({ userId: 'user 3' });
    expect(memberships.where('group', 'a').map(({ userId }) => userId)).toEqual([
      ...Array.from({ length: MANY / 3 - 2 }, (_, n) => `user ${3 * n + 6}`),
      'new',
    ]);
    await org.store.close();
  });

  test('is not read at once for very many rows where somebody can wait', async () => {
    const org = await opened();
    const { users } = org.rows;
    expect(users.count('status', 'ACTIVE')).toBe(MANY);
    const all = () => users.where('status', 'ACTIVE').length;
    expect(() => org.store.reading(all, new Ahead())).toThrow(Unfinished);
    expect(madeOf(org, 'users')).toBe(0);
    expect(all()).toBe(MANY);
    await org.store.close();
  });
});

test('few records that are very long are read in slices where somebody can wait', async () => {
  const dir = newFolder();
  const org = await openStore(dir);
  const long = Array.from({ length: 12 }, (_, n) => ({
    ...group(`Long ${11 - n}`),
    objectClass: ['x'.repeat(200_000)],
  }));
  org.store.transaction(() => {
    for (const one of long) org.rows.groups.insert(one);
  });
  await org.store.close();
  const again = await openStore(dir);
  const { groups } = again.rows;
  const reads: readonly (() => unknown)[] = [
    () => groups.page({ limit: 1 }),
    () => groups.page({ limit: 1, order: { name: 'name' } }),
    () => groups.all(),
  ];
  for (const read of reads) expect(() => again.store.reading(read, new Ahead())).toThrow(Unfinished);
  let steps = 0;
  const ahead = new Ahead();
  for (let names: unknown[] = []; names.length === 0; ) {
    try {
      names = again.store
        .reading(() => groups.page({ limit: 3, order: { name: 'name' } }).rows, ahead)
        .map(({ profile }) => profile.name);
      expect(names).toEqual(['Everyone', 'Long 0', 'Long 1']);
    } catch (error) {
      if (!(error instanceof Unfinished)) throw error;
      while (!error.work.step()) steps += 1;
    }
  }
  expect(steps).toBeGreaterThan(5);
  await again.store.close();
});

describe('rows that are looked up one by one', () => {
  test('are all made first where many are wanted, and few are made at once', async () => {
    const org = await opened();
    const { memberships } = org.rows;
    // Rows are counted here; a busy machine is not to end a step before them.
    jest.spyOn(performance, 'now').mockReturnValue(0);
    const ahead = new Ahead();
    const look = (count: number) => () => {
      for (let n = 0; n < count; n++) expect(memberships.by('pair', `${GROUPS[n % 3]} user ${n}`)?.seq).toBe(n + 1);
    };
    org.store.reading(look(1000), ahead);
    expect(madeOf(org, 'memberships')).toBe(1000);
    let work: Unfinished['work'] | undefined;
    try {
      org.store.reading(look(MANY), ahead);
    } catch (error) {
      work = (error as Unfinished).work;
    }
    while (!work?.step());
    expect(rowsOf(org, 'memberships').isPacked).toBe(false);
    org.store.reading(look(MANY), ahead);
    await org.store.close();
  });
});

describe('what is left alone after a start', () => {
  /** Opens an org and lets ten seconds pass. @param share bytes that are made rows of, as a part of all memberships */
  async function later(share: number): Promise<TestStore> {
    const org = await opened();
    jest.useFakeTimers();
    const bytes = orderedOf(org, 'memberships').packed?.bytes ?? 0;
    const end = unpackLater([rowsOf(org, 'memberships'), rowsOf(org, 'groups')], bytes * share);
    jest.advanceTimersByTime(10_000);
    end();
    jest.useRealTimers();
    return org;
  }

  test('is a collection larger than what may be made rows of: it has its look-ups, and no row', async () => {
    const org = await later(0.9);
    expect(rowsOf(org, 'groups').isPacked).toBe(false);
    expect(madeOf(org, 'memberships')).toBe(0);
    const { memberships } = org.rows;
    jest.spyOn(performance, 'now').mockReturnValue(0);
    const found = org.store.reading(
      () => [memberships.count('group', 'c'), memberships.where('user', 'user 4').length],
      new Ahead(),
    );
    expect(found).toEqual([MANY / 3, 1]);
    expect(() => org.store.reading(() => memberships.count('rule', 'r'), new Ahead())).toThrow(Unfinished);
    await org.store.close();
  });

  test('is not the log: sealed it takes less than its records do', async () => {
    const org = await opened();
    jest.useFakeTimers();
    const end = unpackLater([rowsOf(org, 'logs'), rowsOf(org, 'memberships')], 0);
    jest.advanceTimersByTime(10_000);
    end();
    jest.useRealTimers();
    expect([madeOf(org, 'logs'), madeOf(org, 'memberships')]).toEqual([MANY, 0]);
    expect(org.store.tables.of('logs').count()).toBe(MANY);
    await org.store.close();
  });

  test('is none where all of them are small', async () => {
    const org = await later(1.5);
    expect(rowsOf(org, 'memberships').isPacked).toBe(false);
    expect(org.rows.memberships.count()).toBe(MANY);
    await org.store.close();
  });

  test('takes its bytes along all the same: the log is held to what it may take', async () => {
    const dir = await large;
    const org = await openStore(await crashed(dir), { logBytes: 200_000 });
    expect(madeOf(org, 'logs')).toBe(0);
    const { logSize } = org.store.tables;
    expect(logSize.bytes).toBeGreaterThan(200 * MANY);
    const { bytes } = logSize;
    // Rows that are made of what was counted count for nothing more.
    org.rows.logs.all();
    expect(logSize.bytes).toBe(bytes);
    org.store.transaction(() => org.rows.logs.insert(event('x')));
    await org.store.compact();
    expect(org.rows.logs.count()).toBeLessThan(MANY);
    await org.store.close();
  });
});

describe('rows that are made of records', () => {
  test('share with the one before what is equal, and nothing else', async () => {
    const dir = newFolder();
    const org = await openStore(dir);
    const profiles: UserRow['profile'][] = [
      { login: 'a@example.com', address: { city: 'Oslo', lines: ['one street', 'two'] } },
      { login: 'b@example.com', address: { city: 'Oslo', lines: ['one street', 'two'] } },
      { login: 'c@example.com', address: { city: 'Oslo', lines: ['one street'] } },
      { login: 'd@example.com', address: { city: 'Oslo' }, title: 'more' },
      { login: 'e@example.com', address: { city: 'Oslo', 0: 'one street' } },
      { login: 'f@example.com', address: ['Oslo'] },
    ];
    org.store.transaction(() => {
      for (const profile of profiles) org.rows.users.insert(user(profile));
    });
    const before = org.rows.users.all();
    await org.store.close();
    const again = await openStore(dir);
    const after = again.rows.users.all();
    expect(after).toEqual(before);
    expect(after[1]?.profile.address).toBe(after[0]?.profile.address);
    expect(after[2]?.profile.address).not.toBe(after[1]?.profile.address);
    expect(new Set(after.map(({ credentials }) => credentials)).size).toBe(1);
    expect(again.store.hash()).toBe(org.store.hash());
    await again.store.close();
  });

  test('are looked into to a depth only', async () => {
    const dir = newFolder();
    const org = await openStore(dir);
    const nested = (levels: number): [] => Array.from({ length: levels }).reduce<[]>((inner) => [inner] as never, []);
    org.store.transaction(() => {
      for (const login of ['a@example.com', 'b@example.com'])
        org.rows.users.insert(user({ login, deep: nested(2000) as never }));
    });
    await org.store.close();
    const again = await openStore(dir, { freezes: false });
    expect(again.rows.users.all().map(({ profile }) => profile.login)).toEqual(['a@example.com', 'b@example.com']);
    await again.store.close();
  });
});

describe('a walk at once', () => {
  /** Tests five rows, then finds that ten milliseconds have passed, and so on. */
  async function walked(slow: boolean): Promise<unknown> {
    const org = await opened();
    const { users } = org.rows;
    users.all();
    let seen = 0;
    let now = 0;
    jest.spyOn(performance, 'now').mockImplementation(() => (slow ? (now += 10) : 0));
    const filter = (): boolean => {
      seen += 1;
      return false;
    };
    try {
      org.store.reading(() => users.page({ limit: 10, filter }), new Ahead());
    } catch (error) {
      expect(error).toBeInstanceOf(Unfinished);
    }
    jest.restoreAllMocks();
    await org.store.close();
    return seen;
  }

  test('ends where the tests of few rows take long', async () => {
    expect(await walked(false)).toBe(1024);
    expect(await walked(true)).toBe(128);
  });
});
