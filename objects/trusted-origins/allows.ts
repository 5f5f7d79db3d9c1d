import type { OriginScope, TrustedOriginRow } from '../../store/rows/trusted-origins.js';
import type { Store } from '../../store/types.js';
import { fitsPattern } from './origin.js';

/** Whether an active trusted origin lets this origin do so (facts: trusted-origin, Effects). */
export function allowsOrigin(
  store: Pick<Store, 'trustedOrigins'>,
  origin: string,
  scope: OriginScope['type'],
): boolean {
  const lets = ({ status, scopes }: TrustedOriginRow): boolean =>
    status === 'ACTIVE' && scopes.some(({ type }) => type === scope);
  const known = store.trustedOrigins.by('origin', origin);
  if (known && lets(known)) return true;
  return store.trustedOrigins.where('pattern', 'pattern').some((row) => lets(row) && fitsPattern(origin, row.origin));
}
