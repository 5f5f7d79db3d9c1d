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
  /** The refusals of its own that the run saw: status and error code. */
  readonly refusals: readonly string[];
}

/** Refusals that every operation shares: no token, too many requests, no disk to write to. */
const shared: ReadonlySet<number> = new Set([401, 429, 501, 503]);

const folder = join(root, '.artifacts/coverage');

/** The answers of the last test run, by operation; undefined where there was none. */
async function answers(): Promise<Map<string, Set<string>> | undefined> {
  const files = await readdir(folder).catch(() => []);
  if (files.length === 0) return undefined;
  const found = new Map<string, Set<string>>();
  for (const file of files) {
    for (const line of (await readFile(join(folder, file), 'utf8')).split('\n')) {
      const [operationId, status, code = ''] = line.split(' ');
      if (!operationId || !status) continue;
      const answer = `${status} ${code}`.trimEnd();
      const known = found.get(operationId);
      if (known) known.add(answer);
      else found.set(operationId, new Set([answer]));
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
    const seen = [...(found.get(operationId) ?? [])].sort();
    const own = seen.filter((answer) => Number.parseInt(answer, 10) >= 400 && !shared.has(Number.parseInt(answer, 10)));
    return {
      group,
      operationId,
      success: seen.some((answer) => Number.parseInt(answer, 10) < 300),
      refusal: own.length > 0,
      refusals: own.filter((answer) => /^4\d\d E/.test(answer)),
    };
  });
}
