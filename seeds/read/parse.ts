import { foldKey } from '../../store/rows/spec.js';
import { identified } from '../identity.js';
import type { Seed } from '../types.js';
import { checkSeed } from './check.js';
import { faultsOf } from './faults.js';
import { goodPartOf } from './good-part.js';
import { mergeSeed } from './merge.js';
import { takeReserved } from './own-names.js';
import { plainCopy } from './plain.js';
import { type Problem, type SeedText, seedError } from './problems.js';
import { ruleProblems, settleRules } from './rules.js';
import { hashSecrets } from './secrets.js';
import { seedShape } from './shape.js';
import { readSeedText } from './text.js';

/** Gives the seed that a file extends, by the name or path that it says. Throws StateFileError. */
export type Extended = (nameOrPath: string) => Promise<Seed>;

/** What is said of items that have faults of their own is not said of those that name them. */
const namesOne = (message: string, names: ReadonlySet<string>): boolean => {
  const quoted = /names the .*? "(.*?)", wh/.exec(message)?.[1];
  return quoted !== undefined && [...names].some((name) => foldKey(name) === foldKey(quoted));
};

/** What is wrong with what a seed refers to, in the part of it that has no other faults. */
async function deeperFaults(data: unknown, faults: readonly Problem[], extended: Extended): Promise<Problem[]> {
  const good = goodPartOf(
    data,
    faults.map(({ path }) => path),
  );
  if (!good) return [];
  const base = good.file.extends === 'none' ? undefined : await extended(good.file.extends).catch(() => null);
  if (base === null) return [];
  const { content, places, problems } = mergeSeed(good.file, base);
  const found = [...problems, ...checkSeed(content, places), ...ruleProblems(content, places)];
  // What the org as a whole must have, an item with faults may be meant to bring.
  return found.filter(({ path, message }) => path.length > 1 && !namesOne(message, good.names));
}

/** The seed in what was read: every fault of its text, its form and what it refers to is told at once. */
async function read(file: string, name: string, text: SeedText, extended: Extended): Promise<Seed> {
  const { data, locate, problems: ofText = [] } = text;
  const shaped = seedShape.safeParse(data);
  if (!shaped.success) {
    const faults = faultsOf(shaped.error, seedShape);
    throw seedError(file, [...ofText, ...faults, ...(await deeperFaults(data, faults, extended))], locate);
  }
  const base = shaped.data.extends === 'none' ? undefined : await extended(shaped.data.extends);
  const { content, places, secrets, problems: merging } = mergeSeed(shaped.data, base);
  const problems = [...ofText, ...merging, ...checkSeed(content, places), ...ruleProblems(content, places)];
  if (problems.length > 0) throw seedError(file, problems, locate);
  return identified(name, settleRules(await hashSecrets(name, content, secrets), places));
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
  return read(called, name, { data, locate, problems: takeReserved(data) }, extended);
}
