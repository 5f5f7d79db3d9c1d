import type { PolicyRuleRow } from '../../store/rows/policies.js';
import { CATCH_ALL_PRIORITY } from './kinds.js';

/** Where shifted rules are kept. */
interface Rules {
  update(id: string, changes: { readonly priority: number; readonly lastUpdated: string }): unknown;
}

/** The rules that move on by one when a number is taken: who has it, and each after it until a gap. */
function behind(siblings: readonly PolicyRuleRow[], slot: number): PolicyRuleRow[] {
  const holders = new Map(siblings.filter((row) => !row.system).map((row) => [row.priority, row]));
  const found: PolicyRuleRow[] = [];
  for (let row = holders.get(slot); row; row = holders.get(row.priority + 1)) found.push(row);
  return found;
}

const fits = (found: readonly PolicyRuleRow[]): boolean => (found.at(-1)?.priority ?? 0) + 1 < CATCH_ALL_PRIORITY;

/** The rules that move back by one where there is no room behind: those just before a number, as far as the next gap. */
function before(others: readonly PolicyRuleRow[], slot: number): PolicyRuleRow[] | undefined {
  const holders = new Map(others.filter((row) => !row.system).map((row) => [row.priority, row]));
  const found: PolicyRuleRow[] = [];
  for (let number = slot - 1; number >= 0; number -= 1) {
    const row = holders.get(number);
    if (!row) return found;
    found.push(row);
  }
  return undefined;
}

/**
 * Frees a number for a rule of a policy without ranks: who has it moves on by one, and so does each after it until a gap
 * (facts: policy §Priority). Numbers are 0 to 98; the catch-all keeps 99. A rule that is changed holds its own number as
 * long as there is room: who sends the number that a rule has moves those right behind it, as recorded in June 2026.
 * Where the last number is taken and none is free behind, those before it move back to the next gap: the order stays.
 * @param siblings the policy's rules
 * @param lastUpdated when those that move are changed
 * @param wanted without one, or past the end, the rule comes after the last
 * @param mover id of the rule that is to have the number, where it is there already
 * @returns the rule's number; undefined where there is none left
 */
export function takeSlot(
  rules: Rules,
  siblings: readonly PolicyRuleRow[],
  lastUpdated: string,
  wanted?: number | null,
  mover?: string,
): number | undefined {
  const others = siblings.filter(({ id }) => id !== mover);
  const next = Math.max(-1, ...others.filter((row) => !row.system).map(({ priority }) => priority)) + 1;
  const given = wanted === undefined || wanted === null ? next : Math.max(0, Math.trunc(wanted));
  const slot = given < CATCH_ALL_PRIORITY ? given : next;
  const moved = slot < CATCH_ALL_PRIORITY ? [behind(siblings, slot), behind(others, slot)].find(fits) : undefined;
  if (moved) {
    for (const { id, priority } of moved) if (id !== mover) rules.update(id, { priority: priority + 1, lastUpdated });
    return slot;
  }
  const back = before(others, slot);
  for (const { id, priority } of back ?? []) rules.update(id, { priority: priority - 1, lastUpdated });
  return back && slot - 1;
}
