import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ROTATE_KEYS, rescheduleLockouts, schedule } from '../../objects/due.js';
import type { UserRow } from '../../store/rows/users.js';
import { addUsers, MANY } from '../support/crew.js';
import { type TestOrg, testOrg } from '../support/org.js';
import { insertPolicy, setPasswordPolicy } from '../support/people.js';
import { newFolder, removeFolders } from '../support/store.js';

const MINUTE = 60_000;
const UNLOCKED = { status: 'ACTIVE', failedAttempts: 0 };

let org: TestOrg;
beforeAll(async () => {
  org = await testOrg();
});
beforeEach(async () => {
  await org.reset();
  setPasswordPolicy(org, 'lockout', { maxAttempts: 3, autoUnlockMinutes: 30 });
});
afterAll(async () => {
  await org.close();
  removeFolders();
});

const change = <T>(of: TestOrg, act: () => T): T => of.sandbox.org.store.transaction(act);

/** Users that are locked out since the org's present time, as a state file or a seed may hold them. */
function lockedOut(of: TestOrg, count: number): string[] {
  const ids = addUsers(of, count);
  const statusChanged = of.clock.timestamp();
  change(of, () => {
    for (const id of ids) of.store.users.update(id, { status: 'LOCKED_OUT', statusChanged, failedAttempts: 3 });
  });
  return ids;
}

/** What is due but the rotation of keys, which every org has before it. */
const dueOf = (of: TestOrg) => of.store.due.all().filter(({ kind }) => kind !== ROTATE_KEYS);

const locked = (of: TestOrg): number => of.store.users.count('status', 'LOCKED_OUT');
const unlocks = (of: TestOrg): number =>
  of.store.logs.all().filter(({ type }) => type === 'user.account.unlock').length;

describe('very many lockouts that end at once', () => {
  test('end in slices, and no request sees those that time has ended', async () => {
    const ids = lockedOut(org, MANY);
    change(org, () => rescheduleLockouts(org));
    await org.get('/api/v1/users/me');
    expect([dueOf(org).length, locked(org)]).toEqual([MANY, MANY]);
    org.clock.advance(30 * MINUTE);
    const { commit } = org.sandbox.org.store;
    const path = '/api/v1/users?filter=status eq "LOCKED_OUT"';
    const asked = Promise.all([org.get(path), org.get(path)]);
    const seen = new Set<number>();
    while (locked(org) > 0) {
      seen.add(locked(org));
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect((await asked).map(({ body }) => body)).toEqual([[], []]);
    expect(seen.size).toBeGreaterThan(MANY / 400);
    expect(org.sandbox.org.store.commit - commit).toBeGreaterThanOrEqual(MANY / 400);
    expect([dueOf(org).length, unlocks(org)]).toEqual([0, MANY]);
    expect(org.store.users.require(ids[0] ?? '')).toMatchObject(UNLOCKED);
  });

  test('are carried on where a clean end cut them off', async () => {
    const data = newFolder();
    const first = await testOrg({ data });
    setPasswordPolicy(first, 'lockout', { autoUnlockMinutes: 30 });
    lockedOut(first, MANY);
    change(first, () => rescheduleLockouts(first));
    await first.get('/api/v1/users/me');
    first.clock.advance(30 * MINUTE);
    const asked = first.get('/api/v1/users/me');
    while (locked(first) === MANY) await new Promise((resolve) => setImmediate(resolve));
    const closing = first.sandbox.close();
    expect((await asked).status).toBe(503);
    await closing;
    await first.close();
    const second = await testOrg({ data, frozenAt: Date.UTC(2026, 0, 15, 10) });
    const left = locked(second);
    expect((await second.get('/api/v1/users/me')).status).toBe(200);
    expect([left > 0 && left < MANY, locked(second), unlocks(second)]).toEqual([true, 0, MANY]);
    await second.close();
  });
});

describe('the end of a lockout', () => {
  const ask = async (id: string): Promise<string> => (await org.get(`/api/v1/users/${id}`)).body.status;

  test('follows a policy that changes, to an earlier and to a later time, and to never', async () => {
    const [id = ''] = lockedOut(org, 1);
    const minutes = (autoUnlockMinutes: number): void => {
      setPasswordPolicy(org, 'lockout', { autoUnlockMinutes });
      change(org, () => rescheduleLockouts(org));
    };
    const statuses: string[] = [];
    for (const [now, past] of [
      [30, 29],
      [60, 30],
      [0, 60],
      [61, 0],
      [61, 1],
    ] as const) {
      minutes(now);
      org.clock.freeze(Date.UTC(2026, 0, 15, 9, 30) + (past === 1 ? 61 : past) * MINUTE);
      statuses.push(await ask(id));
    }
    expect(statuses).toEqual(['LOCKED_OUT', 'LOCKED_OUT', 'LOCKED_OUT', 'LOCKED_OUT', 'ACTIVE']);
  });

  test('comes at once with the group whose policy has ended it long ago', async () => {
    const groupId = (await org.post('/api/v1/groups', { profile: { name: 'Crew' } })).body.id;
    setPasswordPolicy(org, 'lockout', { autoUnlockMinutes: 0 });
    change(org, () => {
      const [row] = org.store.policies.where('type', 'PASSWORD');
      if (!row) throw new Error('no password policy');
      const settings = { password: { lockout: { autoUnlockMinutes: 5 } } };
      const conditions = { people: { groups: { include: [groupId] } } };
      const { id: _id, seq: _seq, ...rest } = row;
      insertPolicy(org, { ...rest, name: 'Crew', system: false, priority: 1, settings, conditions });
    });
    const [id = ''] = lockedOut(org, 1);
    org.clock.advance(10 * MINUTE);
    expect(await ask(id)).toBe('LOCKED_OUT');
    await org.put(`/api/v1/groups/${groupId}/users/${id}`);
    expect(await ask(id)).toBe('ACTIVE');
  });

  test('comes in an org of a version that kept no due work', async () => {
    const data = newFolder();
    const first = await testOrg({ data });
    setPasswordPolicy(first, 'lockout', { autoUnlockMinutes: 30 });
    const [id = ''] = lockedOut(first, 1);
    await first.close();
    // As a version that did not know the step leaves it.
    const file = join(data, 'default.json');
    const state = readFileSync(file, 'utf8');
    writeFileSync(file, state.replace('"lockouts",', ''));
    expect(readFileSync(file, 'utf8')).not.toBe(state);
    const later = (minutes: number): Promise<TestOrg> =>
      testOrg({ data, frozenAt: Date.UTC(2026, 0, 15, 9, 30) + minutes * MINUTE });
    const second = await later(29);
    expect((await second.get(`/api/v1/users/${id}`)).body.status).toBe('LOCKED_OUT');
    await second.close();
    const third = await later(30);
    expect((await third.get(`/api/v1/users/${id}`)).body.status).toBe('ACTIVE');
    expect(dueOf(third)).toEqual([]);
    await third.close();
  });
});

describe('due work', () => {
  test('of a kind that is unknown is dropped with a warning, and the request is answered', async () => {
    const warnings: string[] = [];
    const other = await testOrg({ warn: (message) => warnings.push(message) });
    change(other, () => schedule(other, { at: 0, kind: 'tea', of: 'x' }));
    expect((await other.get('/api/v1/users/me')).status).toBe(200);
    expect([dueOf(other).length, warnings.length, warnings[0]]).toEqual([0, 1, expect.stringContaining('tea x')]);
    await other.close();
  });

  test('of somebody who is gone or active again is nothing', async () => {
    const [id = ''] = lockedOut(org, 1);
    const users = (): readonly UserRow[] => org.store.users.all();
    change(org, () => {
      org.store.users.update(id, { status: 'SUSPENDED' });
      for (const who of [id, '00unobody']) schedule(org, { at: org.clock.now(), kind: 'unlock', of: who });
    });
    const before = [...users()];
    await org.get('/api/v1/users/me');
    expect([users(), dueOf(org).length]).toEqual([before, 0]);
  });
});
