import type { Context } from '../../contract/context.js';
import { OktaError } from '../../contract/errors.js';
import { objectOf } from '../../contract/given.js';
import type { NeighbourCall } from '../../contract/neighbours.js';
import { userTarget } from '../../objects/logs/targets.js';
import { sessionCookie } from '../../objects/sessions/cookie.js';
import { endSessions } from '../../objects/sessions/end.js';

/**
 * Ends the sessions of who asks by the cookie of one; that one itself where the body says so (facts: users §5).
 * @throws OktaError 403 E0000005 without the cookie of a session
 */
export function deleteOwnSessions({ body }: NeighbourCall, ctx: Context): object {
  const id = sessionCookie(ctx.request.header('cookie'));
  const session = id === undefined ? undefined : ctx.store.sessions.get(id);
  if (!session || session.expires <= ctx.clock.now()) throw new OktaError('E0000005');
  endSessions(ctx, session.userId, objectOf(body)?.keepCurrent === false ? undefined : session.id);
  const user = userTarget(ctx.store.users.require(session.userId));
  ctx.log('user.session.clear', [user], { actor: user });
  return {};
}
