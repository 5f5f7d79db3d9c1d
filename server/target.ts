import { forLast } from '../store/for-last.js';
import { meantBy } from './carried-query.js';

/** Path and query of a request target, as sent; a client of a proxy sends scheme and host before them. */
export function splitTarget(target: string): [path: string, search: string] {
  const url = target.startsWith('/') ? target : target.replace(/^https?:\/\/[^/?#]*/i, '');
  const at = url.indexOf('?');
  return at < 0 ? [url, ''] : [url.slice(0, at), url.slice(at + 1)];
}

/** What is asked for. */
interface Asked {
  readonly target: string;
  readonly path: string;
  /** The query that is meant. */
  readonly search: string;
}

/**
 * Path and query of a request target, as they are meant. The last ones are given again: who polls asks for the same, and
 * wherever the same text is compared later, that takes no look at its letters.
 */
export const askedFor = forLast((target: string): Asked => {
  const [path, query] = splitTarget(target);
  return { target, path, search: query === '' ? '' : meantBy(query) };
});
