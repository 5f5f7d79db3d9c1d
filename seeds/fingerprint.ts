import { createHash, type Hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { isShippedSeed } from './load.js';
import type { SeedObject } from './object.js';

/** The file that a seed's text goes on from. Whoever only compares texts needs no parser to find it. */
const EXTENDS = /^\s*"?extends"?\s*:\s*["']?([^"'\s#,}]+\.(?:ya?ml|json))/m;

/** Takes in a seed's text, and those that it goes on from. */
async function take(hash: Hash, text: string, folder: string, seen: Set<string>): Promise<void> {
  hash.update(`${text.length}:${text}`);
  const [, next] = EXTENDS.exec(text) ?? [];
  if (next !== undefined) await takeFile(hash, resolve(folder, next), seen);
}

async function takeFile(hash: Hash, file: string, seen: Set<string>): Promise<void> {
  if (seen.has(file)) return;
  seen.add(file);
  await take(hash, await readFile(file, 'utf8'), dirname(file), seen);
}

/**
 * A digest of a seed of one's own as it stands, without reading what it means: its text and those that it goes on from,
 * or an object's JSON. Undefined for a shipped seed: it is another with another version, and nobody changed it.
 * @throws Error where a file cannot be read, or the object is none of JSON
 */
export async function fingerprintOf(source: string | SeedObject): Promise<string | undefined> {
  if (typeof source === 'string' && isShippedSeed(source)) return undefined;
  const hash = createHash('sha256');
  if (typeof source === 'string') await takeFile(hash, resolve(source), new Set());
  else {
    hash.update(JSON.stringify(source));
    const { extends: base } = source;
    if (base !== undefined && !isShippedSeed(base) && base !== 'none') await takeFile(hash, resolve(base), new Set());
  }
  return hash.digest('hex');
}
