import type { HandlersOf } from '../../contract/operations.js';
import { pageAmong, pageReply, pageRequest } from '../../contract/paging.js';
import { show } from '../../contract/reply.js';
import { groupsOf } from '../../objects/groups/membership.js';
import { groupView } from '../../objects/groups/view.js';
import { findUser } from '../../objects/users/find.js';
import { isPerson, ownView } from '../../objects/users/own-profile.js';
import { viewFor } from '../../objects/users/view.js';
import { listUsers } from './list.js';

export const readUsers = {
  listUsers,

  getUser({ params }, ctx) {
    const user = findUser(ctx, params.userId);
    if (isPerson(ctx)) return ownView(ctx, user, ctx.links);
    return show(viewFor(ctx.request.header('content-type'), 'whole'), user, { etag: true });
  },

  listUserGroups({ params, query }, ctx) {
    const user = findUser(ctx, params.userId);
    const request = pageRequest(query, { limit: 200, max: 200 }, user.id);
    return pageReply(groupView, pageAmong(groupsOf(ctx, user.id), request), request);
  },
} satisfies Pick<HandlersOf<'User'>, 'listUsers' | 'getUser' | 'listUserGroups'>;
