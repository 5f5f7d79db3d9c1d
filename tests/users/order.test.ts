import { beforeEach, describe, expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';
import { createPerson, PASSWORD } from '../support/people.js';
import { refusedBy } from '../support/refused.js';

const org = suiteOrg();
const refused = refusedBy(org);

interface Listed {
  readonly id: string;
  readonly status: string;
}

const page = async (query: string) => {
  const { body, headers } = await org.get(`/api/v1/users?${query}`);
  const after = /after=([^&>]+)[^>]*>; rel="next"/.exec(headers.link ?? '')?.[1];
  return { users: body as Listed[], after };
};

/** Every user that a query walks over, with the cursors on the way. */
async function walk(query: string): Promise<{ users: Listed[]; cursors: string[] }> {
  const users: Listed[] = [];
  const cursors: string[] = [];
  for (let after: string | undefined = ''; after !== undefined; ) {
    const found = await page(`${query}&limit=2${after && `&after=${after}`}`);
    users.push(...found.users);
    after = found.after;
    if (after !== undefined) cursors.push(after);
  }
  return { users, cursors };
}

const ORDER = ['STAGED', 'PROVISIONED', 'ACTIVE', 'RECOVERY', 'PASSWORD_EXPIRED', 'SUSPENDED'];
const ids = (users: readonly Listed[]): string[] => users.map(({ id }) => id);

beforeEach(async () => {
  const made: string[] = [];
  const person = async (query = '', password?: string) => {
    const credentials = password === undefined ? undefined : { password: { value: password } };
    made.push((await createPerson(org, made.length, credentials, query)).id);
  };
  for (let n = 0; n < 6; n++) await person('', PASSWORD);
  await person();
  for (let n = 0; n < 3; n++) await person('?activate=false');
  const act = (n: number, what: string) => org.post(`/api/v1/users/${made[n]}/lifecycle/${what}`);
  await act(0, 'suspend');
  await act(3, 'expire_password');
  await act(1, 'suspend');
  await act(2, 'deactivate');
  await act(4, 'reset_password?sendEmail=false');
});

describe('users', () => {
  test('come by status, inside a status by id', async () => {
    const { users } = await page('');
    expect([...new Set(users.map(({ status }) => status))]).toEqual(ORDER);
    for (const status of ORDER) {
      const of = ids(users.filter((user) => user.status === status));
      expect(of).toEqual([...of].sort());
    }
  });

  test('go on behind the digit of the status and the last id', async () => {
    const all = (await page('')).users;
    const { users, cursors } = await walk('');
    expect(ids(users)).toEqual(ids(all));
    const digits: Record<string, string> = { STAGED: '0', PROVISIONED: '1', ACTIVE: '2' };
    for (const [i, cursor] of cursors.entries()) {
      const last = all[2 * i + 1] as Listed;
      expect(cursor.slice(1)).toBe(last.id);
      if (digits[last.status]) expect(cursor[0]).toBe(digits[last.status]);
    }
    // Scripts make such cursors themselves: behind all that are staged.
    const active = all.filter(({ status }) => status === 'ACTIVE');
    expect((await page(`after=2${active[0]?.id}`)).users[0]).toEqual(
      active[1] ?? all.find((u) => u.status === 'RECOVERY'),
    );
  });

  test('that a filter finds come in the same order, by the same cursors', async () => {
    const { users } = await walk(`filter=${encodeURIComponent('lastUpdated gt "2000-01-01T00:00:00.000Z"')}`);
    expect([...new Set(users.map(({ status }) => status))]).toEqual([...ORDER, 'DEPROVISIONED']);
    const suspended = await walk(`filter=${encodeURIComponent('status eq "SUSPENDED"')}`);
    expect(suspended.users).toHaveLength(2);
    expect(ids(suspended.users)).toEqual([...ids(suspended.users)].sort());
  });

  test.each([
    ['of a property', 'profile.lastName sw "Number"'],
    ['of a status', 'status eq "STAGED"'],
    ['of an address', 'profile.email eq "robin.1@example.com"'],
  ])('of a search %s come by id, and the cursor is the bare last id', async (_, search) => {
    const query = `search=${encodeURIComponent(search)}`;
    const all = (await page(query)).users;
    expect(ids(all)).toEqual([...ids(all)].sort());
    const { users, cursors } = await walk(query);
    expect(ids(users)).toEqual(ids(all));
    expect(cursors).toEqual(ids(all).filter((_, i) => i % 2 === 1 && i < all.length - 1));
  });

  test('of a sorted search go on behind a bare id, too, while that user is there', async () => {
    const query = `search=${encodeURIComponent('profile.lastName sw "Number"')}&sortBy=status&sortOrder=desc`;
    const all = (await page(query)).users;
    const { users, cursors } = await walk(query);
    expect(ids(users)).toEqual(ids(all));
    expect(cursors[0]).toBe(all[1]?.id);
    const gone = all[1] as Listed;
    for (let n = 0; n < 2; n++) await org.delete(`/api/v1/users/${gone.id}`);
    await refused(() => org.get(`/api/v1/users?${query}&after=${gone.id}`), 400, 'E0000029');
  });

  test('of a search go on behind a user who was deleted', async () => {
    const query = `search=${encodeURIComponent('profile.lastName sw "Number"')}`;
    const all = (await page(query)).users;
    for (let n = 0; n < 2; n++) await org.delete(`/api/v1/users/${all[3]?.id}`);
    expect(ids((await page(`${query}&after=${all[3]?.id}`)).users)).toEqual(ids(all.slice(4)));
  });

  test.each(['after=nonsense', 'after=WzEsIiJd', 'search=id%20pr&after=2zz', 'after=900u00000000000000001'])(
    'refuse %s',
    (query) => refused(() => org.get(`/api/v1/users?${query}`), 400, 'E0000029'),
  );
});
