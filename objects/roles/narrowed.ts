import type { JobContext } from '../../contract/context.js';
import type { RoleAssignmentRow, RoleTargetRow } from '../../store/rows/roles.js';
import { type Budget, beginJob, CHANGE, type JobKind, LOOK } from '../job.js';
import { removeWithReferences } from '../removal.js';
import { unassign } from './assign.js';
import { groupHolder, type RoleHolder, userHolder } from './holders.js';
import { isLast } from './standing.js';

/** Rows that are read at once. */
const CHUNK = 50;

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

/** A target of what goes, and its role where that goes with it. */
interface Going {
  readonly target: RoleTargetRow;
  readonly role: RoleAssignmentRow | undefined;
}

const goingWith = ({ store }: JobContext, target: RoleTargetRow): Going => ({
  target,
  role: isLast(store, target) ? store.roleAssignments.get(target.assignmentId) : undefined,
});

function release(ctx: JobContext, { target, role }: Going, id: string, budget: Budget): void {
  ctx.store.roleTargets.remove(target.id);
  budget.steps -= LOOK + CHANGE;
  if (!role) return;
  const holder = holderBeside(ctx, role, id);
  // With its holder a role goes untold.
  if (holder) unassign(ctx, holder, role, budget);
  else removeWithReferences(ctx, 'roleAssignments', role.id, { budget });
  budget.steps -= CHANGE;
}

/**
 * A group or an app goes: so do its places among the targets of roles, and the roles that are for it alone. `of` is
 * `group` or `app`, and the id.
 */
export const unassignNarrowedJob: JobKind = {
  kind: 'unassignNarrowed',
  slice: (ctx, { of }, budget) => {
    const [kind, id = ''] = (of ?? '').split(' ');
    while (budget.steps > 0) {
      const { rows } = ctx.store.roleTargets.page({ limit: CHUNK, within: { index: kind as Kind, key: id } });
      // All are read before one goes: to read between two removals would close the gap of each by itself. None is of the
      // role of another.
      for (const going of rows.map((target) => goingWith(ctx, target))) {
        if (budget.steps <= 0) return 0;
        release(ctx, going, id, budget);
      }
      if (rows.length < CHUNK) return undefined;
    }
    return 0;
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
