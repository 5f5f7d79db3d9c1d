import type { Row } from './rows/common.js';
import type { LogOrigin, LogRow } from './rows/org.js';

/**
 * The events of one request share one origin object in memory, and callers repeat; each line of the state file holds a
 * copy. Puts the sharing back.
 */
export function sharedOrigins(): (rows: Row[]) => Row[] {
  const actors = new Map<string, LogOrigin['actor']>();
  let last: LogOrigin | undefined;
  return (rows) =>
    rows.map((row) => {
      const event = row as LogRow;
      const { origin } = event;
      if (last?.requestId === origin.requestId && last.url === origin.url) return { ...event, origin: last };
      const key = `${origin.actor.id} ${origin.actor.displayName} ${origin.actor.alternateId}`;
      const actor = actors.get(key) ?? origin.actor;
      actors.set(key, actor);
      last = { ...origin, actor };
      return { ...event, origin: last };
    });
}
