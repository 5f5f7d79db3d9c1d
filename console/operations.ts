import { rows } from 'mockta:operations';
import { below } from './below.js';

/** An operation of the contract, as far as lists and searches need it. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  /** Without `/api/v1`. */
  readonly path: string;
  readonly group: string;
  readonly summary: string;
  /** A query that tells the operation from another of the same path. */
  readonly when: Readonly<Record<string, string>>;
  readonly params: readonly string[];
}

/** A request that leads to an operation, with the values of its path. */
export interface Routed {
  readonly op: Operation;
  readonly values: Readonly<Record<string, string>>;
}

export const operations: readonly Operation[] = rows.map(([id, method, path, group, summary, when = {}]) => {
  const params = [...path.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? '');
  return { id, method, path, group, summary, when, params };
});

export const byId: ReadonlyMap<string, Operation> = new Map(operations.map((op) => [op.id, op]));
export const groups: readonly string[] = [...new Set(operations.map((op) => op.group))].sort();
export const METHODS = ['get', 'post', 'put', 'delete'] as const;

/** The page of an operation, with values for its path and query. */
export function linkTo(id: string, values: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(values).toString();
  return below(`/_sandbox/explorer/${id}${query ? `?${query}` : ''}`);
}

const shapes = operations.map((op) => ({ op, segments: op.path.split('/').slice(1) }));

/** Text of a path as it was before it was encoded; as it is where it never was. */
export const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** The values of a path's parameters where it fits, and how many of its segments are literal. */
function match(segments: readonly string[], given: readonly string[]) {
  const values: Record<string, string> = {};
  let literal = 0;
  for (const [at, segment] of segments.entries()) {
    const found = given[at] ?? '';
    if (found === '') return undefined;
    if (segment.startsWith('{')) values[segment.slice(1, -1)] = decoded(found);
    else if (segment === found) literal += 1;
    else return undefined;
  }
  return { values, literal };
}

/** The operation that a method and a path or URL of the API lead to. */
export function route(method: string | undefined, path: string): Routed | undefined {
  const plain = path.replace(/^https?:\/\/[^/]+/, '').replace(/^\/api\/v1/, '');
  const given = plain
    .replace(/[?#].*$/, '')
    .split('/')
    .slice(1);
  let best: (Routed & { literal: number }) | undefined;
  for (const { op, segments } of shapes) {
    if (segments.length !== given.length || (method !== undefined && op.method !== method)) continue;
    const found = match(segments, given);
    if (found && (!best || found.literal > best.literal)) best = { op, ...found };
  }
  return best;
}

const pairs = (text: string): Set<string> =>
  new Set([...text.toLowerCase()].map((letter, at, all) => letter + (all[at + 1] ?? '')));

/** The operations whose id is most like the one given. */
export function nearest(id: string, count = 5): Operation[] {
  const wanted = pairs(id);
  const likeness = (op: Operation): number => {
    const have = pairs(op.id);
    return (2 * [...have].filter((pair) => wanted.has(pair)).length) / (have.size + wanted.size);
  };
  const scored = operations.map((op) => ({ op, score: likeness(op) }));
  return scored
    .sort((a, b) => b.score - a.score)
    .slice(0, count)
    .map(({ op }) => op);
}
