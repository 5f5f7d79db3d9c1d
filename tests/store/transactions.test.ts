import { describe, expect, test } from '@jest/globals';
import { DuplicateKeyError, MissingRowError, ReadOnlyError } from '../../store/errors.js';
import { addGroup, applySeed, event, group, groupNames, membership, openStore } from '../support/store.js';

describe('a transaction', () => {
  test('is the only place where rows are written', async () => {
    const { rows, store } = await openStore();
    const before = store.hash();
    expect(() => rows.groups.insert(group('a'))).toThrow('inside a transaction only');
    const everyone = rows.groups.all()[0];
    expect(() => rows.groups.remove(everyone?.id ?? '')).toThrow('inside a transaction only');
    expect(store.hash()).toBe(before);
  });

  test('reads its own writes', async () => {
    const { rows, store } = await openStore();
    store.transaction(() => {
      const row = rows.groups.insert(group('a'));
      expect(rows.groups.get(row.id)).toBe(row);
      expect(rows.groups.by('name', 'a')).toBe(row);
      expect(rows.groups.where('type', 'OKTA_GROUP')).toEqual([row]);
      rows.groups.remove(row.id);
      expect(rows.groups.by('name', 'a')).toBeUndefined();
    });
    expect(groupNames(rows)).toEqual(['Everyone']);
  });

  test('that throws leaves nothing behind: rows, places, indexes, counters, ids', async () => {
    const org = await openStore();
    const { rows, store, ids } = org;
    const [a, b, c] = ['a', 'b', 'c'].map((name) => addGroup(org, name));
    store.transaction(() => rows.memberships.insert(membership(b?.id ?? '', 'u1', ['r1', 'r2'])));
    const before = {
      hash: store.hash(),
      header: store.header,
      names: groupNames(rows),
      byRule: rows.memberships.where('rule', 'r2'),
    };
    expect(() =>
      store.transaction(() => {
        rows.groups.remove(b?.id ?? '');
        rows.groups.insert(group('d'));
        rows.groups.replace(c?.id ?? '', { ...group('b'), type: 'OKTA_GROUP' });
        rows.memberships.remove(rows.memberships.all()[0]?.id ?? '');
        rows.groups.insert({ ...group('e'), id: b?.id ?? '' });
        ids.secret(10);
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(store.hash()).toBe(before.hash);
    expect(store.header).toEqual(before.header);
    expect(groupNames(rows)).toEqual(before.names);
    expect(rows.memberships.where('rule', 'r2')).toEqual(before.byRule);
    expect(rows.groups.by('name', 'b')).toBe(rows.groups.get(b?.id ?? ''));
    expect(rows.groups.by('name', 'd')).toBeUndefined();
    expect(rows.groups.by('name', 'a')?.id).toBe(a?.id);
  });

  test('that changes nothing in the end is no commit, and draws no ids', async () => {
    const { rows, store } = await openStore();
    const before = store.header;
    store.transaction(() => rows.groups.remove(rows.groups.insert(group('a')).id));
    expect(store.header).toEqual(before);
  });

  test('cannot be nested, cannot wait, and is not reset from inside', async () => {
    const { rows, store } = await openStore();
    const before = store.hash();
    expect(() => store.transaction(() => store.transaction(() => 1))).toThrow('a transaction is running already');
    expect(() => store.transaction(() => store.reset(() => undefined))).toThrow('a transaction is running already');
    expect(() =>
      store.transaction(async () => {
        rows.groups.insert(group('a'));
      }),
    ).toThrow('must not wait');
    expect(store.hash()).toBe(before);
    addGroup({ store, rows }, 'after');
    expect(groupNames(rows)).toEqual(['Everyone', 'after']);
  });

  test('names what is missing and what is taken', async () => {
    const org = await openStore();
    addGroup(org, 'Été');
    const attempt = (act: () => unknown) => () => org.store.transaction(act);
    expect(attempt(() => org.rows.groups.require('00gnone'))).toThrow(new MissingRowError('UserGroup', '00gnone'));
    expect(attempt(() => org.rows.groups.insert(group('ETE')))).toThrow(
      new DuplicateKeyError('groups', 'name', 'ete', 'name'),
    );
    const everyone = org.rows.groups.all()[0];
    expect(attempt(() => org.rows.groups.insert({ ...group('x'), id: everyone?.id ?? '' }))).toThrow(DuplicateKeyError);
    expect(attempt(() => org.rows.groups.replace(everyone?.id ?? '', group('été')))).toThrow(DuplicateKeyError);
    expect(groupNames(org.rows)).toEqual(['Everyone', 'Été']);
  });
});

describe('an org in memory', () => {
  test('takes no writes once it is closed', async () => {
    const org = await openStore();
    addGroup(org, 'a');
    await org.store.close();
    expect(() => addGroup(org, 'b')).toThrow(ReadOnlyError);
    expect(groupNames(org.rows)).toEqual(['Everyone', 'a']);
  });

  test('is put back to its seed by a reset, ids included', async () => {
    const org = await openStore();
    const before = { hash: org.store.hash(), header: org.store.header };
    const first = addGroup(org, 'a');
    org.store.reset((rows) => rows.groups.insert({ ...group('Everyone'), type: 'BUILT_IN' }));
    expect(org.store.hash()).toBe(before.hash);
    expect(org.store.header).toEqual({ ...before.header, commit: 2 });
    expect(addGroup(org, 'a')).toEqual(first);
  });

  test('is as it was after a reset that fails', async () => {
    const org = await openStore();
    addGroup(org, 'a');
    const before = { hash: org.store.hash(), header: org.store.header };
    expect(() =>
      org.store.reset((rows) => {
        rows.groups.insert(group('b'));
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(org.store.hash()).toBe(before.hash);
    expect(org.store.header).toEqual(before.header);
    expect(org.rows.groups.by('name', 'a')).toBeDefined();
    expect(addGroup(org, 'c').seq).toBe(3);
  });

  test('lets the oldest events go when there are many more than the cap', async () => {
    const { rows, store } = await openStore(undefined, { logCap: 10 });
    for (let i = 1; i <= 12; i++) store.transaction(() => rows.logs.insert(event(`e${i}`)));
    expect(rows.logs.count()).toBe(12);
    store.transaction(() => rows.logs.insert(event('e13')));
    expect(rows.logs.all().map((row) => row.type)).toEqual(Array.from({ length: 10 }, (_, i) => `e${i + 4}`));
    expect(rows.logs.page({ limit: 1 }).rows[0]?.seq).toBe(4);
    expect(rows.logs.get(rows.logs.all()[0]?.id ?? '')?.type).toBe('e4');
  });

  test('lets the oldest events go when they take much more than they may', async () => {
    const logBytes = 4_000_000;
    const { rows, store } = await openStore(undefined, { logBytes });
    const large = { ...event('e'), origin: { ...event('e').origin, url: `/${'x'.repeat(999)}` } };
    const add = (count: number) =>
      store.transaction(() => {
        for (let i = 0; i < count; i++) rows.logs.insert(large);
      });
    for (let n = 0; n < 40; n++) {
      add(250);
      expect(JSON.stringify(rows.logs.all()).length).toBeLessThan(logBytes * 1.5);
    }
    expect(rows.logs.count()).toBeGreaterThan(2000);
    expect(rows.logs.all().at(-1)?.seq).toBe(10_000);
    // What was undone, and what a reset takes away, weighs nothing any more.
    store.reset((all) => applySeed(all));
    add(1500);
    expect(rows.logs.count()).toBe(1500);
  }, 30_000);
});
