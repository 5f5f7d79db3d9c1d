import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { MadeList } from '../../contract/reply.js';
import { renderingOf } from '../../server/rendering.js';
import { Unfinished } from '../../store/memory/ahead.js';
import { type TestOrg, testOrg } from '../support/org.js';
import { group, membership } from '../support/store.js';

const dir = mkdtempSync(join(tmpdir(), 'mockta-first-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** More than are taken into an index at once. */
const MANY = 1500;

let org: TestOrg;
let works: jest.SpiedFunction<TestOrg['sandbox']['org']['slices']['run']>;

/** An org that was just started: nothing was asked of it, and no index is there. */
beforeEach(async () => {
  org = await testOrg({ data: dir });
  if (org.store.groups.count() < MANY) {
    const [admin] = org.store.users.all();
    org.sandbox.org.store.transaction(() => {
      for (let n = 0; n < MANY; n++) {
        const { id } = org.store.groups.insert(group(`Team ${n}`));
        org.store.memberships.insert(membership(id, admin?.id ?? ''));
      }
    });
    await org.close();
    org = await testOrg({ data: dir });
  }
  works = jest.spyOn(org.sandbox.org.slices, 'run');
});
afterEach(async () => {
  jest.restoreAllMocks();
  await org.close();
});

const adminPath = (): string => `/api/v1/users/${org.store.tokens.all()[0]?.userId}`;

test('numbers of many groups are counted by an index that is made in slices', async () => {
  const answer = await org.get('/api/v1/groups?limit=10000&expand=stats');
  expect(answer.status).toBe(200);
  const numbers = answer.body.map(
    (one: { _embedded: { stats: { usersCount: number } } }) => one._embedded.stats.usersCount,
  );
  expect(numbers.filter((count: number) => count === 1).length).toBeGreaterThanOrEqual(MANY);
  // The order, the index of the groups' members, and the list itself.
  expect(works.mock.calls.length).toBeGreaterThan(2);
});

test.each([
  ['a password that is set', () => org.post(adminPath(), { credentials: { password: { value: 'Correct-horse-7' } } })],
  [
    'a user with a password',
    () =>
      org.post('/api/v1/users', {
        profile: { firstName: 'A', lastName: 'B', login: 'ab@example.com', email: 'ab@example.com' },
        credentials: { password: { value: 'Correct-horse-7' } },
      }),
  ],
])('what is looked up before a hash is made is looked up in slices, too: %s', async (_, act) => {
  const answer = await act();
  expect(answer.status).toBe(200);
  expect(works).toHaveBeenCalled();
});

test('a refusal of what must be prepared changes nothing, after the slices as well', async () => {
  const before = org.hash();
  const answer = await org.post(adminPath(), { credentials: { password: { value: 'x' } } });
  expect(answer.status).toBe(400);
  expect(answer.body.errorCode).toBe('E0000001');
  expect(org.hash()).toBe(before);
});

test('a list is written down in few pieces, and a row that must wait is made again', () => {
  const rows = Array.from({ length: 3000 }, (_, n) => ({ id: `row ${n}`, seq: n + 1 }));
  let waited = 0;
  let asked = 0;
  const step = (): boolean => (waited += 1) % 3 === 0;
  const list = new MadeList(rows, (row) => {
    asked += 1;
    if (asked === 5) throw new Unfinished({ step });
    return row.seq % 7 === 0 ? undefined : { ...row, text: 'ü'.repeat(40) };
  });
  const rendering = renderingOf(list, (read) => read());
  while (!rendering?.step());
  const { pieces, length } = rendering.body;
  const text = Buffer.concat(pieces).toString();
  expect(JSON.parse(text)).toEqual(
    rows.filter(({ seq }) => seq % 7 !== 0).map((row) => ({ ...row, text: 'ü'.repeat(40) })),
  );
  expect(Buffer.byteLength(text)).toBe(length);
  expect(waited).toBe(3);
  expect(asked).toBe(rows.length + 1);
  expect(pieces.length).toBeLessThan(10);
});

test('an empty list, and one of rows that are gone', () => {
  for (const rows of [[], [{ id: 'a', seq: 1 }]]) {
    const rendering = renderingOf(new MadeList(rows, () => undefined), (read) => read());
    while (!rendering?.step());
    expect(Buffer.concat(rendering.body.pieces).toString()).toBe('[]');
  }
});
