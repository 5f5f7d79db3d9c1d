import type { HandlersOf } from '../../contract/operations.js';
import { pageAmong, pageReply, pageRequest } from '../../contract/paging.js';
import { show } from '../../contract/reply.js';
import { groupsOf } from '../../objects/groups/membership.js';
import { groupView } from '../../objects/groups/view.js';
import { findUser } from '../../objects/users/find.js';
import { viewFor } from '../../objects/users/view.js';
import { listUsers } from './list.js';

export const readUsers = {
  listUsers,

  getUser({ params }, ctx) {
    const view = viewFor(ctx.request.header('content-type'), 'whole');
    return show(view, findUser(ctx, params.userId), { etag: true });
  },

  listUserGroups({ params, query }, ctx) {
    const user = findUser(ctx, params.userId);
    const request = pageRequest(query, { limit: 200, max: 200 }, user.id);
    return pageReply(groupView, pageAmong(groupsOf(ctx, user.id), request), request);
  },
} satisfies Pick<HandlersOf<'User'>, 'listUsers' | 'getUser' | 'listUserGroups'>;
