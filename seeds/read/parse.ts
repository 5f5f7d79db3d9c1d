import { identified } from '../identity.js';
import type { Seed } from '../types.js';
import { checkSeed } from './check.js';
import { faultsOf } from './faults.js';
import { mergeSeed } from './merge.js';
import { plainCopy } from './plain.js';
import { seedError } from './problems.js';
import { settleRules } from './rules.js';
import { hashSecrets } from './secrets.js';
import { seedShape } from './shape.js';
import { readSeedText, type SeedText } from './text.js';

/** Gives the seed that a file extends, by the name or path that it says. Throws StateFileError. */
export type Extended = (nameOrPath: string) => Promise<Seed>;

/** The seed in what was read: its form, then everything it refers to, then its secrets are hashed. */
async function read(file: string, name: string, { data, locate }: SeedText, extended: Extended): Promise<Seed> {
  const shaped = seedShape.safeParse(data);
  if (!shaped.success) throw seedError(file, faultsOf(shaped.error, seedShape), locate);
  const base = shaped.data.extends === 'none' ? undefined : await extended(shaped.data.extends);
  const merged = mergeSeed(shaped.data, base);
  const problems = [...merged.problems, ...checkSeed(merged.content, merged.places)];
  if (problems.length > 0) throw seedError(file, problems, locate);
  const settled = settleRules(await hashSecrets(name, merged.content, merged.secrets), merged.places);
  if (settled.problems.length > 0) throw seedError(file, settled.problems, locate);
  return identified(name, settled.content);
}

/**
 * Reads the text of a seed file.
 * @param file how messages name the file; its ending says whether it is JSON or YAML
 * @throws StateFileError with file, line and reason for up to 20 problems
 */
export const parseSeed = async (file: string, name: string, text: string, extended: Extended): Promise<Seed> =>
  read(file, name, readSeedText(file, text), extended);

/**
 * Reads a seed that a program made: what JSON would hold of it is checked as a file would be.
 * @param called how messages name it
 * @throws StateFileError with place and reason for up to 20 problems
 */
export async function readSeedObject(called: string, name: string, given: object, extended: Extended): Promise<Seed> {
  const { data, problems } = plainCopy(given);
  const locate = (): undefined => undefined;
  if (problems.length > 0) throw seedError(called, problems, locate);
  return read(called, name, { data, locate }, extended);
}
