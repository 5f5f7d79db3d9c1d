import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inconsistencies } from '../../objects/invariants.js';
import { Clock } from '../../store/clock.js';
import { StateFileError } from '../../store/errors.js';
import { takeLock } from '../../store/files/lock.js';
import { filesOf } from '../../store/files/org-files.js';
import { openOrgStore } from '../../store/open.js';
import { storedSeed } from '../../store/state/stored-seed.js';
import type { Store } from '../../store/types.js';

const ORG = 'default';

/** Reads the rows of a stopped org from a copy of its files: nothing of it is written. @throws StateFileError */
async function readOrg(folder: string): Promise<Store> {
  const files = filesOf(folder, ORG);
  if (!existsSync(files.state)) throw new StateFileError(`${files.state} does not exist.`);
  const copy = mkdtempSync(join(tmpdir(), 'mockta-verify-'));
  // A running sandbox holds the lock: its files are about to change.
  const lock = takeLock(files.lock);
  try {
    for (const path of [files.state, files.aside, files.journal]) {
      if (existsSync(path)) cpSync(path, path.replace(folder, copy));
    }
    const seed = storedSeed(copy, ORG) ?? { name: ORG, hash: '' };
    const warn = (message: string): void => console.log(message.replaceAll(copy, folder));
    const { store } = await openOrgStore({ name: ORG, dir: copy, clock: new Clock(), seed, warn }, () => undefined);
    await store.close();
    return store.collections;
  } catch (error) {
    if (error instanceof StateFileError) throw new StateFileError(error.message.replaceAll(copy, folder));
    throw error;
  } finally {
    lock.release();
    rmSync(copy, { recursive: true, force: true });
  }
}

/** What was found in the files of an org. */
export interface Verdict {
  readonly records: number;
  /** Jobs that the next start goes on with. */
  readonly jobs: number;
  /** A sentence for each reference that leads nowhere, and each profile and membership that cannot be. */
  readonly faults: readonly string[];
}

/**
 * Looks at a stopped org's files without changing them.
 * @throws StateFileError for files that cannot be read, and where the org is running
 */
export async function verifyFolder(folder: string): Promise<Verdict> {
  const store = await readOrg(folder);
  const records = Object.values(store).reduce((sum, collection) => sum + collection.count(), 0);
  return { records, jobs: store.jobs.count(), faults: inconsistencies(store) };
}
