import type { Context } from '../../contract/context.js';
import type { UserRow } from '../../store/rows/users.js';
import { applyRules } from '../groups/rules/apply.js';
import { transition } from '../lifecycle.js';
import { userTarget } from '../logs/targets.js';
import { mail } from './mail.js';
import { type PasswordRules, rulesFor } from './passwords/policy.js';
import { userLifecycle } from './states.js';

const MINUTE = 60_000;

/** Counts a wrong password, and locks the user out when the policy's limit is reached. */
export function countFailure(ctx: Context, user: UserRow): void {
  const rules = rulesFor(ctx, user);
  const failedAttempts = (user.failedAttempts ?? 0) + 1;
  const locks = rules.maxAttempts > 0 && failedAttempts >= rules.maxAttempts && user.status !== 'STAGED';
  const status = locks ? transition(userLifecycle, 'lock', user.status, user) : user.status;
  const changed = locks ? { statusChanged: ctx.now(), lastUpdated: ctx.now() } : {};
  const after = ctx.store.users.update(user.id, { ...changed, status, failedAttempts });
  if (!locks) return;
  ctx.log('user.account.lock', [userTarget(after)], { severity: 'WARN' });
  if (rules.lockoutMail) mail(ctx, after, 'lockout');
  applyRules(ctx, after);
}

/** When a lockout ends by itself, in milliseconds since 1970; undefined where only an administrator ends it. */
function endOf({ statusChanged }: UserRow, { autoUnlockMinutes }: PasswordRules): number | undefined {
  return autoUnlockMinutes > 0 && statusChanged !== null
    ? Date.parse(statusChanged) + autoUnlockMinutes * MINUTE
    : undefined;
}

/**
 * Unlocks every user whose lockout the policy ends by now. A job of the org: it is nobody's request
 * (facts: policy-applicability, system-log-events §D).
 */
export function unlockDue(ctx: Context): void {
  const now = ctx.clock.now();
  for (const user of ctx.store.users.where('status', 'LOCKED_OUT')) {
    const end = endOf(user, rulesFor(ctx, user));
    if (end === undefined || end > now) continue;
    const status = transition(userLifecycle, 'unlock', user.status, user);
    const changes = { status, statusChanged: ctx.now(), lastUpdated: ctx.now(), failedAttempts: 0 };
    const after = ctx.store.users.update(user.id, changes);
    ctx.log('user.account.unlock', [userTarget(after)], { job: true });
    applyRules(ctx, after);
  }
}
