import type { ReadContext } from '../../contract/context.js';
import { forbidden } from '../../contract/errors.js';
import { type Members, objectOf } from '../../contract/given.js';
import type { Links } from '../../contract/links.js';
import type { Json } from '../../store/rows/common.js';
import type { SchemaRow } from '../../store/rows/schemas.js';
import type { UserRow } from '../../store/rows/users.js';
import { userSchema } from '../schemas/profile.js';
import { userView } from './view.js';

/** Whether it is the person who asks, by the cookie of a session, and not a program with a token. */
export const isPerson = ({ caller }: Pick<ReadContext, 'caller'>): boolean => caller.sessionId !== undefined;

/** What people may do with a property of their own profile (facts: schemas §3); undefined where there is no such one. */
function ownAction({ base, custom }: SchemaRow, name: string): unknown {
  const definition = Object.hasOwn(custom, name) ? custom[name] : Object.hasOwn(base, name) ? base[name] : undefined;
  if (!definition) return undefined;
  const permissions = Array.isArray(definition.permissions) ? definition.permissions : [];
  return permissions.map(objectOf).find((one) => one?.principal === 'SELF')?.action ?? 'READ_ONLY';
}

const isSame = (given: unknown, before: Json | undefined): boolean =>
  JSON.stringify(given ?? null) === JSON.stringify(before ?? null);

/**
 * A profile as people send it for themselves, with what they cannot write as it is: that stays, given or not.
 * @throws OktaError 403 E0000006 for another value of what they cannot write
 */
export function ownProfile(schema: SchemaRow, given: Members, previous: UserRow['profile']): Members {
  const isFixed = (name: string): boolean => {
    const action = ownAction(schema, name);
    return action !== undefined && action !== 'READ_WRITE';
  };
  if (Object.keys(given).some((name) => isFixed(name) && !isSame(given[name], previous[name]))) throw forbidden();
  const kept = Object.entries(previous).filter(([name]) => isFixed(name));
  return { ...Object.fromEntries(kept), ...given };
}

/** Users as they see themselves: without what is hidden from them. */
export function ownView(ctx: ReadContext, user: UserRow, links: Links) {
  const schema = userSchema(ctx, user.typeId);
  const shown = userView(user, links);
  const seen = Object.entries(shown.profile ?? {}).filter(([name]) => ownAction(schema, name) !== 'HIDE');
  return { ...shown, profile: Object.fromEntries(seen) };
}
