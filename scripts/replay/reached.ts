import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ResourceGroup } from '../../contract/routes.js';
import { root } from '../support/run.js';
import type { Score } from './score.js';

const folder = join(root, 'fidelity');
const comment = '# Recorded exchanges that are reproduced exactly. Written by `npm run replay -- --update`.\n';

/** The short name of an exchange that the reached files hold: 12 hexadecimal digits. */
export const shortName = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 12);

/** The short names that were reached when the files were last written. */
export async function readReached(): Promise<Set<string>> {
  const names = new Set<string>();
  for (const file of await readdir(folder)) {
    if (!file.endsWith('.txt')) continue;
    for (const line of (await readFile(join(folder, file), 'utf8')).split('\n')) {
      if (line !== '' && !line.startsWith('#')) names.add(line);
    }
  }
  return names;
}

const OPERATIONS = join(folder, 'operations.tsv');
const HEAD = 'operation\texact\tof\trefusals that recordings hold';

/** What recordings tell of one operation. */
export interface Recorded {
  /** Exchanges that are reproduced exactly, of how many that can be compared. */
  readonly exact: number;
  readonly of: number;
  /** Status and code of Okta. */
  readonly refusals: readonly string[];
}

/** What recordings told of each operation when the file was last written. */
export async function readRecorded(): Promise<Map<string, Recorded>> {
  const [, ...lines] = (await readFile(OPERATIONS, 'utf8')).trimEnd().split('\n');
  return new Map(
    lines.map((line) => {
      const [id = '', exact, of, refusals = ''] = line.split('\t');
      return [id, { exact: Number(exact), of: Number(of), refusals: refusals.split(', ').filter(Boolean) }];
    }),
  );
}

/** Writes what recordings tell of each operation, a line each. */
export async function writeRecorded(scores: readonly Score[], refusals: ReadonlyMap<string, string[]>): Promise<void> {
  const counting = scores.filter(({ verifiable }) => verifiable > 0);
  const lines = counting.map(({ operationId, exact, verifiable }) =>
    [operationId, exact, verifiable, (refusals.get(operationId) ?? []).join(', ')].join('\t').trimEnd(),
  );
  await writeFile(OPERATIONS, `${[HEAD, ...lines].join('\n')}\n`);
}

/** Writes one file for each group that reached anything, so that work on two groups does not meet in one file. */
export async function writeReached(groups: ReadonlyMap<ResourceGroup, readonly string[]>): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const file of await readdir(folder)) {
    if (file.endsWith('.txt') && !groups.has(file.slice(0, -4) as ResourceGroup)) await rm(join(folder, file));
  }
  for (const [group, keys] of groups) {
    const lines = keys.map(shortName).sort();
    await writeFile(join(folder, `${group}.txt`), `${comment}${lines.join('\n')}\n`);
  }
}
