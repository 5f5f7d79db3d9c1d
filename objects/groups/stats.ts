import type { ReadContext } from '../../contract/context.js';
import type { GroupRow } from '../../store/rows/groups.js';
import { isEveryone } from './membership.js';

/** How many users and applications a group has (facts: groups §2). */
export function statsOf(ctx: ReadContext, group: GroupRow): object {
  const { memberships, users } = ctx.store;
  return {
    usersCount: isEveryone(group) ? users.count() : memberships.count('group', group.id),
    appsCount: ctx.store.appGroups.count('group', group.id),
    groupPushMappingsCount: 0,
    hasAdminPrivilege: ctx.store.roleAssignments.count('group', group.id) > 0,
    // Newer than this contract: there is no operation to make the path from (facts: reports).
    _links: { self: { href: `${ctx.links.href('getGroup', { groupId: group.id })}/stats` } },
  };
}
