import type { Route } from '../contract/routes.js';

const JSON_ONLY = ['application/json'];

/** What an operation answers with. */
const producedBy = (route: Route): readonly string[] => ('produces' in route ? route.produces : JSON_ONLY);

/** Whether one range of an Accept header, such as `application/*;q=0.5`, lets this media type through. */
function lets(range: string, type: string): boolean {
  const [name = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  if (parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter))) return false;
  const [whole = ''] = type.split('/');
  return name === '*/*' || name === `${whole}/*` || name === type;
}

/**
 * Whether a client takes what the operation answers with; without an Accept header it takes all, and where nothing is
 * answered there is nothing to take (facts: conventions §3).
 */
export function isAcceptable(route: Route, accept: string | undefined): boolean {
  // Nearly every client sends one of these.
  if (accept === undefined || accept === '*/*' || (accept === 'application/json' && !('produces' in route)))
    return true;
  if (accept.trim() === '' || route.status === 204) return true;
  const ranges = accept.split(',');
  return producedBy(route).some((type) => ranges.some((range) => lets(range, type)));
}
