import type { Row } from '../store/rows/common.js';

/** A row that stands in a list by priority: policies of a type, rules of a policy. */
export interface Ranked extends Row {
  /** 1 is first; a list has 1..n and no gap. */
  readonly priority: number;
  /** Okta's own: stands after every row that a client made. */
  readonly system: boolean;
}

/** Where shifted rows are kept. */
interface Ranks {
  update(id: string, changes: { readonly priority: number; readonly lastUpdated: string }): unknown;
}

/** By priority, the system's own last; by age where two rows say the same. */
const byPriority = (a: Ranked, b: Ranked): number =>
  Number(a.system) - Number(b.system) || a.priority - b.priority || a.seq - b.seq;

/** The rows of a list in the order in which they are tried. */
export const inOrder = <R extends Ranked>(siblings: readonly R[]): R[] => [...siblings].sort(byPriority);

/** The place in `0..length` that a priority asks for: none and one past the end are the end (facts: policy §Priority). */
function placeOf(wanted: number | null | undefined, length: number): number {
  if (wanted === undefined || wanted === null || Number.isNaN(wanted)) return length;
  return Math.min(Math.max(Math.trunc(wanted) - 1, 0), length);
}

/**
 * Gives every row the number of its place, which changes it as anything else does; `undefined` stands for a row that is
 * not there yet.
 */
function number(ranks: Ranks, order: readonly (Ranked | undefined)[], lastUpdated: string): void {
  for (const [place, row] of order.entries()) {
    if (row && row.priority !== place + 1) ranks.update(row.id, { priority: place + 1, lastUpdated });
  }
}

/**
 * Makes room in a list for a row that a client adds: those from there on move back by one.
 * @param siblings every row of the list, in any order
 * @param now when those that move are changed
 * @param wanted the priority asked for; without one the row comes last, before the system's own
 * @returns the priority that the new row is to be inserted with
 */
export function makeRoom(ranks: Ranks, siblings: readonly Ranked[], now: string, wanted?: number | null): number {
  const order: (Ranked | undefined)[] = inOrder(siblings);
  const place = placeOf(wanted, siblings.filter((row) => !row.system).length);
  order.splice(place, 0, undefined);
  number(ranks, order, now);
  return place + 1;
}

/**
 * Moves a row within its list; those between its old and its new place close up. The system's own rows stay where they are.
 * @param siblings every row of the list, the moved one too
 * @param now when those that move are changed
 * @param wanted without one the row keeps its place
 * @returns the priority that it now has
 */
export function moveTo(
  ranks: Ranks,
  siblings: readonly Ranked[],
  id: string,
  now: string,
  wanted?: number | null,
): number {
  const order = inOrder(siblings);
  const from = order.findIndex((row) => row.id === id);
  const row = order[from];
  if (!row) throw new Error(`${id} is not in the list it is to move in`);
  if (row.system || wanted === undefined || wanted === null) return row.priority;
  order.splice(from, 1);
  const place = placeOf(wanted, order.filter((other) => !other.system).length);
  order.splice(place, 0, row);
  number(ranks, order, now);
  return place + 1;
}

/** Closes the gap that a removed row left. @param siblings the rows that are still in the list */
export const closeGap = (ranks: Ranks, siblings: readonly Ranked[], now: string): void =>
  number(ranks, inOrder(siblings), now);
