import type { Context } from '../../contract/context.js';
import type { HandlersOf } from '../../contract/operations.js';
import { pageReply, pageRequest, pagingOf } from '../../contract/paging.js';
import { list } from '../../contract/reply.js';
import { addMember, isEveryone, removeMember } from '../../objects/groups/membership.js';
import { applyRules } from '../../objects/groups/rules/apply.js';
import { groupTarget, ruleTarget, userTarget } from '../../objects/logs/targets.js';
import { findUser } from '../../objects/users/find.js';
import { userItemView } from '../../objects/users/view.js';
import type { GroupRow } from '../../store/rows/groups.js';
import type { UserRow } from '../../store/rows/users.js';
import { ownGroup } from './crud.js';

const LIMITS = { limit: 1000, max: 1000 };

/** A member taken out by hand must not be put back by a rule at the next change: the rule excludes it from now on. */
function excludeFromRules(ctx: Context, group: GroupRow, user: UserRow, ruleIds: readonly string[]): void {
  for (const ruleId of ruleIds) {
    const rule = ctx.store.groupRules.get(ruleId);
    if (!rule || rule.excludedUsers.includes(user.id)) continue;
    const { id, seq: _seq, ...rest } = rule;
    const excludedUsers = [...rule.excludedUsers, user.id];
    const after = ctx.store.groupRules.replace(id, { ...rest, excludedUsers, lastUpdated: ctx.now() });
    ctx.log('group.user_membership.rule.add_exclusion', [
      userTarget(user),
      groupTarget(group),
      ruleTarget(after, 'Rule'),
    ]);
  }
}

export const groupMembers = {
  listGroupUsers({ params, query }, ctx) {
    const group = ctx.store.groups.require(params.groupId);
    const request = pageRequest(query, LIMITS, group.id);
    if (isEveryone(group)) return pageReply(userItemView, ctx.store.users.page(request), request);
    const page = ctx.store.memberships.page({ ...request, within: { index: 'group', key: group.id } });
    const users = page.rows.map(({ userId }) => ctx.store.users.require(userId));
    return list(userItemView, users, pagingOf(page, request));
  },

  addUserToGroup({ params }, ctx) {
    const group = ownGroup(ctx, params.groupId);
    const user = findUser(ctx, params.userId);
    addMember(ctx, group, user, 'manual');
    applyRules(ctx, user);
  },

  removeUserFromGroup({ params }, ctx) {
    const group = ownGroup(ctx, params.groupId);
    const user = findUser(ctx, params.userId);
    const member = ctx.store.memberships.by('pair', `${group.id} ${user.id}`);
    if (!member) return;
    removeMember(ctx, group, user);
    excludeFromRules(ctx, group, user, member.rules);
    applyRules(ctx, user);
  },
} satisfies Partial<HandlersOf<'Group'>>;
