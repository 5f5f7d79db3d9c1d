import { type Caller, nobody } from '../contract/context.js';
import { OktaError } from '../contract/errors.js';
import { sessionCookie } from '../objects/sessions/cookie.js';
import type { Exchange } from './exchange.js';
import type { Match } from './router.js';

/** What people may ask of the API for themselves, by the cookie of their session (facts: sessions, conventions §1). */
const OWN: ReadonlySet<string> = new Set([
  ...['getSession', 'endSession', 'refreshSession', 'getUser', 'listUserGroups', 'listAppLinks', 'listFactors'],
  ...['partialUpdateUser', 'updateUser', 'changePassword', 'changeRecoveryQuestion'],
]);

/**
 * Who calls without a token: a person by the cookie of a session, or anybody who has a session token to give.
 * @returns undefined where the request must bring a token
 * @throws OktaError 403 E0000006 for what people may not ask
 */
export function sessionCaller({ org, req }: Exchange, { route, params }: Match): Caller | undefined {
  if (req.headers.authorization) return undefined;
  if (route.operationId === 'createSession') return nobody;
  const sessionId = sessionCookie(req.headers.cookie);
  const session = sessionId === undefined ? undefined : org.store.collections.sessions.get(sessionId);
  if (!session || session.expires <= org.clock.now()) return undefined;
  const named = params as Readonly<Record<string, string>>;
  const isOwn = (named.sessionId ?? named.userId) === 'me';
  if (!isOwn || !OWN.has(route.operationId)) throw new OktaError('E0000006');
  return { tokenId: '', userId: session.userId, sessionId: session.id };
}
