import type { ReadContext } from '../../contract/context.js';
import { foldKey } from '../../store/rows/spec.js';
import type { UserRow } from '../../store/rows/users.js';

/** The user with this login, or the only one whose login begins so before its `@`: ids are no names to sign in with. */
export function findByName({ store }: Pick<ReadContext, 'store'>, name: string): UserRow | undefined {
  const found = store.users.by('login', foldKey(name));
  if (found) return found;
  const sharing = store.users.where('shortName', foldKey(name));
  return sharing.length === 1 ? sharing[0] : undefined;
}
