import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OperationId, ResourceGroup } from '../../contract/routes.js';
import { routes } from '../../generated/routes.js';
import { root } from '../support/run.js';

/** What a test run showed of one operation. */
export interface MatrixRow {
  readonly group: ResourceGroup;
  readonly operationId: OperationId;
  /** The run saw it succeed. */
  readonly success: boolean;
  /** The run saw it refuse for a reason of its own. */
  readonly refusal: boolean;
}

/** Refusals that every operation shares: no token, too many requests, no disk to write to. */
const shared: ReadonlySet<number> = new Set([401, 429, 501, 503]);

const folder = join(root, '.artifacts/coverage');

/** The answers of the last test run, by operation; undefined where there was none. */
async function answers(): Promise<Map<string, Set<number>> | undefined> {
  const files = await readdir(folder).catch(() => []);
  if (files.length === 0) return undefined;
  const found = new Map<string, Set<number>>();
  for (const file of files) {
    for (const line of (await readFile(join(folder, file), 'utf8')).split('\n')) {
      const [operationId, status] = line.split(' ');
      if (!operationId || !status) continue;
      const known = found.get(operationId);
      if (known) known.add(Number(status));
      else found.set(operationId, new Set([Number(status)]));
    }
  }
  return found;
}

/**
 * One row for each of the contract's operations.
 * @returns undefined where no test run has left its answers
 */
export async function matrix(): Promise<MatrixRow[] | undefined> {
  const found = await answers();
  if (!found) return undefined;
  return routes.map(({ group, operationId }) => {
    const statuses = [...(found.get(operationId) ?? [])];
    return {
      group,
      operationId,
      success: statuses.some((status) => status < 300),
      refusal: statuses.some((status) => status >= 400 && !shared.has(status)),
    };
  });
}
