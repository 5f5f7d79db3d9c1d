import type { ReadContext } from '../../contract/context.js';
import { notFound } from '../../contract/errors.js';
import { foldKey } from '../../store/rows/spec.js';
import type { UserRow } from '../../store/rows/users.js';

/** Logins with one of these are no path to a user: only its id is (facts: conventions §11). */
const UNFIT = /[/?]/;

/**
 * The user that a path names: by id, login, the part of the login before `@` where only one user has it, or `me`, the
 * token's owner (facts: conventions §11).
 * @throws OktaError 404 with the name as given
 */
export function findUser(ctx: Pick<ReadContext, 'store' | 'caller'>, given: string): UserRow {
  const { users } = ctx.store;
  const known = users.get(given === 'me' ? ctx.caller.userId : given);
  if (known) return known;
  if (UNFIT.test(given)) throw notFound(given, 'User');
  const found = users.by('login', foldKey(given));
  if (found) return found;
  const sharing = users.where('shortName', foldKey(given));
  const [only] = sharing;
  if (only && sharing.length === 1) return only;
  throw notFound(given, 'User');
}
