import type { RoleAssignmentRow, RoleTargetRow } from '../../store/rows/roles.js';
import type { Store } from '../../store/types.js';

/** Whether what a target names is there; all apps of a kind always are. */
function stands({ groups, apps }: Store, { groupId, appId }: RoleTargetRow): boolean {
  if (groupId !== undefined) return groups.get(groupId) !== undefined;
  return appId === undefined || apps.get(appId) !== undefined;
}

/** Whether no other target of its role stands. */
export const isLast = (store: Store, { id, assignmentId }: RoleTargetRow): boolean =>
  !store.roleTargets.where('assignment', assignmentId).some((other) => other.id !== id && stands(store, other));

/**
 * Whether a role is narrowed to what is gone, and thereby for nothing: a job is about to take it away. A role without any
 * target is for everything.
 */
export function hasLapsed(store: Store, { id }: RoleAssignmentRow): boolean {
  const targets = store.roleTargets.where('assignment', id);
  return targets.length > 0 && !targets.some((target) => stands(store, target));
}
