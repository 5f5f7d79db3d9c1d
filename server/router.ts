import type { Route } from '../contract/routes.js';
import { type Alias, aliases } from '../generated/aliases.js';
import { routes } from '../generated/routes.js';
import { bucketOf } from './limits.js';

/** What a path and method lead to. `bucket` names the rate limit that the route counts against. */
export interface Match {
  readonly route: Route;
  readonly bucket: string;
  readonly params: Readonly<Record<string, string>>;
  /** The newer path that it was asked under, where it was. */
  readonly alias?: Alias | undefined;
}

interface Leaf {
  readonly route: Route;
  readonly alias?: Alias;
  readonly bucket: string;
  readonly names: readonly string[];
}

interface Node {
  readonly literals: Map<string, Node>;
  parameter?: Node;
  /** By method; several where a query parameter decides (`when`). */
  readonly leaves: Map<string, Leaf[]>;
}

const node = (): Node => ({ literals: new Map(), leaves: new Map() });

/** The node that a literal segment leads to, made where there is none yet. */
function below(at: Node, segment: string): Node {
  let next = at.literals.get(segment);
  if (!next) at.literals.set(segment, (next = node()));
  return next;
}

const root = node();

/** What nearly every request begins with, and where it leads. */
const API = '/api/v1/';
const api = below(below(root, 'api'), 'v1');

/** Plants an operation at its path, or at a newer one. */
function plant(route: Route, path: string, alias?: Alias): void {
  const names: string[] = [];
  let at = root;
  for (const segment of path.split('/').slice(1)) {
    if (segment.startsWith(':')) {
      names.push(segment.slice(1));
      at.parameter ??= node();
      at = at.parameter;
    } else at = below(at, segment);
  }
  const method = route.method.toUpperCase();
  const leaf: Leaf = { route, bucket: bucketOf(route.method, path), names, ...(alias ? { alias } : {}) };
  at.leaves.set(method, [...(at.leaves.get(method) ?? []), leaf]);
}

for (const route of routes as readonly Route[]) plant(route, route.path);
for (const alias of aliases) {
  const route = (routes as readonly Route[]).find(({ operationId }) => operationId === alias.operationId);
  if (route) plant(route, alias.path, alias);
}

const SLASH = '/'.charCodeAt(0);

/**
 * Walks literal segments before parameters, from this place of the path on; steps back where a literal led nowhere.
 * Slashes count as one, and none at the end (facts: recorded-shapes §1, conventions §1).
 */
function find(from: Node, path: string, start: number, values: string[]): Node | undefined {
  let begin = start;
  while (path.charCodeAt(begin) === SLASH) begin += 1;
  if (begin >= path.length) return from.leaves.size > 0 ? from : undefined;
  const slash = path.indexOf('/', begin);
  const end = slash < 0 ? path.length : slash;
  const segment = path.slice(begin, end);
  const literal = from.literals.get(segment);
  const found = literal && find(literal, path, end, values);
  if (found || from.parameter === undefined) return found;
  values.push(segment);
  const behind = find(from.parameter, path, end, values);
  if (!behind) values.pop();
  return behind;
}

/** Path segments after collapsing `//` and a trailing slash (facts: recorded-shapes §1, conventions §1). */
export function segmentsOf(path: string): string[] {
  const segments: string[] = [];
  for (let from = 0; from < path.length; ) {
    const slash = path.indexOf('/', from);
    const end = slash < 0 ? path.length : slash;
    if (end > from) segments.push(path.slice(from, end));
    from = end + 1;
  }
  return segments;
}

/** Two operations share one path and differ in a query value; without it the first of them, `false`, is meant. */
const chosen = (leaves: readonly Leaf[], search: string): Leaf | undefined => {
  if (leaves.length === 1) return leaves[0];
  const query = new URLSearchParams(search);
  const fits = (leaf: Leaf): boolean =>
    'when' in leaf.route &&
    Object.entries(leaf.route.when).every(([name, value]) => (query.get(name)?.toLowerCase() ?? 'false') === value);
  return leaves.find(fits) ?? leaves[0];
};

/** What was asked for last, and the operation that it meant: who polls asks for the same. */
let last:
  | { readonly method: string; readonly path: string; readonly search: string; readonly found: Match }
  | undefined;

/**
 * The operation that a request means.
 * @param path the path, percent-encoded as sent, without the query
 * @param search the query without `?`
 * @returns the match; `methods` where only other methods are known there; undefined where nothing is.
 * @throws URIError where a parameter is not valid percent-encoding
 */
export function match(
  method: string,
  path: string,
  search: string,
): Match | { readonly methods: string[] } | undefined {
  if (last && path === last.path && method === last.method && search === last.search) return last.found;
  const found = matched(method, path, search);
  if (found && 'route' in found) last = { method, path, search, found };
  return found;
}

function matched(method: string, path: string, search: string): ReturnType<typeof match> {
  const values: string[] = [];
  const found = path.startsWith(API) ? find(api, path, API.length, values) : find(root, path, 0, values);
  if (!found) return undefined;
  const leaves = found.leaves.get(method === 'HEAD' ? 'GET' : method);
  const leaf = leaves && chosen(leaves, search);
  if (!leaf) return { methods: [...found.leaves.keys()] };
  const params: Record<string, string> = {};
  for (let i = 0; i < leaf.names.length; i++) {
    const value = values[i] ?? '';
    params[leaf.names[i] as string] = value.includes('%') ? decodeURIComponent(value) : value;
  }
  return { route: leaf.route, bucket: leaf.bucket, params, alias: leaf.alias };
}
