import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, resolve } from 'node:path';
import { StateFileError } from '../store/errors.js';
import { packageFile } from '../store/files/package-files.js';
import { loadForApps } from './apply/apps.js';
import { withAllSections } from './apply/kinds.js';
import { identified } from './identity.js';
import { OBJECT_SEED, type SeedObject } from './object.js';
import type { Seed, SeedContent } from './types.js';

export type { Seed } from './types.js';

/** The seeds that ship with the product, compiled by `npm run codegen`. */
export const shippedSeeds = ['default', 'acme'] as const;

/** Whether a seed of this name ships with the product. */
export const isShippedSeed = (name: string): boolean => (shippedSeeds as readonly string[]).includes(name);

/** The name of a seed: a shipped one's own, or its file's without the ending. */
export const seedNameOf = (nameOrPath: string): string => basename(nameOrPath, extname(nameOrPath));

/** Whether a seed is told by the path of its file. */
export const isPath = (nameOrPath: string): boolean => /\.(?:ya?ml|json)$/i.test(nameOrPath);

/** Told of each file that a seed is read from; of none that ships, since those are as the version is. */
export type Seen = (path: string, bytes: Buffer) => void;

async function readShipped(name: string): Promise<Seed> {
  const content: unknown = JSON.parse(await readFile(packageFile(`generated/seeds/${name}.json`), 'utf8'));
  return identified(name, withAllSections(content as Partial<SeedContent> & Pick<SeedContent, 'org'>));
}

/** What is no UTF-8 is refused: names would have other letters than were written. */
const UTF_8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Why a file cannot be used, by the code of the error. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'it is no text in UTF-8',
};

async function readText(file: string, seen?: Seen): Promise<string> {
  try {
    // A pipe or a device might never end.
    if (!(await stat(file)).isFile()) throw Object.assign(new Error(), { code: 'it is no file' });
    const bytes = await readFile(file);
    seen?.(file, bytes);
    return UTF_8.decode(bytes);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = reasons[code ?? ''] ?? `it cannot be read (${code ?? String(error)})`;
    throw new StateFileError(`The seed ${file} cannot be used: ${reason}. Nothing was changed.`);
  }
}

async function loadFrom(nameOrPath: string, folder: string, chain: readonly string[], seen?: Seen): Promise<Seed> {
  if (isShippedSeed(nameOrPath)) return readShipped(nameOrPath);
  if (!isPath(nameOrPath)) {
    throw new StateFileError(
      `There is no seed "${nameOrPath}". Shipped seeds are ${shippedSeeds.join(', ')}; ` +
        'for a seed of your own give the path of a .yaml or .json file.',
    );
  }
  const file = resolve(folder, nameOrPath);
  if (chain.includes(file)) {
    throw new StateFileError(`The seed ${nameOrPath} extends itself: ${[...chain, file].join(' -> ')}.`);
  }
  const text = await readText(file, seen);
  // Only seed files need the parsers: a start from a shipped seed does not pay for them.
  const { parseSeed } = await import('./read/parse.js');
  return parseSeed(nameOrPath, basename(file, extname(file)), text, (next) =>
    loadFrom(next, dirname(file), [...chain, file], seen),
  );
}

async function loadObject(given: SeedObject): Promise<Seed> {
  const { readSeedObject } = await import('./read/parse.js');
  return readSeedObject('given as an object', OBJECT_SEED, given, (next) => loadFrom(next, process.cwd(), []));
}

/**
 * Loads a seed: a shipped one by name, a `.yaml` or `.json` file, or an object, checked and with its passwords hashed.
 * @param seen told of each file of its owner's that it is read from
 * @throws StateFileError that says file, line and reason, of an object the place; nothing was changed then
 */
export async function loadSeed(source: string | SeedObject, seen?: Seen): Promise<Seed> {
  const seed = await (typeof source === 'string' ? loadFrom(source, process.cwd(), [], seen) : loadObject(source));
  await loadForApps(seed.apps);
  return seed;
}
