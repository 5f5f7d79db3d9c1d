import type { LogRow } from './rows/org.js';

const RETENTION_MS = 90 * 24 * 60 * 60 * 1000;

/** How many events an org keeps at most. */
export const LOG_CAP = 250_000;

/** Whether there are so many more events than the cap that trimming pays. */
export const isOverCap = (count: number, cap: number): boolean => count > cap + cap / 5;

/**
 * The `seq` of the first event that is kept: 90 days on the org's clock (facts: system-log §2), and not more than `cap`.
 * @param rows every event, oldest first
 * @param now milliseconds since 1970
 */
export function keptFrom(rows: readonly LogRow[], now: number, cap: number): number {
  let at = Math.max(0, rows.length - cap);
  while (at < rows.length && (rows[at] as LogRow).at < now - RETENTION_MS) at += 1;
  return rows[at]?.seq ?? (rows.at(-1)?.seq ?? 0) + 1;
}
