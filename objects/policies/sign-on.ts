import type { ReadContext } from '../../contract/context.js';
import { objectOf } from '../../contract/given.js';
import type { UserRow } from '../../store/rows/users.js';
import { type Applied, type Attempt, at, personOf, ruleFor, ruleHolds } from './evaluate.js';

/** What the sign-on policy says of one attempt of one person. */
export interface SignOn {
  /** The policy and the rule that say it; absent in an org that has no sign-on policy at all, where all may sign in. */
  readonly applied?: Applied;
  /** CHALLENGE: a chain of factors is asked for in place of a password. */
  readonly access: 'ALLOW' | 'DENY' | 'CHALLENGE';
  /** Whether a second factor is asked for. */
  readonly requireFactor: boolean;
  /** How often: at each sign-in, once for a device, once in `factorLifetime`. */
  readonly factorPromptMode: 'ALWAYS' | 'DEVICE' | 'SESSION';
  /** Minutes that a second factor counts for; 0 where nothing is said. */
  readonly factorLifetime: number;
  readonly rememberDeviceByDefault: boolean;
  readonly session: {
    /** Minutes without use after which the session ends. */
    readonly maxSessionIdleMinutes: number;
    /** Minutes after which it ends anyway; 0: never. */
    readonly maxSessionLifetimeMinutes: number;
    readonly usePersistentCookie: boolean;
  };
}

const numberOf = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);

/**
 * What applies when this user signs in: the first rule of the first policy that holds for the person, the address and
 * the rest of the attempt (facts: policy-applicability).
 */
export function signOnRuleFor(ctx: Pick<ReadContext, 'store'>, user: UserRow, attempt: Attempt): SignOn {
  const person = personOf(ctx, user);
  const applied = ruleFor(ctx, 'OKTA_SIGN_ON', person, (rule) => ruleHolds(ctx, rule, person, attempt));
  const signon = objectOf(applied?.rule.actions.signon) ?? {};
  const { access, factorPromptMode: mode } = signon;
  const lifetime = at(signon, 'session', 'maxSessionLifetimeMinutes');
  return {
    ...(applied ? { applied } : {}),
    access: access === 'DENY' || access === 'CHALLENGE' ? access : 'ALLOW',
    requireFactor: signon.requireFactor === true,
    factorPromptMode: mode === 'DEVICE' || mode === 'SESSION' ? mode : 'ALWAYS',
    factorLifetime: numberOf(signon.factorLifetime, 0),
    rememberDeviceByDefault: signon.rememberDeviceByDefault === true,
    session: {
      maxSessionIdleMinutes: numberOf(at(signon, 'session', 'maxSessionIdleMinutes'), 120),
      maxSessionLifetimeMinutes: numberOf(lifetime, 0),
      usePersistentCookie: at(signon, 'session', 'usePersistentCookie') === true,
    },
  };
}
