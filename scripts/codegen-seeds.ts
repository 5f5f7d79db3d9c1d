import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { shippedSeeds } from '../seeds/load.js';
import { parseSeed } from '../seeds/read/parse.js';
import type { RuleCompiler } from '../seeds/read/rules.js';
import type { Seed } from '../seeds/types.js';

const root = new URL('..', import.meta.url).pathname;

/** The expression language lives with the handlers; only seeds with group rules need it. */
const rules = async (): Promise<RuleCompiler> => (await import('../handlers/seed-rules.js')).compileSeedRule;

/** One item on each line, so that a change of a seed shows as a change of its lines. */
function print(seed: Seed): string {
  const parts = Object.entries(seed).map(([key, value]) => {
    if (!Array.isArray(value) || value.length === 0) return `${JSON.stringify(key)}: ${JSON.stringify(value)}`;
    return `${JSON.stringify(key)}: [\n${value.map((item) => `  ${JSON.stringify(item)}`).join(',\n')}\n]`;
  });
  return `{\n${parts.join(',\n')}\n}\n`;
}

/**
 * Compiles the seeds that ship with the product.
 * @returns the content of each generated file by its path from the root; the same bytes for the same sources
 * @throws StateFileError for a seed that cannot be used
 */
export async function seedFiles(): Promise<Map<string, string>> {
  const done = new Map<string, Seed>();
  const compile = async (name: string): Promise<Seed> => {
    const made = done.get(name);
    if (made) return made;
    const file = `seeds/${name}.yaml`;
    const seed = await parseSeed(file, name, await readFile(join(root, file), 'utf8'), { extended: compile, rules });
    done.set(name, seed);
    return seed;
  };
  for (const name of shippedSeeds) await compile(name);
  return new Map([...done].map(([name, seed]) => [`generated/seeds/${name}.json`, print(seed)]));
}
