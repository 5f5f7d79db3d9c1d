import type { JobContext } from '../../contract/context.js';
import type { RoleAssignmentRow, RoleTargetRow } from '../../store/rows/roles.js';
import { type Budget, beginJob, CHANGE, drain, type JobKind, LOOK } from '../job.js';
import { removeWithReferences } from '../removal.js';
import { unassign } from './assign.js';
import { groupHolder, type RoleHolder, userHolder } from './holders.js';
import { isLast } from './standing.js';

/** What roles are narrowed to, by the index of the targets that name it. */
type Kind = 'group' | 'app';

/** Who has a role; undefined where that is going itself, or is gone. */
function holderBeside(
  { store }: JobContext,
  { userId, groupId }: RoleAssignmentRow,
  id: string,
): RoleHolder | undefined {
  if (groupId === id) return undefined;
  const [user, group] = [store.users.get(userId ?? ''), store.groups.get(groupId ?? '')];
  return user ? userHolder(user) : group && groupHolder(group);
}

/** A target of what goes: the role goes with it where it is the last. */
function release(ctx: JobContext, target: RoleTargetRow, id: string, budget: Budget): void {
  const role = ctx.store.roleAssignments.get(target.assignmentId);
  if (!role || !isLast(ctx.store, target)) {
    budget.steps -= LOOK + CHANGE;
    ctx.store.roleTargets.remove(target.id);
    return;
  }
  const holder = holderBeside(ctx, role, id);
  // With its holder a role goes untold.
  if (holder) unassign(ctx, holder, role, budget);
  else removeWithReferences(ctx, 'roleAssignments', role.id, { budget });
  budget.steps -= LOOK + 2 * CHANGE;
}

/**
 * A group or an app goes: so do its places among the targets of roles, and the roles that are for it alone. `of` is
 * `group` or `app`, and the id.
 */
export const unassignNarrowedJob: JobKind = {
  kind: 'unassignNarrowed',
  slice: (ctx, { of }, budget) => {
    const [kind, id = ''] = (of ?? '').split(' ');
    return drain(ctx.store.roleTargets, { index: kind as Kind, key: id }, budget, (target) =>
      release(ctx, target, id, budget),
    );
  },
};

/**
 * Takes away the roles that are for this group or app alone, since without a target they would be for everything, which
 * is why nobody can take the last one away (facts: roles §3).
 * @param budget shared with the removal of the group or app, which is to begin after this: so it takes no target before
 * this is done
 */
export const unassignNarrowedTo = (ctx: JobContext, kind: Kind, id: string, budget: Budget): void =>
  beginJob(ctx, unassignNarrowedJob, `${kind} ${id}`, budget);
