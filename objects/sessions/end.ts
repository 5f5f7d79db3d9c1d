import type { JobContext } from '../../contract/context.js';

type Reaches = Pick<JobContext, 'store'>;

/** Ends one session; what stands for it goes before it. */
export function endSession(ctx: Reaches, id: string): void {
  for (const token of ctx.store.sessionTokens.where('session', id)) ctx.store.sessionTokens.remove(token.id);
  ctx.store.sessions.remove(id);
}

/**
 * Ends every session of a user, and what could become one.
 * @param kept the id of a session that goes on, and what stands for it
 * @returns whether there was a session
 */
export function endSessions(ctx: Reaches, userId: string, kept?: string): boolean {
  const open = ctx.store.sessions.where('user', userId).filter(({ id }) => id !== kept);
  for (const { id } of open) endSession(ctx, id);
  for (const { id, sessionId } of ctx.store.sessionTokens.where('user', userId)) {
    if (kept === undefined || sessionId !== kept) ctx.store.sessionTokens.remove(id);
  }
  for (const { id } of ctx.store.signIns.where('user', userId)) ctx.store.signIns.remove(id);
  return open.length > 0;
}
