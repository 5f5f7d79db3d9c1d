import type { OktaError } from '../contract/errors.js';

/** One action: where it leads from each status that allows it, and how Okta refuses it from the others. */
export interface Transition<S extends string, Facts> {
  /** By status: the next status, or how it follows from what is known of the object. */
  readonly from: { readonly [K in S]?: S | ((facts: Facts) => S) };
  refuse(status: S, facts: Facts): OktaError;
}

/** A life cycle as a table: the one place that says what is allowed, for the handlers, the links and the tests. */
export type Lifecycle<S extends string, A extends string, Facts> = Readonly<Record<A, Transition<S, Facts>>>;

/** Types a table; it stays plain data. */
export const defineLifecycle =
  <S extends string, Facts>() =>
  <A extends string>(table: Lifecycle<S, A, Facts>): Lifecycle<S, A, Facts> =>
    table;

/** Whether the action is allowed in this status. */
export const allows = <S extends string, A extends string, Facts>(
  table: Lifecycle<S, A, Facts>,
  action: A,
  status: S,
): boolean => table[action].from[status] !== undefined;

/**
 * The status that an action leads to.
 * @throws OktaError the action's own refusal, where the status does not allow it
 */
export function transition<S extends string, A extends string, Facts>(
  table: Lifecycle<S, A, Facts>,
  action: A,
  status: S,
  facts: Facts,
): S {
  const to: S | ((facts: Facts) => S) | undefined = table[action].from[status];
  if (to === undefined) throw table[action].refuse(status, facts);
  return typeof to === 'function' ? to(facts) : (to as S);
}
