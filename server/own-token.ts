import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StateFileError } from '../store/errors.js';
import { makeFolder, PRIVATE_FILE } from '../store/files/folder.js';
import { IdSource } from '../store/ids.js';

const TOKEN = /^00[\w-]{40}$/;

/**
 * The API token of a sandbox that other machines can reach: the published one opens it to this machine alone. It is kept
 * in the data folder, for its owner to read; without a folder it is another one at each start.
 * @throws StateFileError where the file holds something else
 */
export function ownToken(data: string | undefined): string {
  const made = `00${new IdSource('').secret(40)}`;
  if (data === undefined) return made;
  const path = join(data, 'token');
  makeFolder(data);
  try {
    writeFileSync(path, `${made}\n`, { flag: 'wx', mode: PRIVATE_FILE });
    return made;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const kept = readFileSync(path, 'utf8').trim();
  if (TOKEN.test(kept)) return kept;
  throw new StateFileError(
    `${path} holds no API token (00 and 40 letters, digits, "-" and "_"). Mend it, or remove it.`,
  );
}
