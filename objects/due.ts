import type { Context } from '../contract/context.js';
import type { PolicyRow } from '../store/rows/policies.js';
import type { Store } from '../store/types.js';

/** Work that an org does by itself as its clock goes on: one transaction, on behalf of nobody. */
export type DueWork = (ctx: Context) => void;

/** Minutes after which a password policy ends a lockout; 0 for never. */
function autoUnlockMinutes({ settings }: PolicyRow): number {
  const { password } = settings as { password?: { lockout?: { autoUnlockMinutes?: unknown } } };
  const minutes = password?.lockout?.autoUnlockMinutes;
  return typeof minutes === 'number' ? minutes : 0;
}

/** Whether a lockout may have ended: some policy ends them by itself, and somebody is locked out for that long. */
function someLockoutMayEnd(store: Store, now: number): boolean {
  let least = Number.POSITIVE_INFINITY;
  for (const policy of store.policies.where('type', 'PASSWORD')) {
    const minutes = autoUnlockMinutes(policy);
    if (minutes > 0) least = Math.min(least, minutes);
  }
  if (least === Number.POSITIVE_INFINITY) return false;
  const before = now - least * 60_000;
  return store.users
    .where('status', 'LOCKED_OUT')
    .some(({ statusChanged }) => statusChanged !== null && Date.parse(statusChanged) <= before);
}

/**
 * How to load the work that may be due; undefined where none is. Every request asks, so it is a few look-ups, and what
 * it needs is loaded with the first one.
 * @param now milliseconds since 1970 on the org's clock
 */
export const dueWork = (store: Store, now: number): (() => Promise<DueWork>) | undefined =>
  someLockoutMayEnd(store, now) ? async () => (await import('./users/lockout.js')).unlockDue : undefined;
