import type { Context } from '../../contract/context.js';

/**
 * Ends every session of a user, and what could become one.
 * @returns whether there was a session
 */
export function endSessions(ctx: Pick<Context, 'store'>, userId: string): boolean {
  const open = ctx.store.sessions.where('user', userId);
  for (const { id } of open) ctx.store.sessions.remove(id);
  for (const { id } of ctx.store.sessionTokens.where('user', userId)) ctx.store.sessionTokens.remove(id);
  for (const { id } of ctx.store.signIns.where('user', userId)) ctx.store.signIns.remove(id);
  return open.length > 0;
}
