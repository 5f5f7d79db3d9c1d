import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { saidBy } from '../seeds/identity.js';
import { shippedSeeds } from '../seeds/load.js';
import { parseSeed } from '../seeds/read/parse.js';
import type { Seed } from '../seeds/types.js';

const root = new URL('..', import.meta.url).pathname;

/**
 * One item on each line, so that a change of a seed shows as a change of its lines. The hash is left out, and so are
 * sections that hold nothing: what two hands add to two sections meets nowhere.
 */
function print({ name: _, hash: __, ...content }: Seed): string {
  const parts = saidBy(content).map(([key, value]) => {
    if (!Array.isArray(value)) return `${JSON.stringify(key)}: ${JSON.stringify(value)}`;
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
    const seed = await parseSeed(file, name, await readFile(join(root, file), 'utf8'), compile);
    done.set(name, seed);
    return seed;
  };
  for (const name of shippedSeeds) await compile(name);
  return new Map([...done].map(([name, seed]) => [`generated/seeds/${name}.json`, print(seed)]));
}
