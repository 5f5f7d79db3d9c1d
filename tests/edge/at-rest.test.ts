import { expect, test } from '@jest/globals';
import { Links } from '../../contract/links.js';
import { collector, isWorthIt } from '../../server/at-rest.js';
import { KeptBytes } from '../../server/kept-bytes.js';
import { MemoryBudget } from '../../server/memory-budget.js';
import type { Row } from '../../store/rows/common.js';

const MB = 1_048_576;

test('this Node hands out its collector, and it lets go of what nobody holds', async () => {
  const collect = collector();
  const held = new WeakRef({ text: 'x'.repeat(MB) });
  expect(held.deref()?.text).toHaveLength(MB);
  // A weak reference that was followed holds until the event loop's turn is over.
  await new Promise(setImmediate);
  collect?.();
  expect(held.deref()).toBeUndefined();
});

test('a collection is worth it where much that is large came, and little that is small is there', () => {
  expect(isWorthIt({ small: 20 * MB, large: 90 * MB }, 70 * MB)).toBe(true);
  expect(isWorthIt({ small: 20 * MB, large: 80 * MB }, 70 * MB)).toBe(false);
  expect(isWorthIt({ small: 80 * MB, large: 900 * MB }, 70 * MB)).toBe(false);
});

const row: Row = Object.freeze({ id: 'a', seq: 1 });

/** How often a view of this budget's answers is shown anew when it is asked for twice, with that between. */
function shownWith(between: (budget: MemoryBudget) => void): number {
  let shown = 0;
  const view = (of: Row): unknown => {
    shown += 1;
    return { id: of.id, text: 'x'.repeat(MB) };
  };
  const budget = new MemoryBudget(64 * MB);
  const kept = new KeptBytes(new Links('http://localhost'), budget);
  kept.one(view, row, true);
  between(budget);
  kept.one(view, row, true);
  return shown;
}

test('kept answers that nobody asks for any more go while the process rests, unless they are small', () => {
  expect(shownWith(() => {})).toBe(1);
  expect(shownWith((budget) => budget.rest(MB / 2))).toBe(1);
  expect(
    shownWith((budget) => {
      budget.rest(MB / 2);
      budget.rest(MB / 2);
    }),
  ).toBe(2);
  expect(
    shownWith((budget) => {
      budget.rest(2 * MB);
      budget.rest(2 * MB);
    }),
  ).toBe(1);
});
