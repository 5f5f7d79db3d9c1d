import type { Context } from '../../contract/context.js';
import type { UserRow } from '../../store/rows/users.js';
import { touchGroups } from '../groups/membership.js';
import { userTarget } from '../logs/targets.js';
import { removeWithReferences } from '../removal.js';

/** Deletes a user: nothing is left of it, and nothing that points to it. */
export function removeUser(ctx: Context, user: UserRow): void {
  const target = [userTarget(user)];
  ctx.log('user.lifecycle.delete.initiated', target);
  touchGroups(ctx, user);
  removeWithReferences(ctx, 'users', user.id);
  ctx.log('user.lifecycle.delete.completed', target);
}
