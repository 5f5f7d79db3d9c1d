import type { Row } from '../rows/common.js';
import type { LogOrigin, LogRow, LogTarget } from '../rows/logs.js';

/** How many actors are looked up; beyond it they are not shared any further. */
const MAX_ACTORS = 10_000;

/** The actor as a key; undefined for one with details, which is not shared. */
const keyOf = (actor: LogTarget): string | undefined =>
  actor.detailEntry === undefined
    ? `${actor.type}\0${actor.id}\0${actor.displayName}\0${actor.alternateId}`
    : undefined;

/** An event of a request may name a session that others of it do not. */
const same = (a: LogOrigin, b: LogOrigin): boolean =>
  a.requestId === b.requestId &&
  a.url === b.url &&
  a.tokenId === b.tokenId &&
  a.sessionId === b.sessionId &&
  a.ip === b.ip &&
  a.zone === b.zone &&
  a.userAgent === b.userAgent &&
  keyOf(a.actor) !== undefined &&
  keyOf(a.actor) === keyOf(b.actor);

/**
 * The events of one request share one origin object in memory, and callers repeat; each line on disk holds a copy.
 * Gives a function that puts the sharing back into rows of the collection `logs`, in order; they must not be frozen yet.
 */
export function originSharer(): (row: Row) => void {
  const actors = new Map<string, LogTarget>();
  const texts = new Map<string, string>();
  let last: LogOrigin | undefined;
  const text = (value: string): string => {
    const known = texts.get(value);
    if (known !== undefined || texts.size >= MAX_ACTORS) return known ?? value;
    texts.set(value, value);
    return value;
  };
  return (row) => {
    const event = row as { -readonly [K in keyof LogRow]: LogRow[K] };
    const { origin } = event;
    if (!origin?.actor) return;
    event.type = text(event.type);
    if (last && same(last, origin)) {
      event.origin = last;
      return;
    }
    const key = keyOf(origin.actor);
    const actor = (key === undefined ? undefined : actors.get(key)) ?? origin.actor;
    if (key !== undefined && actors.size < MAX_ACTORS) actors.set(key, actor);
    last = {
      ...origin,
      actor,
      ...(origin.userAgent === undefined ? {} : { userAgent: text(origin.userAgent) }),
      ...(origin.ip === undefined ? {} : { ip: text(origin.ip) }),
      ...(origin.tokenId === undefined ? {} : { tokenId: text(origin.tokenId) }),
    };
    event.origin = last;
  };
}
