import type { ReadContext } from '../../contract/context.js';
import type { UserRow } from '../../store/rows/users.js';
import { isTurnedOff } from '../authenticators/find.js';
import { type Enrolment, enrolmentFor, enrolSelf } from '../policies/enrolment.js';
import { type FactorKind, factorKinds } from './kinds.js';

/** A kind that a user may enrol. */
export interface AllowedKind {
  readonly kind: FactorKind;
  readonly enrollment: 'OPTIONAL' | 'REQUIRED';
}

/**
 * Whether the enrolment policy lets a user have a kind of factor. What it does not speak of is open as long as nobody
 * turned its authenticator off: a new org has set up few, and the sandbox needs no provider for the others.
 */
export function allowance(
  ctx: Pick<ReadContext, 'store'>,
  enrolment: Enrolment,
  { factorType, provider }: FactorKind,
): AllowedKind['enrollment'] | undefined {
  const self = enrolSelf(enrolment, factorType, provider);
  if (self === 'NOT_ALLOWED') return undefined;
  if (self === undefined) return isTurnedOff(ctx, factorType, provider) ? undefined : 'OPTIONAL';
  return self;
}

/** The kinds that a user may enrol, in the order of the catalog. */
export function allowedKinds(ctx: Pick<ReadContext, 'store'>, user: UserRow): AllowedKind[] {
  const enrolment = enrolmentFor(ctx, user);
  return factorKinds.flatMap((kind): AllowedKind[] => {
    const enrollment = allowance(ctx, enrolment, kind);
    const isSpoken = enrolSelf(enrolment, kind.factorType, kind.provider) !== undefined;
    return enrollment && (isSpoken || kind.usual) ? [{ kind, enrollment }] : [];
  });
}
