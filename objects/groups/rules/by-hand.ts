import type { Context } from '../../../contract/context.js';
import type { GroupRow } from '../../../store/rows/groups.js';
import type { UserRow } from '../../../store/rows/users.js';
import { groupTarget, ruleTarget, userTarget } from '../../logs/targets.js';
import { addMember, membershipOf, removeMember } from '../membership.js';
import { applyRules } from './apply.js';

/** A member taken out by hand must not be put back by a rule at the next change: the rule excludes it from now on. */
function excludeFromRules(ctx: Context, group: GroupRow, user: UserRow, ruleIds: readonly string[]): void {
  for (const ruleId of ruleIds) {
    const rule = ctx.store.groupRules.get(ruleId);
    if (!rule || rule.excludedUsers.includes(user.id)) continue;
    const excludedUsers = [...rule.excludedUsers, user.id];
    const after = ctx.store.groupRules.update(ruleId, { excludedUsers, lastUpdated: ctx.now() });
    ctx.log('group.user_membership.rule.add_exclusion', [
      userTarget(user),
      groupTarget(group),
      ruleTarget(after, 'Rule'),
    ]);
  }
}

/** Puts a user into groups by hand. Rules may ask for them, and see the user as it is now. */
export function addByHand(ctx: Context, groups: readonly GroupRow[], user: UserRow): void {
  for (const group of groups) addMember(ctx, group, user, 'manual');
  applyRules(ctx, user);
}

/** Takes a user out of a group by hand, whatever put it there. Who is not in it stays out. */
export function removeByHand(ctx: Context, group: GroupRow, user: UserRow): void {
  const member = membershipOf(ctx, group.id, user.id);
  if (!member) return;
  removeMember(ctx, group, user);
  excludeFromRules(ctx, group, user, member.rules);
  applyRules(ctx, user);
}
