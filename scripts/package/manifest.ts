import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../support/run.js';

const manifest = join(root, 'package.json');
/** The repository's manifest, while the packed one stands in its place. */
const kept = join(root, '.artifacts/package.json');

/** What only the repository is told by: the package is built already, and brings along what it needs. */
const repositoryOnly = ['private', 'scripts', 'dependencies', 'devDependencies', 'overrides'];

/** The manifest of the package, from the repository's. */
export function packedManifest(text: string): string {
  const members = Object.entries(JSON.parse(text) as Record<string, unknown>);
  const packed = Object.fromEntries(members.filter(([name]) => !repositoryOnly.includes(name)));
  return `${JSON.stringify(packed, null, 2)}\n`;
}

/** Puts the packed manifest in the place of the repository's, for as long as npm packs. */
export async function putPacked(): Promise<void> {
  await mkdir(join(root, '.artifacts'), { recursive: true });
  // Moved, not copied, so that it keeps its time: a build looks at that to see whether there is something to do.
  await rename(manifest, kept);
  await writeFile(manifest, packedManifest(await readFile(kept, 'utf8')));
}

/** Puts the repository's manifest back, if a packed one stands in its place. */
export async function putBack(): Promise<void> {
  if (existsSync(kept)) await rename(kept, manifest);
}
