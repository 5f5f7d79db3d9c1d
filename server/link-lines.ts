import type { Paging } from '../contract/reply.js';
import { forLast } from '../store/for-last.js';
import { carrying } from './carried-query.js';
import { linesOf } from './heads.js';

/** What was asked for: scheme, host, path and query. */
export interface Target {
  readonly base: string;
  readonly path: string;
  readonly search: string;
}

/** The Link headers of a list. */
export interface LinkLines {
  readonly values: readonly string[];
  /** The same as lines of a head; undefined where Node has to look at them. */
  readonly lines: string | undefined;
}

/** Characters of a link. Node's clients read no more than 16 KB of headers, and both links stand in them. */
const MAX_LINK = 4096;

/** What a query asks for besides the cursor that it has, each written as links have it. */
interface Asked {
  /** All of it, in its order. */
  readonly asked: readonly string[];
  /** The same without the limit. */
  readonly rest: readonly string[];
  readonly after: string | null;
}

/** Takes a query apart. Who polls asks the same again. */
const askedBy = forLast((search: string): Asked => {
  const given = new URLSearchParams(search);
  const asked: string[] = [];
  const rest: string[] = [];
  for (const [name, value] of given) {
    if (name === 'after') continue;
    const text = new URLSearchParams([[name, value]]).toString();
    asked.push(text);
    if (name !== 'limit') rest.push(text);
  }
  return { asked, rest, after: given.get('after') };
});

/** `self` always, `next` unless it is the last page; one header line for each (facts: recorded-shapes §1). */
function linkValues(target: Target, paging: Paging): string[] {
  const { asked, rest, after } = askedBy(target.search);
  const plain = paging.asAsked ? asked : paging.limit === undefined ? rest : [`limit=${paging.limit}`, ...rest];
  const url = (query: readonly string[]): string =>
    `${target.base}${target.path}${query.length > 0 ? `?${query.join('&')}` : ''}`;
  const cursor = (value: string): string => `after=${encodeURIComponent(value)}`;
  const page = (value: string): string[] => (paging.asAsked ? [...plain, cursor(value)] : [cursor(value), ...plain]);
  const self = url(after ? page(after) : plain);
  // Where a query is very long, nothing shows the way here, and the cursor alone the way on.
  const links = self.length > MAX_LINK ? [] : [`<${self}>; rel="self"`];
  if (paging.next === undefined) return links;
  const query = page(paging.next);
  const next = url(query);
  links.push(`<${next.length > MAX_LINK ? url([cursor(carrying(query.join('&')))]) : next}>; rel="next"`);
  return links;
}

const isSame = (a: Last, { base, path, search }: Target, { limit, asAsked, next }: Paging): boolean =>
  a.next === next &&
  a.search === search &&
  a.path === path &&
  a.base === base &&
  a.limit === limit &&
  a.asAsked === asAsked;

interface Last extends Target, Paging {
  readonly links: LinkLines;
}

/** The last ones: who polls is shown the same again. */
let last: Last | undefined;

/** The Link headers of a page, by what was asked for and where the next page begins. */
export function linkLines(target: Target, paging: Paging): LinkLines {
  if (last && isSame(last, target, paging)) return last.links;
  const { base, path, search } = target;
  const values = linkValues(target, paging);
  last = { base, path, search, ...paging, links: { values, lines: linesOf('Link', values) } };
  return last.links;
}
