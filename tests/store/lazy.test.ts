import { readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CollectionName } from '../../store/collections.js';
import type { Rows } from '../../store/memory/collection.js';
import type { Row } from '../../store/rows/common.js';
import type { MembershipRow } from '../../store/rows/groups.js';
import { readPacked } from '../../store/state/packed-reader.js';
import {
  applySeed,
  contentOf,
  crashed,
  event,
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

const rowsOf = (org: TestStore, name: CollectionName): Rows<Row> => org.rows[name] as unknown as Rows<Row>;
const isPacked = (org: TestStore, name: CollectionName): boolean => rowsOf(org, name).isPacked;

/** Takes the seal off a state file: it is read as one that was edited by hand. */
function unseal(state: string): void {
  const { length } = readFileSync(state);
  truncateSync(state, length - 1);
  expect(readPacked(state)).toBeUndefined();
}

const GROUPS = ['a', 'b', 'c'];
const NAMES = ['a', 'ü "quoted"', 'line\nbreak', '\u{1F600}', 'lone \ud800'];
const TYPES = ['x', 'y', 'z'];

/** A closed org with so many memberships and events, and groups with odd names. */
async function written(memberships: number, events = 5, groups = NAMES): Promise<string> {
  const dir = newFolder();
  const org = await openStore(dir);
  org.store.transaction(() => {
    for (let i = 0; i < memberships; i++) {
      org.rows.memberships.insert(membership(GROUPS[i % 3] ?? '', `user ${i}`, i % 2 ? ['r'] : []));
    }
    for (let i = 0; i < events; i++) org.rows.logs.insert(event(TYPES[i % 3] ?? ''));
    for (const name of groups) org.rows.groups.insert(group(name));
  });
  await org.store.close();
  return dir;
}

test('long records are made a few at a time, and none is left out', async () => {
  const dir = newFolder();
  const org = await openStore(dir);
  const long = Array.from({ length: 9 }, (_, n) => group(`${n}${'x'.repeat(100_000)}`));
  org.store.transaction(() => {
    for (const one of long) org.rows.groups.insert(one);
  });
  await org.store.close();
  const again = await openStore(dir);
  const found = rowsOf(again, 'groups');
  found.snapshot().ordered.row(1);
  expect(found.isPacked).toBe(true);
  expect(found.all().map((row) => (row as unknown as ReturnType<typeof group>).profile.name)).toEqual([
    'Everyone',
    ...long.map(({ profile }) => profile.name),
  ]);
  await again.store.close();
});

type Op =
  | { readonly do: 'insert' | 'replace' | 'remove' | 'get' | 'by'; readonly n: number; readonly group: string }
  | { readonly do: 'where' | 'count' | 'all'; readonly group: string }
  | {
      readonly do: 'page';
      readonly group: string;
      readonly n: number;
      readonly how: 'plain' | 'filter' | 'sort' | 'within';
    }
  | { readonly do: 'log'; readonly n: number };

const name = fc.constantFrom(...GROUPS);
const number = fc.nat(25);
const op: fc.Arbitrary<Op> = fc.oneof(
  fc.record({
    do: fc.constantFrom('insert' as const, 'replace' as const, 'remove' as const, 'get' as const, 'by' as const),
    n: number,
    group: name,
  }),
  fc.record({ do: fc.constantFrom('where' as const, 'count' as const, 'all' as const), group: name }),
  fc.record({
    do: fc.constant('page' as const),
    group: name,
    n: number,
    how: fc.constantFrom('plain' as const, 'filter' as const, 'sort' as const, 'within' as const),
  }),
  fc.record({ do: fc.constant('log' as const), n: number }),
);
const step = fc.record({
  ops: fc.array(op, { maxLength: 6 }),
  fails: fc.boolean(),
  next: fc.constantFrom('nothing', 'nothing', 'compact', 'crash', 'restart', 'reset and fail', 'export'),
});

/** Rows at the start: a handful, or more than one piece of the file and several runs of a walk. */
const size = fc.constantFrom(20, 20, 20, 20, 3000);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** The id of the n-th membership as it was written, whether it is there still or not. */
type Ids = readonly string[];

function run({ rows: { memberships, logs } }: TestStore, ids: Ids, given: Op): unknown {
  const id = 'n' in given ? (ids[given.n] ?? 'none') : '';
  const of = (row: MembershipRow): boolean => 'group' in given && row.groupId === given.group;
  switch (given.do) {
    case 'insert':
      return memberships.insert(membership(given.group, `user ${given.n}`));
    case 'replace':
      return memberships.replace(id, membership(given.group, `user ${given.n}`, ['changed']));
    case 'remove':
      return memberships.remove(id);
    case 'get':
      return memberships.get(id);
    case 'by':
      return memberships.by('pair', `${given.group} user ${given.n}`);
    case 'where':
      return memberships.where('group', given.group);
    case 'count':
      return [memberships.count(), memberships.count('group', given.group)];
    case 'all':
      return memberships.all();
    case 'log':
      return [logs.insert(event(TYPES[given.n % 3] ?? '')), logs.get(logs.all()[given.n % 5]?.id ?? '')];
    case 'page':
      return memberships.page({
        limit: 3,
        after: given.n % 2 ? { seq: given.n, key: 'b' } : undefined,
        ...(given.how === 'filter' ? { filter: of } : {}),
        ...(given.how === 'within' ? { within: { index: 'group', key: given.group } } : {}),
        ...(given.how === 'sort' ? { sort: { by: (row: MembershipRow) => row.groupId, descending: false } } : {}),
      });
  }
}

/** What a step came to: what was read, or that it was refused. */
function outcome(org: TestStore, ids: Ids, { ops, fails }: Step): unknown[] {
  const seen: unknown[] = [];
  try {
    org.store.transaction(() => {
      for (const given of ops) seen.push(run(org, ids, given));
      if (fails) throw new Error('it fails at the end');
    });
  } catch (error) {
    seen.push((error as Error).message);
  }
  return seen;
}

/** The same org twice: `lazy` begins with records, `eager` has read them all. */
interface Twin {
  readonly eager: boolean;
  dir: string;
  org: TestStore;
}

async function opened(eager: boolean, dir: string): Promise<TestStore> {
  if (eager) unseal(pathsIn(dir).state);
  const org = await openStore(dir);
  expect(isPacked(org, 'groups')).toBe(!eager);
  return org;
}

async function after(twin: Twin, { next }: Step): Promise<void> {
  const { org } = twin;
  if (next === 'compact') await org.store.compact();
  else if (next === 'export') {
    const path = join(twin.dir, 'copy.json');
    const exporting = org.store.export(path);
    outcome(org, [], { ops: [{ do: 'all', group: 'a' }], fails: false, next });
    await exporting;
    expect(JSON.parse(readFileSync(path, 'utf8')).memberships).toEqual(org.rows.memberships.all());
  } else if (next === 'reset and fail') {
    const failing = (): void =>
      org.store.reset((rows) => {
        applySeed(rows);
        throw new Error('no');
      });
    expect(failing).toThrow('no');
  } else if (next === 'crash' || next === 'restart') {
    const copy = next === 'crash' ? await crashed(twin.dir) : twin.dir;
    await org.store.close();
    twin.dir = copy;
    // A file that was never sealed stays without a seal until a clean shutdown.
    const sealed = readPacked(pathsIn(copy).state) !== undefined;
    twin.org = sealed ? await opened(twin.eager, copy) : await openStore(copy);
  }
}

describe('an org whose records are parsed when they are asked for', () => {
  test('is the same as one that has parsed them all, whatever is read, written, undone, merged or started again', async () => {
    await fc.assert(
      fc.asyncProperty(size, fc.array(step, { maxLength: 8 }), async (rows, steps) => {
        const source = await written(rows);
        const twins: Twin[] = [];
        for (const eager of [false, true]) {
          const dir = await crashed(source);
          twins.push({ eager, dir, org: await opened(eager, dir) });
        }
        const [lazy, eager] = twins as [Twin, Twin];
        const { memberships } = JSON.parse(readFileSync(pathsIn(source).state, 'utf8')) as { memberships: Row[] };
        const ids = memberships.filter((_, i) => i % (rows / 20) === 0).map(({ id }) => id);
        for (const given of steps) {
          expect(outcome(lazy.org, ids, given)).toEqual(outcome(eager.org, ids, given));
          for (const twin of twins) await after(twin, given);
        }
        expect(lazy.org.store.header).toEqual(eager.org.store.header);
        expect([...rowsOf(lazy.org, 'memberships').written()].length).toBe(eager.org.rows.memberships.count());
        expect(lazy.org.store.hash()).toBe(eager.org.store.hash());
        for (const { org } of twins) await org.store.close();
        removeFolders();
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  test('finds rows by id and by unique key without parsing the others, and walks by runs', async () => {
    const dir = await written(3000);
    const org = await openStore(dir);
    const { memberships } = org.rows;
    const row = memberships.by('pair', 'b user 1000');
    expect(row).toMatchObject({ seq: 1001, groupId: 'b', userId: 'user 1000' });
    expect(memberships.get(row?.id ?? '')).toBe(row);
    expect(Object.isFrozen(row?.rules)).toBe(true);
    expect(memberships.by('pair', 'b user 0')).toBeUndefined();
    expect(memberships.get('none')).toBeUndefined();
    expect(() => org.store.transaction(() => memberships.insert(membership('a', 'user 0')))).toThrow('pair');
    org.store.transaction(() => memberships.insert(membership('a', 'new')));
    expect(memberships.page({ limit: 200, after: { seq: 2990 } }).rows).toHaveLength(11);
    expect(isPacked(org, 'memberships')).toBe(true);
    expect(memberships.all().every(Object.isFrozen)).toBe(true);
    expect(isPacked(org, 'memberships')).toBe(false);
    expect(memberships.by('pair', 'b user 1000')).toBe(row);
    expect(memberships.all()[1000]).toBe(row);
    expect(memberships.all().map(({ seq }) => seq)).toEqual(Array.from({ length: 3001 }, (_, i) => i + 1));
    expect(memberships.all().every((each, i) => memberships.get(each.id) === memberships.all()[i])).toBe(true);
    await org.store.close();
  });

  test('stays packed through start, replay, compaction and shutdown; an unchanged one is not written', async () => {
    const dir = await written(1000, 500);
    const quiet = await openStore(dir);
    const before = contentOf(dir);
    await quiet.store.close();
    expect(contentOf(dir)).toEqual(before);
    const org = await openStore(dir);
    org.store.transaction(() => org.rows.memberships.insert(membership('a', 'new')));
    org.store.transaction(() => org.rows.logs.insert(event('new')));
    const killed = await openStore(await crashed(dir));
    await org.store.compact();
    expect(readPacked(pathsIn(dir).state)).toBeDefined();
    const merged = await openStore(await crashed(dir));
    await org.store.close();
    const closed = await openStore(dir);
    for (const one of [killed, merged, closed]) {
      expect([isPacked(one, 'memberships'), isPacked(one, 'logs'), isPacked(one, 'groups')]).toEqual([
        true,
        true,
        true,
      ]);
      expect(one.rows.memberships.by('pair', 'a new')?.seq).toBe(1001);
      expect(one.rows.memberships.by('pair', 'a user 0')?.seq).toBe(1);
      expect(isPacked(one, 'memberships')).toBe(true);
    }
    expect(new Set([killed, merged, closed].map(({ store }) => store.hash())).size).toBe(1);
    for (const one of [killed, merged, closed]) await one.store.close();
  });

  test('that keys moved between in one commit replays to the last word', async () => {
    const dir = await written(3);
    const org = await openStore(dir);
    const { memberships } = org.rows;
    const [one, two] = [memberships.all()[0]?.id ?? '', memberships.all()[1]?.id ?? ''];
    org.store.transaction(() => {
      memberships.replace(one, membership('spare', 'x'));
      memberships.replace(two, membership('a', 'user 0'));
      memberships.replace(one, membership('b', 'user 1'));
    });
    const again = await openStore(await crashed(dir));
    expect(again.rows.memberships.by('pair', 'a user 0')?.id).toBe(two);
    expect(again.rows.memberships.by('pair', 'b user 1')?.id).toBe(one);
    expect(again.rows.memberships.by('pair', 'spare x')).toBeUndefined();
    await again.store.close();
    await org.store.close();
  });

  test('is reset, and put back where the journal refuses the reset, with its records', async () => {
    const dir = await written(50);
    const org = await openStore(dir);
    const hash = (await openStore(await crashed(dir))).store.hash();
    const first = org.rows.memberships.get(org.rows.memberships.by('pair', 'a user 0')?.id ?? '');
    expect(() =>
      org.store.reset(() => {
        expect(org.rows.memberships.get(first?.id ?? '')).toBeUndefined();
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(isPacked(org, 'memberships')).toBe(true);
    expect(org.rows.memberships.by('pair', 'b user 1')?.seq).toBe(2);
    expect(org.rows.memberships.by('pair', 'a user 0')).toBe(first);
    expect(org.store.hash()).toBe(hash);
    org.store.reset(applySeed);
    expect(groupNames(org.rows)).toEqual(['Everyone']);
    await org.store.close();
  });
});
