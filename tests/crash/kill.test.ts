import { expect, test } from '@jest/globals';
import { killRounds } from '../../scripts/kill/rounds.js';

const ROUNDS = 10;
const SEED = 20261124;

test(`${ROUNDS} kills in mid-load lose no answered write and leave none half there (seed ${SEED})`, async () => {
  const { answered, lost, met } = await killRounds(ROUNDS, SEED);
  expect(lost).toEqual([]);
  expect(answered).toBeGreaterThan(ROUNDS * 10);
  for (const kind of ['users and log', 'passwords', 'schemas', 'jobs', 'outbox']) {
    expect([kind, met.get(`${kind}: writes`)]).toEqual([kind, expect.any(Number)]);
  }
  expect(met.get('compactions')).toBeGreaterThanOrEqual(ROUNDS / 3);
  expect(met.get('damaged lines')).toBeGreaterThan(0);
  expect((met.get('resets') ?? 0) + (met.get('resets cut off') ?? 0)).toBeGreaterThan(0);
}, 180_000);
