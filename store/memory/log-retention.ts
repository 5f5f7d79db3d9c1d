import type { Row } from '../rows/common.js';
import type { Timeline } from '../types.js';

const RETENTION_MS = 90 * 24 * 60 * 60 * 1000;

/** How many events an org keeps at most. */
export const LOG_CAP = 250_000;

/** Whether there is so much more of the events than the cap that trimming pays: counted, or in bytes. */
export const isOverCap = (count: number, cap: number): boolean => count > cap + cap / 5;

/**
 * The `seq` of the first event that is kept: 90 days on the org's clock (facts: system-log §2), and not more than `cap`.
 * @param events by their places: their times alone are asked for
 * @param now milliseconds since 1970
 */
export function keptFrom(events: Pick<Timeline<Row>, 'size' | 'timeAt' | 'seqAt'>, now: number, cap: number): number {
  const { size } = events;
  let at = Math.max(0, size - cap);
  while (at < size && events.timeAt(at) < now - RETENTION_MS) at += 1;
  if (at < size) return events.seqAt(at);
  return size === 0 ? 1 : events.seqAt(size - 1) + 1;
}
