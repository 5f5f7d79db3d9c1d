import type { Context } from '../../contract/context.js';

/** Takes away every relation that a user has to others, on either end; for users that are deleted. */
export function forgetLinks(ctx: Context, userId: string): void {
  for (const link of [...ctx.store.links.where('user', userId)]) ctx.store.links.remove(link.id);
}
