import type { PolicyRuleRow } from '../../store/rows/policies.js';
import { CATCH_ALL_PRIORITY } from './kinds.js';

/** Where shifted rules are kept. */
interface Rules {
  update(id: string, changes: { readonly priority: number }): unknown;
}

/**
 * Frees a number for a rule of a policy without ranks: who has it moves on by one, and so does each after it until a gap
 * (facts: policy §Priority). Numbers are 0 to 98; the catch-all keeps 99.
 * @param siblings the policy's other rules
 * @param wanted without one, or past the end, the rule comes after the last
 * @returns the rule's number; undefined where there is none left
 */
export function takeSlot(rules: Rules, siblings: readonly PolicyRuleRow[], wanted?: number | null): number | undefined {
  const holders = new Map(siblings.filter((row) => !row.system).map((row) => [row.priority, row]));
  const next = Math.max(-1, ...holders.keys()) + 1;
  const given = wanted === undefined || wanted === null ? next : Math.max(0, Math.trunc(wanted));
  const slot = given < CATCH_ALL_PRIORITY ? given : next;
  const moved: PolicyRuleRow[] = [];
  let at = slot;
  for (let row = holders.get(at); row; row = holders.get(++at)) moved.push(row);
  if (at >= CATCH_ALL_PRIORITY) return undefined;
  for (const row of moved) rules.update(row.id, { priority: row.priority + 1 });
  return slot;
}
