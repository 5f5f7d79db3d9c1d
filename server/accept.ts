import { preferred } from '../contract/media.js';
import type { Route } from '../contract/routes.js';

const JSON_ONLY: readonly string[] = ['application/json'];

/** What an operation answers with. */
const producedBy = (route: Route): readonly string[] => ('produces' in route ? route.produces : JSON_ONLY);

/**
 * Whether a client takes what the operation answers with; without an Accept header it takes all, and where nothing is
 * answered there is nothing to take (facts: conventions §3).
 */
export function isAcceptable(route: Route, accept: string | undefined): boolean {
  // Nearly every client sends one of these.
  if (accept === undefined || accept === '*/*' || (accept === 'application/json' && !('produces' in route)))
    return true;
  return route.status === 204 || preferred(accept, producedBy(route)) !== undefined;
}
