import { expect, test } from '@jest/globals';
import { killRounds } from '../../scripts/kill/rounds.js';

const ROUNDS = 10;
const SEED = 20261124;

test(`${ROUNDS} kills in mid-load lose no answered write and leave none half there (seed ${SEED})`, async () => {
  const { answered, lost } = await killRounds(ROUNDS, SEED);
  expect(lost).toEqual([]);
  expect(answered).toBeGreaterThan(ROUNDS * 10);
}, 60_000);
