import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { MembershipRow } from '../../store/rows/groups.js';
import type { PageQuery, Position } from '../../store/types.js';
import { event, group, membership, openStore, type TestStore } from '../support/store.js';

/** What a collection of memberships is, written as plainly as possible. */
class Model {
  rows: MembershipRow[] = [];
  nextSeq = 1;
  readonly touched = new Set<string>();

  copy(): Model {
    const copy = new Model();
    copy.rows = [...this.rows];
    copy.nextSeq = this.nextSeq;
    return copy;
  }

  insert(id: string, draft: Omit<MembershipRow, 'id' | 'seq'>): void {
    const taken = this.rows.some(
      (row) => row.id === id || (row.groupId === draft.groupId && row.userId === draft.userId),
    );
    if (taken) throw new Error('taken');
    this.rows.push({ id, seq: this.nextSeq, ...draft });
    this.nextSeq += 1;
    this.touched.add(id);
  }

  has(id: string): boolean {
    return this.rows.some((row) => row.id === id);
  }

  replace(id: string, next: Omit<MembershipRow, 'id' | 'seq'>): void {
    const at = this.rows.findIndex((row) => row.id === id);
    const before = this.rows[at];
    if (!before) throw new Error('missing');
    const taken = this.rows.some((row) => row.id !== id && row.groupId === next.groupId && row.userId === next.userId);
    if (taken) throw new Error('taken');
    this.rows[at] = { id, seq: before.seq, ...next };
    this.touched.add(id);
  }

  remove(id: string): void {
    const at = this.rows.findIndex((row) => row.id === id);
    if (at < 0) throw new Error('missing');
    this.rows.splice(at, 1);
    this.touched.add(id);
  }
}

const keys = ['a', 'b', 'c'];
const ids = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6'];
const key = fc.constantFrom(...keys);
const draft = fc
  .record({ groupId: key, userId: key, rules: fc.uniqueArray(key, { maxLength: 3 }) })
  .map(({ groupId, userId, rules }) => membership(groupId, userId, rules));
const step = fc.oneof(
  fc.record({ do: fc.constant('insert' as const), id: fc.constantFrom(...ids), draft }),
  fc.record({ do: fc.constant('replace' as const), id: fc.constantFrom(...ids), draft }),
  fc.record({ do: fc.constant('remove' as const), id: fc.constantFrom(...ids), draft }),
);

/** A step that is refused is passed over where `lenient`, and otherwise ends the transaction. */
const transaction = fc.record({
  steps: fc.array(step, { maxLength: 8 }),
  lenient: fc.boolean(),
  fails: fc.boolean(),
});
type Transaction = typeof transaction extends fc.Arbitrary<infer T> ? T : never;

function runIn(target: Pick<Model, 'insert' | 'replace' | 'remove'>, { steps, lenient, fails }: Transaction): void {
  for (const { do: what, id, draft } of steps) {
    try {
      if (what === 'insert') target.insert(id, draft);
      else if (what === 'replace') target.replace(id, draft);
      else target.remove(id);
    } catch (error) {
      if (!lenient) throw error;
    }
  }
  if (fails) throw new Error('it fails at the end');
}

/** Runs it on both. @returns the model after it: unchanged where it failed */
function both({ store, rows }: TestStore, model: Model, given: Transaction): Model {
  const next = model.copy();
  const failed = [false, false];
  try {
    runIn(next, given);
  } catch {
    failed[0] = true;
  }
  try {
    store.transaction(() =>
      runIn(
        {
          insert: (id, draft) => rows.memberships.insert({ id, ...draft }),
          replace: (id, draft) => rows.memberships.replace(id, draft),
          remove: (id) => rows.memberships.remove(id),
        },
        given,
      ),
    );
  } catch {
    failed[1] = true;
  }
  expect(failed[1]).toBe(failed[0]);
  // Rows that only came and went are no change: the next row may have their place.
  const nothing = [...next.touched].every((id) => !model.has(id) && !next.has(id));
  return failed[0] || nothing ? model : next;
}

function expectSame({ rows: { memberships } }: TestStore, model: Model): void {
  expect(memberships.all()).toEqual(model.rows);
  expect(memberships.count()).toBe(model.rows.length);
  for (const id of ids) expect(memberships.get(id)).toEqual(model.rows.find((row) => row.id === id));
  for (const a of keys) {
    const inGroup = model.rows.filter((row) => row.groupId === a);
    const byRule = model.rows.filter((row) => row.rules.includes(a));
    expect(memberships.where('group', a)).toEqual(inGroup);
    expect(memberships.count('group', a)).toBe(inGroup.length);
    expect(memberships.where('user', a)).toEqual(model.rows.filter((row) => row.userId === a));
    expect(memberships.where('rule', a)).toEqual(byRule);
    expect(memberships.count('rule', a)).toBe(byRule.length);
    for (const b of keys) {
      const pair = model.rows.find((row) => row.groupId === a && row.userId === b);
      expect(memberships.by('pair', `${a} ${b}`)).toEqual(pair);
    }
  }
}

describe('a collection against a plain model', () => {
  test('transactions, rolled back or not, leave rows, order and indexes as the model has them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(transaction, { maxLength: 12 }), fc.boolean(), async (given, touchFirst) => {
        const org = await openStore();
        let model = new Model();
        // Indexes are made at the first look: before the changes, or after them.
        if (touchFirst) expectSame(org, model);
        for (const one of given) {
          model = both(org, model, one);
          if (touchFirst) expectSame(org, model);
        }
        expectSame(org, model);
        // A counter that a failed transaction moved would show in the next row.
        model = both(org, model, {
          steps: [{ do: 'insert', id: 'last', draft: membership('x', 'y') }],
          lenient: false,
          fails: false,
        });
        expectSame(org, model);
      }),
      { numRuns: 150 },
    );
  });

  const sorts: { name: string; by: (row: MembershipRow) => string | number | null; descending: boolean }[] = [
    { name: 'text', by: (row) => row.groupId, descending: false },
    { name: 'text, descending', by: (row) => row.groupId, descending: true },
    { name: 'number or nothing', by: (row) => (row.rules.length === 0 ? null : row.rules.length), descending: false },
    { name: 'nothing last, descending too', by: (row) => row.rules[0] ?? null, descending: true },
  ];
  const query = fc.record({
    limit: fc.integer({ min: 1, max: 5 }),
    group: fc.option(key, { nil: undefined }),
    rule: fc.option(key, { nil: undefined }),
    sort: fc.option(fc.constantFrom(...sorts), { nil: undefined }),
  });
  const manyRows = fc.array(fc.record({ groupId: key, rules: fc.uniqueArray(key, { maxLength: 3 }) }), {
    maxLength: 25,
  });

  test('pages, walked one after the other, are the filtered and sorted list', async () => {
    await fc.assert(
      fc.asyncProperty(manyRows, query, async (drafts, { limit, group: of, rule, sort }) => {
        const { store, rows } = await openStore();
        store.transaction(() => {
          for (const [i, { groupId, rules }] of drafts.entries())
            rows.memberships.insert(membership(groupId, `u${i}`, rules));
        });
        const filter = rule === undefined ? undefined : (row: MembershipRow) => row.rules.includes(rule);
        const walk: PageQuery<MembershipRow, 'group', never> = {
          limit,
          ...(filter ? { filter } : {}),
          ...(of === undefined ? {} : { within: { index: 'group', key: of } }),
          ...(sort ? { sort } : {}),
        };
        const walked: string[] = [];
        let after: Position | undefined;
        for (let pages = 0; pages <= drafts.length + 1; pages++) {
          const page = rows.memberships.page({ ...walk, after });
          expect(page.rows.length).toBeLessThanOrEqual(limit);
          walked.push(...page.rows.map((row) => row.userId));
          after = page.next;
          if (!after) break;
          expect(page.rows).toHaveLength(limit);
        }
        expect(after).toBeUndefined();
        const expected = drafts
          .map((row, i) => ({ ...membership(row.groupId, `u${i}`, row.rules), id: '', seq: i }))
          .filter((row) => (of === undefined || row.groupId === of) && (!filter || filter(row)));
        if (sort) expected.sort((a, b) => compare(sort.by(a), sort.by(b), sort.descending) || a.seq - b.seq);
        expect(walked).toEqual(expected.map((row) => row.userId));
      }),
      { numRuns: 200 },
    );
  });
});

function compare(a: string | number | null, b: string | number | null, descending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const order = a < b ? -1 : Number(a > b);
  return descending ? -order : order;
}

describe('a walk', () => {
  test('goes on after the row that it stopped at is gone', async () => {
    const { store, rows } = await openStore();
    const added = store.transaction(() => ['a', 'b', 'c', 'd'].map((name) => rows.groups.insert(group(name))));
    const first = rows.groups.page({ limit: 2 });
    expect(first.rows.map((row) => row.profile.name)).toEqual(['Everyone', 'a']);
    store.transaction(() => rows.groups.remove(added[0]?.id ?? ''));
    const second = rows.groups.page({ limit: 2, after: first.next });
    expect(second.rows.map((row) => row.profile.name)).toEqual(['b', 'c']);
  });

  test('does not look at rows before its cursor', async () => {
    const { store, rows } = await openStore();
    store.transaction(() => {
      for (let i = 0; i < 1000; i++) rows.memberships.insert(membership('g', `u${i}`));
    });
    const last = rows.memberships.all().at(-10);
    let looks = 0;
    const page = rows.memberships.page({
      limit: 5,
      after: { seq: last?.seq ?? 0 },
      filter: () => {
        looks += 1;
        return true;
      },
    });
    expect(page.rows).toHaveLength(5);
    expect(looks).toBe(6);
  });

  test('compares text by code unit', async () => {
    const { store, rows } = await openStore();
    const names = ['b', 'Z', 'ø', '\u{1F600}', '\uFF5E', 'a'];
    store.transaction(() => {
      for (const name of names) rows.groups.insert(group(name));
    });
    const page = rows.groups.page({ limit: 10, sort: { by: (row) => String(row.profile.name), descending: false } });
    expect(page.rows.map((row) => row.profile.name)).toEqual(['Everyone', 'Z', 'a', 'b', 'ø', '\u{1F600}', '\uFF5E']);
  });
});

describe('rows', () => {
  test('are left as they are where the store is told so', async () => {
    const { store, rows } = await openStore(undefined, { freezes: false });
    const row = store.transaction(() => rows.groups.insert(group('Loose')));
    expect(Object.isFrozen(row)).toBe(false);
    await store.close();
  });

  test('are frozen through and through', async () => {
    const { store, rows } = await openStore();
    const row = store.transaction(() => rows.logs.insert({ ...event('a'), debugData: { deep: { er: [1] } } }));
    expect(() => Object.assign(row, { type: 'b' })).toThrow(TypeError);
    expect(() => Object.assign(row.origin.actor, { id: 'b' })).toThrow(TypeError);
    expect(() => Object.assign(row.debugData?.deep as object, { er: 2 })).toThrow(TypeError);
  });

  test('a list that was handed out stays as it was', async () => {
    const { store, rows } = await openStore();
    store.transaction(() => ['a', 'b'].map((name) => rows.groups.insert(group(name))));
    const all = rows.groups.all();
    const ofType = rows.groups.where('type', 'OKTA_GROUP');
    store.transaction(() => {
      rows.groups.insert(group('c'));
      rows.groups.remove(all[1]?.id ?? '');
    });
    expect(all.map((row) => row.profile.name)).toEqual(['Everyone', 'a', 'b']);
    expect(ofType.map((row) => row.profile.name)).toEqual(['a', 'b']);
    expect(rows.groups.where('type', 'OKTA_GROUP').map((row) => row.profile.name)).toEqual(['b', 'c']);
  });

  test('an index that is not declared is a fault of the caller', async () => {
    const { rows } = await openStore();
    expect(() => rows.groups.where('colour' as 'type', 'red')).toThrow('groups has no index "colour"');
    expect(() => rows.groups.by('colour' as 'name', 'red')).toThrow('groups has no index "colour"');
    expect(() => rows.groups.page({ limit: 1, within: { index: 'colour' as 'type', key: 'red' } })).toThrow(
      'no index "colour"',
    );
  });
});
