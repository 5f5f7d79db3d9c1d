import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { filesOf } from '../files/org-files.js';
import type { SeedName } from '../journal/commit-line.js';

const HEADER_BYTES = 4096;
const SEED = /"seed":\{"name":("(?:[^"\\]|\\.)*"),"hash":("[^"]*")[,}]/;

/**
 * The seed that an org's state file names in its first line, read without loading the org; undefined where there is no
 * file, or none that this can be read from: opening it tells what is wrong.
 */
export function storedSeed(dir: string, org: string): SeedName | undefined {
  const { state } = filesOf(dir, org);
  if (!existsSync(state) || !statSync(state).isFile()) return undefined;
  let fd: number;
  try {
    fd = openSync(state, 'r');
  } catch {
    return undefined;
  }
  try {
    const bytes = Buffer.alloc(HEADER_BYTES);
    const match = SEED.exec(bytes.toString('utf8', 0, readSync(fd, bytes, 0, HEADER_BYTES, 0)));
    if (!match?.[1] || !match[2]) return undefined;
    return { name: JSON.parse(match[1]) as string, hash: JSON.parse(match[2]) as string };
  } finally {
    closeSync(fd);
  }
}
