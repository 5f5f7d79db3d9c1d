import { createHash } from 'node:crypto';
import type { Seed } from '../types.js';
import { checkSeed } from './check.js';
import { faultsOf } from './faults.js';
import { mergeSeed, type SeedContent } from './merge.js';
import { seedError } from './problems.js';
import { type RuleCompiler, settleRules } from './rules.js';
import { hashSecrets } from './secrets.js';
import { seedShape } from './shape.js';
import { readSeedText } from './text.js';

/** What reading a seed needs from outside. */
export interface ParseOptions {
  /** The seed that a file extends, by the name or path it gives. @throws StateFileError */
  readonly extended: (nameOrPath: string) => Promise<Seed>;
  /** Needed for seeds with group rules. */
  readonly rules?: () => Promise<RuleCompiler>;
}

const identified = (name: string, content: SeedContent): Seed => {
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  return { name, hash, ...content };
};

async function withRules(
  content: SeedContent,
  places: Parameters<typeof settleRules>[1],
  options: ParseOptions,
): Promise<ReturnType<typeof settleRules>> {
  if (content.groupRules.length === 0) return { content, problems: [] };
  if (!options.rules) throw new Error('a seed with group rules is loaded without a compiler for them');
  return settleRules(content, places, await options.rules());
}

/**
 * Reads the text of a seed file: its form, then everything it refers to, then its secrets are hashed.
 * @param file how messages name the file; its ending says whether it is JSON or YAML
 * @throws StateFileError with file, line and reason for up to 20 problems
 */
export async function parseSeed(file: string, name: string, text: string, options: ParseOptions): Promise<Seed> {
  const { data, locate } = readSeedText(file, text);
  const shaped = seedShape.safeParse(data);
  if (!shaped.success) throw seedError(file, faultsOf(shaped.error, seedShape), locate);
  const base = shaped.data.extends === 'none' ? undefined : await options.extended(shaped.data.extends);
  const merged = mergeSeed(shaped.data, base);
  const problems = [...merged.problems, ...checkSeed(merged.content, merged.places)];
  if (problems.length > 0) throw seedError(file, problems, locate);
  const settled = await withRules(await hashSecrets(name, merged), merged.places, options);
  if (settled.problems.length > 0) throw seedError(file, settled.problems, locate);
  return identified(name, settled.content);
}
