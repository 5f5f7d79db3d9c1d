import { StateFileError } from './errors.js';
import type { OrgStore } from './org-store.js';
import { type StateHeader, unusable } from './state/document.js';
import type { Migrations } from './state/migrations.js';

/**
 * A version that knows more has made rows that this one does not know how to keep.
 * @throws StateFileError for a header that names a migration which is unknown here
 */
export function refuseNewer(path: string, header: StateHeader, migrations: Migrations | undefined): void {
  const unknown = migrations && header.migrated?.find((name) => !migrations.names.includes(name));
  if (unknown !== undefined) {
    throw unusable(
      path,
      1,
      `it was written by a newer version, whose step "${unknown}" is unknown here; use a newer mockta`,
    );
  }
}

/**
 * Runs the migrations that an org is not past.
 * @returns whether there were some: then the state file is to be written anew
 * @throws StateFileError where one fails; nothing was written then
 */
export async function migrate(store: OrgStore, path: string, migrations: Migrations | undefined): Promise<boolean> {
  const past = store.header.migrated ?? [];
  const pending = migrations?.names.filter((name) => !past.includes(name)) ?? [];
  if (!migrations || pending.length === 0) return false;
  try {
    store.migrate(await migrations.load(pending));
  } catch (error) {
    throw new StateFileError(
      (option) =>
        `${path} was written by an earlier version, and cannot be brought up to this one: ` +
        `${(error as Error).message}. It stays as it is. Go on with the earlier version, or start over with ${option('fresh')}.`,
    );
  }
  return true;
}
