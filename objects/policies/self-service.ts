import type { ReadContext } from '../../contract/context.js';
import { textsOf } from '../../contract/given.js';
import type { UserRow } from '../../store/rows/users.js';
import { type Applied, type Attempt, at, personOf, ruleFor, ruleHolds } from './evaluate.js';

/** What people may do about their own passwords, as the rule of the password policy says. */
export interface SelfService {
  /** The policy and the rule that say it; without one nothing is allowed. */
  readonly applied?: Applied;
  readonly change: boolean;
  readonly reset: boolean;
  readonly unlock: boolean;
  /** Ways to prove who one is for a reset, such as `email` and `sms`; none where the rule names none. */
  readonly resetMethods: readonly string[];
}

/** What this user may do without an administrator, calling from there (facts: policy §Default rules). */
export function selfServiceFor(ctx: Pick<ReadContext, 'store'>, user: UserRow, attempt: Attempt): SelfService {
  const person = personOf(ctx, user);
  const applied = ruleFor(ctx, 'PASSWORD', person, (rule) => ruleHolds(ctx, rule, person, attempt));
  const allows = (action: string): boolean => at(applied?.rule.actions, action, 'access') === 'ALLOW';
  return {
    ...(applied ? { applied } : {}),
    change: allows('passwordChange'),
    reset: allows('selfServicePasswordReset'),
    unlock: allows('selfServiceUnlock'),
    resetMethods: textsOf(at(applied?.rule.actions, 'selfServicePasswordReset', 'requirement', 'primary', 'methods')),
  };
}
