import { afterEach, describe, expect, test } from '@jest/globals';
import type { UserRow } from '../../store/rows/users.js';
import type { PageQuery } from '../../store/types.js';
import { group, newFolder, openStore, removeFolders, type TestStore, user } from '../support/store.js';

afterEach(removeFolders);

const named = (login: string, rest: Partial<UserRow> = {}) => user({ login, email: login }, rest);

async function orgOf(...logins: readonly string[]): Promise<TestStore> {
  const org = await openStore(newFolder());
  org.store.transaction(() => {
    for (const login of logins) org.rows.users.insert(named(login));
  });
  return org;
}

type Query = PageQuery<UserRow, 'status', 'status' | 'id'>;

const logins = (org: TestStore, query: Query): unknown[] =>
  org.rows.users.page(query).rows.map(({ profile }) => profile.login);

describe('a page that is asked for again', () => {
  test('is the same one, whatever order it is in', async () => {
    const org = await orgOf('a', 'b', 'c');
    const filter = ({ profile }: UserRow): boolean => profile.login !== 'b';
    const queries: Query[] = [
      { limit: 2 },
      { limit: 2, filter },
      { limit: 2, order: { name: 'id' } },
      { limit: 2, within: { index: 'status', key: 'ACTIVE' } },
    ];
    const first = queries.map((query) => org.rows.users.page(query));
    expect(queries.map((query) => org.rows.users.page({ ...query }))).toEqual(first);
    for (const [i, query] of queries.entries()) expect(org.rows.users.page({ ...query })).toBe(first[i]);
  });

  test('is another one for another limit, place, filter, index or end', async () => {
    const org = await orgOf('a', 'b', 'c');
    const isA = ({ profile }: UserRow): boolean => profile.login === 'a';
    expect(logins(org, { limit: 2 })).toEqual(['a', 'b']);
    expect(logins(org, { limit: 1 })).toEqual(['a']);
    expect(logins(org, { limit: 2, after: { seq: 2 } })).toEqual(['c']);
    expect(logins(org, { limit: 2, filter: isA })).toEqual(['a']);
    expect(logins(org, { limit: 2, within: { index: 'status', key: 'STAGED' } })).toEqual([]);
    expect(logins(org, { limit: 2, order: { name: 'status', to: '2' } })).toEqual([]);
    expect(logins(org, { limit: 2, order: { name: 'status', from: '2' } })).toEqual(['a', 'b']);
    expect(logins(org, { limit: 2, sort: { by: ({ seq }) => -seq, descending: false } })).toEqual(['c', 'b']);
    expect(logins(org, { limit: 2 })).toEqual(['a', 'b']);
  });
});

describe('a page is made anew', () => {
  const query: Query = { limit: 5 };

  test('after a row came, changed or went, and after what was taken back', async () => {
    const org = await orgOf('a', 'b');
    const { users } = org.rows;
    expect(logins(org, query)).toEqual(['a', 'b']);
    const added = org.store.transaction(() => users.insert(named('c')));
    expect(logins(org, query)).toEqual(['a', 'b', 'c']);
    org.store.transaction(() => users.update(added.id, { profile: { login: 'd', email: 'd' } }));
    expect(logins(org, query)).toEqual(['a', 'b', 'd']);
    const refusal = new Error('refused');
    const act = (): never => {
      users.remove(added.id);
      expect(logins(org, query)).toEqual(['a', 'b']);
      throw refusal;
    };
    expect(() => org.store.transaction(act)).toThrow(refusal);
    expect(logins(org, query)).toEqual(['a', 'b', 'd']);
    org.store.transaction(() => users.remove(added.id));
    expect(logins(org, query)).toEqual(['a', 'b']);
  });

  test('after a reset, and not for what another collection saw', async () => {
    const org = await orgOf('a');
    const before = org.rows.users.page(query);
    org.store.transaction(() => org.rows.groups.insert(group('One')));
    expect(org.rows.users.page(query)).toBe(before);
    org.store.reset((rows) => void rows.users.insert(named('z')));
    expect(logins(org, query)).toEqual(['z']);
  });
});
