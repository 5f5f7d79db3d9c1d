import type { ReadContext } from '../../contract/context.js';
import { notFound } from '../../contract/errors.js';
import { foldKey } from '../../store/rows/spec.js';
import type { UserRow } from '../../store/rows/users.js';

/** Logins with one of these are no path to a user: only its id is (facts: conventions §11). */
const UNFIT = /[/?]/;

/**
 * The user that a path names, if there is one: by id, login, the part of the login before `@` where only one user has
 * it, or `me`, the token's owner (facts: conventions §11).
 */
export function namedUser(ctx: Pick<ReadContext, 'store' | 'caller'>, given: string): UserRow | undefined {
  const { users } = ctx.store;
  const known = users.get(given === 'me' ? ctx.caller.userId : given);
  if (known || UNFIT.test(given)) return known;
  const found = users.by('login', foldKey(given));
  if (found) return found;
  const sharing = users.where('shortName', foldKey(given));
  return sharing.length === 1 ? sharing[0] : undefined;
}

/**
 * The user that a path names.
 * @throws OktaError 404 with the name as given
 */
export function findUser(ctx: Pick<ReadContext, 'store' | 'caller'>, given: string): UserRow {
  const user = namedUser(ctx, given);
  if (!user) throw notFound(given, 'User');
  return user;
}
