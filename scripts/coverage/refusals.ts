import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../support/run.js';
import type { MatrixRow } from './matrix.js';

const FILE = join(root, 'fidelity/refusals.tsv');
const HEAD = 'operation\trefusals that tests saw';

/** The refusals of each operation that test runs saw, status and error code, when the file was last written. */
export async function readRefusals(): Promise<Map<string, readonly string[]>> {
  const [, ...lines] = (await readFile(FILE, 'utf8')).trimEnd().split('\n');
  return new Map(
    lines.map((line) => {
      const [id = '', refusals = ''] = line.split('\t');
      return [id, refusals.split(', ').filter(Boolean)];
    }),
  );
}

/** Writes them down, a line each. What one run alone sees by chance makes no other run fail: nothing is held to it. */
export async function writeRefusals(rows: readonly MatrixRow[]): Promise<void> {
  const lines = rows.map(({ operationId, refusals }) => `${operationId}\t${refusals.join(', ')}`.trimEnd());
  await writeFile(FILE, `${[HEAD, ...lines.sort()].join('\n')}\n`);
}
