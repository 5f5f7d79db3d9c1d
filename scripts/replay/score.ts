import type { ResourceGroup } from '../../contract/routes.js';
import { paths } from '../../generated/paths.js';
import { routes } from '../../generated/routes.js';
import { type Exchange, keyOf } from './corpus.js';

/** What the player wrote about one exchange that it sent. */
export interface Traced {
  readonly cassette: string;
  readonly seq: number;
  readonly op: string;
  readonly expected: number;
  readonly got: number;
  readonly exact: boolean;
  /** Nothing of the recorded list can be told apart here: not counted for exactness. */
  readonly unverifiable: boolean;
}

/** What the player counted for one operation; `n` is 0 where it was asked to score others only. */
export interface Counted {
  readonly op: string;
  readonly n: number;
  readonly blocked: number;
}

/** Exchanges that count, and how they went. */
export interface Figures {
  /** Exchanges that could be played, blocked ones among them. */
  readonly played: number;
  readonly exact: number;
  /** Those that count for exactness. */
  readonly verifiable: number;
  readonly status: number;
  /** Not sent: the sandbox had failed to make what they name. */
  readonly blocked: number;
}

/** One operation's figures. */
export interface Score extends Figures {
  readonly operationId: string;
  readonly group: ResourceGroup;
}

/** Operations by method and path template: three of them have no id of Okta's own in the recordings. */
const routeOf = new Map(routes.map((route) => [`${route.method.toUpperCase()} ${paths[route.operationId]}`, route]));

/** The operations of the recordings, by what the player calls them. */
function opsOf(corpus: readonly Exchange[]): Map<string, { operationId: string; group: ResourceGroup }> {
  const ops = new Map<string, { operationId: string; group: ResourceGroup }>();
  for (const { op, operationId } of corpus) {
    const route = routes.find((one) => one.operationId === operationId) ?? routeOf.get(op);
    if (route) ops.set(op, { operationId: route.operationId, group: route.group });
  }
  return ops;
}

/** Scores the operations. */
export function score(corpus: readonly Exchange[], counted: readonly Counted[], trace: readonly Traced[]): Score[] {
  const ops = opsOf(corpus);
  const scores = new Map<string, Score>();
  const add = (op: string, more: Figures): void => {
    const of = ops.get(op);
    if (!of) return;
    const had = scores.get(op) ?? { ...of, ...sum([]) };
    scores.set(op, { ...of, ...sum([had, more]) });
  };
  for (const { op, blocked } of counted) {
    if (blocked > 0) add(op, { played: blocked, exact: 0, verifiable: blocked, status: 0, blocked });
  }
  const scored = new Set(counted.filter(({ n }) => n > 0).map(({ op }) => op));
  for (const one of trace) {
    if (!scored.has(one.op)) continue;
    const counts = one.unverifiable ? 0 : 1;
    const status = one.got === one.expected ? 1 : 0;
    add(one.op, { played: 1, exact: one.exact ? counts : 0, verifiable: counts, status, blocked: 0 });
  }
  return [...scores.values()].sort((a, b) => (a.group + a.operationId < b.group + b.operationId ? -1 : 1));
}

/** The refusals of each operation that recordings hold: status and code of Okta, in order. */
export function refusalsOf(corpus: readonly Exchange[]): Map<string, string[]> {
  const ops = opsOf(corpus);
  const found = new Map<string, Set<string>>();
  for (const { op, status, responseBody } of corpus) {
    const { errorCode } = (responseBody ?? {}) as { errorCode?: unknown };
    const of = ops.get(op);
    if (!of || status < 400 || typeof errorCode !== 'string') continue;
    found.set(of.operationId, (found.get(of.operationId) ?? new Set()).add(`${status} ${errorCode}`));
  }
  return new Map([...found].map(([operationId, refusals]) => [operationId, [...refusals].sort()]));
}

/** Adds figures up. */
export function sum(all: readonly Figures[]): Figures {
  const total = (of: (figures: Figures) => number): number => all.reduce((added, one) => added + of(one), 0);
  return {
    played: total((f) => f.played),
    exact: total((f) => f.exact),
    verifiable: total((f) => f.verifiable),
    status: total((f) => f.status),
    blocked: total((f) => f.blocked),
  };
}

/** The keys of the written operations' exchanges that were reproduced exactly, by group. */
export function reachedKeys(corpus: readonly Exchange[], trace: readonly Traced[]): Map<ResourceGroup, string[]> {
  const ops = opsOf(corpus);
  const keys = new Map<ResourceGroup, string[]>();
  for (const one of trace) {
    const group = ops.get(one.op)?.group;
    if (!one.exact || one.unverifiable || group === undefined) continue;
    const had = keys.get(group);
    if (had) had.push(keyOf(one));
    else keys.set(group, [keyOf(one)]);
  }
  return keys;
}
