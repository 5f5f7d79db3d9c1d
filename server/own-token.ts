import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StateFileError } from '../store/errors.js';
import { makeFolder, PRIVATE_FILE } from '../store/files/folder.js';
import { IdSource } from '../store/ids.js';

const TOKEN = /^00[\w-]{40}$/;

/** What the file of the token holds. @throws StateFileError where it is no token */
function readToken(path: string): string {
  const kept = readFileSync(path, 'utf8').trim();
  if (TOKEN.test(kept)) return kept;
  throw new StateFileError(
    `${path} holds no API token (00 and 40 letters, digits, "-" and "_"). Mend it, or remove it.`,
  );
}

/**
 * The API token of a sandbox that other machines can reach: the published one opens it to this machine alone. It is kept
 * in the data folder, for its owner to read; without a folder it is another one at each start.
 * @param isNeeded whether one is made where none is kept
 * @throws StateFileError where the file holds something else
 */
export function ownToken(data: string | undefined, isNeeded = true): string | undefined {
  const path = data === undefined ? undefined : join(data, 'token');
  if (path !== undefined && existsSync(path)) return readToken(path);
  if (!isNeeded) return undefined;
  const made = `00${new IdSource('').secret(40)}`;
  if (data === undefined || path === undefined) return made;
  makeFolder(data);
  writeFileSync(path, `${made}\n`, { flag: 'wx', mode: PRIVATE_FILE });
  return made;
}
