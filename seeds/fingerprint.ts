import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { isShippedSeed } from './load.js';
import type { SeedObject } from './object.js';

/** The file that a seed's text goes on from. Whoever only compares texts needs no parser to find it. */
const EXTENDS = /^\s*"?extends"?\s*:\s*["']?([^"'\s#,}]+\.(?:ya?ml|json))/m;

/** How much of a file is looked at in one turn. */
const PIECE = 1 << 18;
/** The line that tells what a seed goes on from is no longer than this. */
const LONGEST_LINE = 4096;

/** Takes in a file, a piece a turn. @returns the path that it says its seed goes on from, if it does */
async function takeText(hash: Hash, file: string): Promise<string | undefined> {
  let next: string | undefined;
  let line = '';
  for await (const piece of createReadStream(file, { highWaterMark: PIECE }) as AsyncIterable<Buffer>) {
    hash.update(piece);
    const text = line + piece.toString('latin1');
    next ??= EXTENDS.exec(text)?.[1];
    line = text.slice(text.lastIndexOf('\n') + 1);
    // What follows is not the beginning of a line.
    if (line.length > LONGEST_LINE) line = '-';
  }
  hash.update('\n');
  return next && Buffer.from(next, 'latin1').toString();
}

async function takeFile(hash: Hash, file: string, seen: Set<string>): Promise<void> {
  if (seen.has(file)) return;
  seen.add(file);
  const next = await takeText(hash, file);
  if (next !== undefined) await takeFile(hash, resolve(dirname(file), next), seen);
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
