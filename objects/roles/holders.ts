import type { ReadContext } from '../../contract/context.js';
import { notFound } from '../../contract/errors.js';
import type { GroupRow } from '../../store/rows/groups.js';
import type { LogTarget } from '../../store/rows/logs.js';
import type { RoleAssignmentRow } from '../../store/rows/roles.js';
import type { UserRow } from '../../store/rows/users.js';
import { groupsOf } from '../groups/membership.js';
import { groupTarget, userTarget } from '../logs/targets.js';
import { hasLapsed } from './standing.js';
import { standardRole } from './types.js';
import { shownId } from './view.js';

type Reading = Pick<ReadContext, 'store'>;

/** Who has roles. */
export interface RoleHolder {
  readonly of: 'user' | 'group';
  readonly id: string;
  readonly target: LogTarget;
}

export const userHolder = (user: UserRow): RoleHolder => ({ of: 'user', id: user.id, target: userTarget(user) });
export const groupHolder = (group: GroupRow): RoleHolder => ({ of: 'group', id: group.id, target: groupTarget(group) });

/** Those that can be narrowed come first, by their ids, as recorded lists have them. */
const inOrder = (roles: readonly RoleAssignmentRow[]): RoleAssignmentRow[] => {
  const rank = ({ type }: RoleAssignmentRow): string => standardRole(type)?.id ?? '~';
  return [...roles].sort((a, b) => (rank(a) === rank(b) ? a.seq - b.seq : rank(a) < rank(b) ? -1 : 1));
};

/** The roles that a holder was given itself, but for those that go with what they were for. */
export const ownRoles = ({ store }: Reading, { of, id }: Pick<RoleHolder, 'of' | 'id'>): RoleAssignmentRow[] =>
  inOrder(store.roleAssignments.where(of, id).filter((row) => !hasLapsed(store, row)));

/** The roles that a user has by its groups. */
const inheritedRoles = (ctx: Reading, userId: string): RoleAssignmentRow[] =>
  groupsOf(ctx, userId).flatMap(({ id }) => ownRoles(ctx, { of: 'group', id }));

/** Every role of a holder; of a user those of its groups as well. */
export const allRoles = (ctx: Reading, holder: Pick<RoleHolder, 'of' | 'id'>): RoleAssignmentRow[] =>
  holder.of === 'group' ? ownRoles(ctx, holder) : [...ownRoles(ctx, holder), ...inheritedRoles(ctx, holder.id)];

/**
 * A role that the holder was given itself.
 * @throws OktaError 404 (RoleAssignment)
 */
export function ownRole(ctx: Reading, holder: RoleHolder, roleId: string): RoleAssignmentRow {
  const found = ownRoles(ctx, holder).find((row) => shownId(row) === roleId);
  if (!found) throw notFound(roleId, 'RoleAssignment');
  return found;
}

/**
 * A role of the holder, its own first.
 * @throws OktaError 404 (RoleAssignment)
 */
export function anyRole(ctx: Reading, holder: RoleHolder, roleId: string): RoleAssignmentRow {
  const found = allRoles(ctx, holder).find((row) => shownId(row) === roleId);
  if (!found) throw notFound(roleId, 'RoleAssignment');
  return found;
}
