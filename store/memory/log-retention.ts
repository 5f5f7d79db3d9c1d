import type { LogRow } from '../rows/logs.js';

const RETENTION_MS = 90 * 24 * 60 * 60 * 1000;

/** How many events an org keeps at most. */
export const LOG_CAP = 250_000;

/** Whether there is so much more of the events than the cap that trimming pays: counted, or in bytes. */
export const isOverCap = (count: number, cap: number): boolean => count > cap + cap / 5;

/**
 * The `seq` of the first event that is kept: 90 days on the org's clock (facts: system-log §2), and not more than `cap`.
 * @param count how many events there are
 * @param event the n-th of them from 0, oldest first; few are asked for
 * @param now milliseconds since 1970
 */
export function keptFrom(count: number, event: (n: number) => LogRow, now: number, cap: number): number {
  let at = Math.max(0, count - cap);
  while (at < count && event(at).at < now - RETENTION_MS) at += 1;
  if (at < count) return event(at).seq;
  return count === 0 ? 1 : event(count - 1).seq + 1;
}
