import { isIP } from 'node:net';
import type { EventDetails, ReadContext } from '../../contract/context.js';
import { forLast } from '../../store/for-last.js';
import type { Draft, JsonObject } from '../../store/rows/common.js';
import type { LogOrigin, LogRow, LogTarget } from '../../store/rows/logs.js';
import { zoneNamesAt } from '../zones-at.js';
import { userTarget } from './targets.js';

/** Who the events of the org's own jobs name (facts: system-log §1). */
const system: LogTarget = {
  id: 'system',
  type: 'SystemPrincipal',
  alternateId: 'system@okta.com',
  displayName: 'Okta System',
};

/** The client that a proxy names first in X-Forwarded-For; undefined where that is no address. */
function forwardedFor(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const first = header.split(',', 1)[0]?.trim() ?? '';
  return isIP(first) === 0 ? undefined : first;
}

/** Longest text that an event keeps of a request, and of what it changed: one request is not to push out a thousand. */
const MAX_TEXT = 2048;

const cut = (text: string): string => (text.length > MAX_TEXT ? text.slice(0, MAX_TEXT) : text);

/** Facts of an event, with texts that are not longer than an event keeps. */
function shortened(facts: JsonObject): JsonObject {
  if (!Object.values(facts).some((value) => typeof value === 'string' && value.length > MAX_TEXT)) return facts;
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, typeof value === 'string' ? cut(value) : value]),
  );
}

/** The owner of a token, who calls again and again. */
const actorOf = forLast(userTarget);

/** API tokens begin with two zeros and have 42 characters. */
const TOKEN = /00[\w-]{40}/;

/** What cleans the texts of requests. */
interface Cleaner {
  /** Cuts a text short, and takes API tokens out of it: the log and the state file are no place for them. */
  readonly plain: (text: string) => string;
  /** The same of a text that the next request sends, too. */
  readonly again: (text: string) => string;
}

/**
 * What cleans the texts of requests of one caller.
 * @param authorization their own header, whose token may have any form
 */
const cleanerOf = forLast((authorization: string | undefined): Cleaner => {
  const own = authorization?.replace(/^(?:SSWS|Bearer) */i, '');
  const plain = (text: string): string => {
    // Of nearly all of them nothing is to be taken out, and to look costs less than to replace nothing.
    const known = TOKEN.test(text) ? text.replace(new RegExp(TOKEN, 'g'), '[token]') : text;
    return cut(own !== undefined && own.length > 5 && known.includes(own) ? known.replaceAll(own, '[token]') : known);
  };
  return { plain, again: forLast(plain) };
});

/** What the events of the jobs share that a request began. */
export const systemOrigin = (requestId: string): LogOrigin => ({ actor: system, requestId });

/** What the events of one request share: the token's owner, or the org itself for its jobs. */
export function originOf(
  ctx: Pick<ReadContext, 'store' | 'caller' | 'request'>,
  { job }: { readonly job: boolean },
): LogOrigin {
  const { caller, request } = ctx;
  if (job) return systemOrigin(request.id);
  const owner = ctx.store.users.get(caller.userId);
  const userAgent = request.header('user-agent');
  const ip = forwardedFor(request.header('x-forwarded-for')) ?? request.ip;
  const zone = zoneNamesAt(ctx.store, ip);
  const { plain, again } = cleanerOf(request.header('authorization'));
  // Names are added one by one: behind a spread that may bring some, each costs as much as all of these.
  const origin: { -readonly [K in keyof LogOrigin]: LogOrigin[K] } = {
    actor: owner ? actorOf(owner) : caller.userId === '' ? system : { ...system, id: caller.userId },
    requestId: request.id,
  };
  if (caller.tokenId !== '') origin.tokenId = caller.tokenId;
  if (caller.sessionId !== undefined) origin.sessionId = caller.sessionId;
  origin.ip = ip;
  if (zone !== undefined) origin.zone = zone;
  if (userAgent !== undefined) origin.userAgent = again(userAgent);
  origin.url = plain(request.url);
  return origin;
}

/** A System Log event as it is stored. @param at milliseconds since 1970 */
export function logRow(
  type: string,
  targets: readonly LogTarget[],
  { outcome, severity, debugData }: EventDetails,
  origin: LogOrigin,
  at: number,
): Draft<LogRow> {
  const row: { -readonly [K in keyof Draft<LogRow>]: Draft<LogRow>[K] } = { type, at, origin, targets };
  if (outcome) row.outcome = outcome;
  if (severity !== undefined) row.severity = severity;
  if (debugData) row.debugData = shortened(debugData);
  return row;
}
