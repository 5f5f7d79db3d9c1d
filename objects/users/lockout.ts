import type { Context, JobContext } from '../../contract/context.js';
import type { UserRow } from '../../store/rows/users.js';
import { type DueKind, SCHEDULE_LOCKOUTS, schedule, UNLOCK } from '../due.js';
import { CHANGE, LOOK, walk } from '../job.js';
import { transition } from '../lifecycle.js';
import { changeUser, moveUser } from './change.js';
import { mail } from './mail.js';
import { type PasswordRules, rulesFor } from './passwords/policy.js';
import { userLifecycle } from './states.js';

const MINUTE = 60_000;

/** Counts a wrong password, and locks the user out when the policy's limit is reached. */
export function countFailure(ctx: Context, user: UserRow): void {
  const { maxAttempts } = rulesFor(ctx, user);
  const failedAttempts = (user.failedAttempts ?? 0) + 1;
  if (maxAttempts > 0 && failedAttempts >= maxAttempts && user.status !== 'STAGED') lockOut(ctx, user, failedAttempts);
  else changeUser(ctx, user, { failedAttempts });
}

/**
 * Locks a user out, and says when that ends.
 * @throws OktaError 403 E0000038 in a status that knows no lockout
 */
export function lockOut(ctx: Context, user: UserRow, failedAttempts = user.failedAttempts ?? 0): void {
  const status = transition(userLifecycle, 'lock', user.status, user);
  const after = moveUser(ctx, user, status, { failedAttempts }, [['user.account.lock', { severity: 'WARN' }]]);
  if (rulesFor(ctx, after).lockoutMail) mail(ctx, after, 'lockout');
  scheduleEnd(ctx, after);
}

/** When a lockout ends by itself, in milliseconds since 1970; undefined where only an administrator ends it. */
function endOf({ statusChanged }: UserRow, { autoUnlockMinutes }: PasswordRules): number | undefined {
  return autoUnlockMinutes > 0 && statusChanged !== null
    ? Date.parse(statusChanged) + autoUnlockMinutes * MINUTE
    : undefined;
}

/** Has the lockout of a user end when the policy says; where it says never, not by itself. */
function scheduleEnd(ctx: JobContext, user: UserRow): void {
  const at = endOf(user, rulesFor(ctx, user));
  if (at !== undefined) schedule(ctx, { at, kind: UNLOCK, of: user.id });
}

/**
 * Unlocks a user whose lockout the policy ends by now. A job of the org: it is nobody's request
 * (facts: policy-applicability, system-log-events §D).
 */
export const unlock: DueKind = {
  kind: UNLOCK,
  act: (ctx, id, budget) => {
    budget.steps -= LOOK;
    const user = ctx.store.users.get(id);
    if (user?.status !== 'LOCKED_OUT') return;
    const end = endOf(user, rulesFor(ctx, user));
    if (end === undefined || end > ctx.clock.now()) return scheduleEnd(ctx, user);
    // The row and its event, and the look for the policy.
    budget.steps -= 2 * CHANGE;
    const status = transition(userLifecycle, 'unlock', user.status, user);
    moveUser(ctx, user, status, { failedAttempts: 0 }, [['user.account.unlock', { job: true }]], budget);
  },
};

/** Schedules the end of every lockout; `of` is the `seq` of the last user that was looked at. */
export const scheduleLockouts: DueKind = {
  kind: SCHEDULE_LOCKOUTS,
  act: (ctx, of, budget) => {
    const from = { cursor: Number(of), within: { index: 'status', key: 'LOCKED_OUT' } } as const;
    const seq = walk(ctx.store.users, from, budget, (user) => {
      budget.steps -= CHANGE;
      scheduleEnd(ctx, user);
    });
    if (seq !== undefined) schedule(ctx, { at: 0, kind: SCHEDULE_LOCKOUTS, of: `${seq}` });
  },
};
