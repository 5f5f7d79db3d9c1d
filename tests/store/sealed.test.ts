import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Ahead, type Unfinished } from '../../store/memory/ahead.js';
import { logLists } from '../../store/memory/log-stretch.js';
import type { JsonObject } from '../../store/rows/common.js';
import type { LogOrigin, LogRow } from '../../store/rows/logs.js';
import {
  contentOf,
  crashed,
  event,
  NOW,
  newFolder,
  openStore,
  removeFolders,
  type TestStore,
} from '../support/store.js';

afterEach(removeFolders);

/** More than two stretches, so that there are old events and new ones. */
const MANY = 1000;

const rowOf = (seq: number, at = seq): LogRow => ({ ...event('x', at), id: `log${seq}`, seq });
const manyRows = (): LogRow[] => Array.from({ length: MANY }, (_, n) => rowOf(2 * n + 2));
const lists = logLists(true);
type Act = readonly ['put' | 'delete' | 'undo' | 'look' | 'drop' | 'hold' | 'write', number];

const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.tuple(
    fc.constantFrom('put', 'put', 'put', 'delete', 'undo', 'look', 'drop', 'hold', 'write'),
    fc.oneof(fc.nat(2 * MANY + 600), fc.nat(40)),
  ) as fc.Arbitrary<Act>,
  { maxLength: 40 },
);

describe('rows that are sealed', () => {
  test('are what they were, in any order of additions, changes, removals and looks', () => {
    fc.assert(
      fc.property(acts, (all) => {
        const list = lists.of(manyRows());
        const model = new Map<number, LogRow>(manyRows().map((row) => [row.seq, row]));
        const sorted = (): LogRow[] => [...model.values()].sort((a, b) => a.seq - b.seq);
        const kept: { readonly rows: Iterable<unknown>; readonly expected: readonly LogRow[] }[] = [];
        const put = (seq: number, at: number): void => {
          list.put(rowOf(seq, at));
          model.set(seq, rowOf(seq, at));
        };
        const remove = (seq: number): void => {
          list.delete(seq);
          model.delete(seq);
        };
        for (const [act, n] of all) {
          if (act === 'put') put(n + 1, n + 7);
          else if (act === 'delete') remove(n);
          else if (act === 'undo') for (const { seq } of sorted().slice(-n).reverse()) remove(seq);
          else if (act === 'drop') {
            list.dropBefore(n);
            for (const seq of model.keys()) if (seq < n) model.delete(seq);
          } else if (act === 'hold') kept.push({ rows: list.rows, expected: sorted() });
          else if (act === 'write') kept.push({ rows: list.written(), expected: sorted() });
          expect(list.at(n)).toEqual(model.get(n));
          expect(list.indexOf(n)).toBe(sorted().filter(({ seq }) => seq < n).length);
          expect(list.size).toBe(model.size);
        }
        expect(list.rows).toEqual(sorted());
        for (const { rows, expected } of kept) expect([...rows]).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  const target = fc.record(
    {
      id: fc.string(),
      type: fc.constantFrom('User', 'AppInstance'),
      alternateId: fc.string({ unit: 'grapheme' }),
      displayName: fc.string({ unit: 'binary' }),
      detailEntry: fc.option(fc.dictionary(fc.string(), fc.jsonValue()), {
        nil: null,
      }) as fc.Arbitrary<JsonObject | null>,
    },
    { requiredKeys: ['id', 'type', 'alternateId', 'displayName'] },
  );
  const some = fc.option(fc.string(), { nil: undefined });
  const origin = fc.record(
    {
      actor: target,
      requestId: fc.string(),
      tokenId: some,
      sessionId: some,
      ip: some,
      zone: some,
      userAgent: some,
      url: some,
    },
    { requiredKeys: ['actor', 'requestId'] },
  ) as fc.Arbitrary<LogOrigin>;
  const rest = fc.record(
    {
      outcome: fc.record({ result: fc.string(), reason: fc.option(fc.string(), { nil: null }) }),
      severity: fc.string(),
      debugData: fc.dictionary(fc.string(), fc.jsonValue()) as fc.Arbitrary<JsonObject>,
    },
    { requiredKeys: [] },
  );

  test('keep all that an event may say, in its order, and what requests share', () => {
    const events = fc.array(
      fc.tuple(fc.constantFrom('a.b', 'c.d'), fc.nat(3), fc.array(target, { maxLength: 3 }), rest),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(events, fc.array(origin, { minLength: 4, maxLength: 4 }), (all, origins) => {
        const rows = Array.from({ length: MANY }, (_, n): LogRow => {
          const [type, by, targets, more] = all[n % all.length] as (typeof all)[number];
          return { ...{ id: `log${n}`, seq: n + 1, type, at: -n, origin: origins[by] as LogOrigin, targets }, ...more };
        });
        const sealed = lists.of([...rows]).rows as readonly LogRow[];
        expect(sealed.map((row) => JSON.stringify(row))).toEqual(rows.map((row) => JSON.stringify(row)));
        const shares = (of: readonly LogRow[]): boolean[] =>
          of.slice(0, 200).map((row, n) => row.origin === of[n + 1]?.origin);
        expect(shares(sealed)).toEqual(shares(rows));
      }),
      { numRuns: 60 },
    );
  });

  const strange: Readonly<Record<string, unknown>> = {
    'no origin': { id: 'log1', seq: 1, at: 5, note: ['x'] },
    'a member more': { ...rowOf(1), note: { x: 1 } },
    'members in another order': { ...rowOf(1), severity: 'WARN', outcome: { result: 'FAILURE', reason: 'x' } },
    'nobody who did it': { ...rowOf(1), origin: { ...rowOf(1).origin, actor: null } },
    'an origin in another order': { ...rowOf(1), origin: { url: '/', requestId: 'r', actor: rowOf(1).origin.actor } },
    'another zone alone': { ...rowOf(1), origin: { requestId: 'r', zone: 'z', actor: rowOf(1).origin.actor } },
    'no text for its request': { ...rowOf(1), origin: { ...rowOf(1).origin, requestId: 7 } },
    'a URL that is null': { ...rowOf(1), origin: { ...rowOf(1).origin, url: null } },
    'targets of other forms': {
      ...rowOf(1),
      targets: [
        null,
        {},
        { id: 'x', type: 'User', alternateId: null, displayName: 5 },
        { ...rowOf(1).origin.actor, x: 1 },
      ],
    },
    'a target in another order': {
      ...rowOf(1),
      targets: [{ type: 'User', id: 'x', alternateId: '', displayName: '' }],
    },
    'an outcome of more': { ...rowOf(1), outcome: { result: 'FAILURE', reason: 'x', more: 1 } },
    'a severity that is null': { ...rowOf(1), severity: null },
    'facts that are a list': { ...rowOf(1), debugData: ['x'] },
    'facts that are null': { ...rowOf(1), debugData: null },
  };

  test.each(Object.entries(strange))('keep an event as a file may hold it: %s', (_, one) => {
    const rows = [one as LogRow, ...manyRows()];
    const lines = (all: readonly unknown[]): string[] => all.map((row) => JSON.stringify(row));
    expect(lines(lists.of([...rows]).rows)).toEqual(lines(rows));
  });

  test('are frozen when somebody looks at them', () => {
    const [row] = lists.of(manyRows()).rows as readonly LogRow[];
    expect(() => Object.assign(row as object, { type: 'y' })).toThrow(TypeError);
    expect(() => Object.assign(row?.origin.actor as object, { id: 'y' })).toThrow(TypeError);
  });
});

/** Writes events at these times, or one for each of so many milliseconds. */
function writeEvents({ store, rows }: TestStore, times: readonly number[]): void {
  store.transaction(() => {
    for (const at of times) rows.logs.insert(event(`at ${at}`, at));
  });
}

const risingTimes = Array.from({ length: MANY }, (_, n) => NOW + n);
const timesOf = ({ rows }: TestStore): number[] => {
  const line = rows.logs.timeline();
  return Array.from({ length: line.size }, (_, at) => line.timeAt(at));
};

describe('the time line of the log', () => {
  test('is one object until the next write, and stays as it was', async () => {
    const org = await openStore();
    writeEvents(org, risingTimes);
    const line = org.rows.logs.timeline();
    expect(org.rows.logs.timeline()).toBe(line);
    expect(line.isInOrder).toBe(true);
    writeEvents(org, [NOW + 5000]);
    expect(org.rows.logs.timeline()).not.toBe(line);
    org.store.tables.of('logs').dropBefore(600);
    expect([line.size, line.row(0).at, line.seqAt(MANY - 1)]).toEqual([MANY, NOW, MANY]);
    expect(timesOf(org)).toEqual([...risingTimes.slice(599), NOW + 5000]);
    await org.store.close();
  });

  test.each<[string, readonly number[]]>([
    ['among the old ones', [...risingTimes.slice(0, 100), NOW - 1, ...risingTimes.slice(100)]],
    ['where two stretches meet', [...risingTimes.slice(0, 256), NOW - 1, ...risingTimes.slice(256)]],
    ['among the new ones', [...risingTimes, NOW - 1]],
  ])('knows that the clock was set back %s', async (_, times) => {
    const org = await openStore();
    writeEvents(org, times);
    expect(timesOf(org)).toEqual(times);
    expect(org.rows.logs.timeline().isInOrder).toBe(false);
    org.store.tables.of('logs').dropBefore(times.indexOf(NOW - 1) + 2);
    expect(org.rows.logs.timeline().isInOrder).toBe(true);
    await org.store.close();
  });

  test('gives rows to keep that are the same, and frozen', async () => {
    const org = await openStore();
    writeEvents(org, risingTimes);
    const line = org.rows.logs.timeline();
    for (const at of [0, MANY - 1]) {
      expect(line.own(at)).toEqual(line.row(at));
      expect(Object.isFrozen(line.own(at).origin)).toBe(true);
    }
    await org.store.close();
  });

  test('is that of a collection that is kept as a log', async () => {
    const org = await openStore();
    expect(() => org.store.tables.of('users').timeline()).toThrow('users is not kept as a log');
    await org.store.close();
  });
});

describe('events of a log whose clock was set back', () => {
  const times = Array.from({ length: MANY }, (_, n) => NOW + ((n * 7) % 50));
  const sorted = times.map((at, n) => ({ at, seq: n + 1 })).sort((a, b) => a.at - b.at || a.seq - b.seq);

  test.each<[string, boolean, number]>([
    ['the first', false, 20],
    ['the last', true, 20],
    ['none', false, 0],
    ['all', true, 2 * MANY],
  ])('are taken in the order of time, a row after the other made once: %s', async (_, descending, most) => {
    const org = await openStore();
    writeEvents(org, times);
    const rows = org.rows.logs.timeline();
    const tested: number[] = [];
    const { taken } = org.rows.logs.take({
      rows,
      most,
      byTime: true,
      within: (at) => rows.timeAt(at) > NOW,
      ...(descending ? { from: MANY - 1, end: -1 } : { from: 0, end: MANY }),
      test: ({ seq }) => {
        tested.push(seq);
        return seq % 3 > 0;
      },
    });
    const expected = sorted.filter(({ at, seq }) => at > NOW && seq % 3 > 0);
    if (descending) expected.reverse();
    expect(taken.map(({ at, seq }) => ({ at, seq }))).toEqual(expected.slice(0, most));
    expect(tested).toEqual([...new Set(tested)].sort((a, b) => (descending ? b - a : a - b)));
    await org.store.close();
  });
});

describe('records of events', () => {
  const large = async (times: readonly number[]): Promise<string> => {
    const dir = newFolder();
    const org = await openStore(dir);
    writeEvents(org, times);
    await org.store.close();
    return dir;
  };

  test('are sealed in slices where somebody can wait, and are the same events then', async () => {
    const times = [...risingTimes, ...risingTimes.map((at) => at + MANY)];
    const org = await openStore(await large(times));
    const ahead = new Ahead();
    const look = (): number[] => org.store.reading(() => timesOf(org), ahead);
    let unfinished: unknown;
    try {
      look();
    } catch (error) {
      unfinished = error;
    }
    const { work } = unfinished as Unfinished;
    let steps = 1;
    while (!work.step()) steps += 1;
    expect(steps).toBe(Math.ceil(times.length / 256));
    expect(look()).toEqual(times);
    await org.store.close();
  });

  test('are sealed fewer at once where they are long, and so are events that are written', async () => {
    const dir = newFolder();
    const org = await openStore(dir);
    const long = { ...event('x'), debugData: { text: 'é'.repeat(20_000) } };
    org.store.transaction(() => {
      for (let n = 0; n < MANY; n++) org.rows.logs.insert(long);
    });
    const texts = (of: TestStore): unknown[] => of.rows.logs.all().map(({ debugData }) => debugData?.text);
    expect(new Set(texts(org))).toEqual(new Set([long.debugData.text]));
    await org.store.close();
    const again = await openStore(dir);
    const { ordered } = again.store.tables.of('logs').snapshot();
    expect(ordered.unpackFrom(0)).toBeLessThan(20);
    expect(texts(again)).toHaveLength(MANY);
    expect(again.store.hash()).toBe(org.store.hash());
    await again.store.close();
  });

  test('need not be read to be written again, to go, or to be added to', async () => {
    const dir = await large(risingTimes);
    const before = contentOf(dir);
    const org = await openStore(dir);
    const { ordered } = org.store.tables.of('logs').snapshot();
    expect(ordered.madeCount).toBe(0);
    await org.store.close();
    expect(contentOf(dir)).toEqual(before);
    const again = await openStore(await crashed(dir));
    const logs = again.store.tables.of('logs');
    writeEvents(again, [NOW + 3000]);
    logs.dropBefore(300);
    expect(logs.get(logs.ids.serial('log', 299))).toBeUndefined();
    expect(logs.count()).toBe(MANY - 298);
    expect(timesOf(again)).toEqual([...risingTimes.slice(299), NOW + 3000]);
    await again.store.close();
  });

  test('are of the session that they were, also where another event of the request was of another', async () => {
    const dir = newFolder();
    const org = await openStore(dir);
    const { origin, ...rest } = event('x');
    const sessions = ['a', 'b', undefined, 'a'];
    org.store.transaction(() => {
      for (const sessionId of sessions)
        org.rows.logs.insert({ ...rest, origin: { ...origin, sessionId } as LogOrigin });
    });
    await org.store.close();
    const again = await openStore(dir);
    expect(again.rows.logs.all().map((row) => row.origin.sessionId)).toEqual(sessions);
    await again.store.close();
  });

  test('let go of the file when all of them are sealed', async () => {
    const org = await openStore(await large(risingTimes));
    const { ordered } = org.store.tables.of('logs').snapshot();
    expect(ordered.packed).toBeDefined();
    org.store.tables.of('logs').dropBefore(700);
    expect(ordered.packed).toBeDefined();
    timesOf(org);
    expect(ordered.packed).toBeUndefined();
    await org.store.close();
  });
});
