import type { HandlersOf } from '../../contract/operations.js';
import { pageReply, pageRequest, pagingOf } from '../../contract/paging.js';
import { list } from '../../contract/reply.js';
import { isEveryone, refuseEveryone } from '../../objects/groups/membership.js';
import { addByHand, removeByHand } from '../../objects/groups/rules/by-hand.js';
import { findUser } from '../../objects/users/find.js';
import { userItemView } from '../../objects/users/view.js';
import { own, ownGroup } from './crud.js';

const LIMITS = { limit: 1000, max: 1000 };

export const groupMembers = {
  listGroupUsers({ params, query }, ctx) {
    const group = ctx.store.groups.require(params.groupId);
    const request = pageRequest(query, LIMITS, group.id);
    if (isEveryone(group)) return pageReply(userItemView, ctx.store.users.page(request), request);
    const page = ctx.store.memberships.page({ ...request, within: { index: 'group', key: group.id } });
    // Of a user who was just deleted, some memberships may still stand.
    const users = page.rows.flatMap(({ userId }) => ctx.store.users.get(userId) ?? []);
    return list(userItemView, users, pagingOf(page, request));
  },

  addUserToGroup({ params }, ctx) {
    const group = ctx.store.groups.require(params.groupId);
    refuseEveryone(group);
    addByHand(ctx, [own(group)], findUser(ctx, params.userId));
  },

  removeUserFromGroup({ params }, ctx) {
    const group = ownGroup(ctx, params.groupId);
    removeByHand(ctx, group, findUser(ctx, params.userId));
  },
} satisfies Partial<HandlersOf<'Group'>>;
