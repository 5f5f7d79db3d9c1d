import type { HandlersOf } from '../../contract/operations.js';
import { list } from '../../contract/reply.js';
import { compileFilter } from '../../languages/filter/compile.js';
import { eventView } from '../../objects/logs/view.js';
import type { LogRow } from '../../store/rows/logs.js';
import { logFilter } from './filter.js';
import { keywordTest } from './keywords.js';
import { logPage } from './walk.js';
import { type LogQuery, windowOf } from './window.js';

const every = (): boolean => true;

/** What an event must pass: one function for each filter, by which a page is known again. */
function testOf({ filter, q }: LogQuery): (row: LogRow) => boolean {
  const passes = filter ? compileFilter(filter, logFilter).test : every;
  if (!q) return passes;
  const holds = keywordTest(q);
  return (row) => passes(row) && holds(row);
}

/** The System Log (facts: system-log). */
export const logs = {
  getLogs({ query }, ctx) {
    const asked: LogQuery = query;
    const window = windowOf(asked, ctx.clock.now());
    const { rows, next } = logPage(ctx.store.logs, window, testOf(asked));
    // The links show what was asked, and no limit that nobody sent (facts: reports).
    return list(eventView, rows, { asAsked: true, next });
  },
} satisfies HandlersOf<'Log'>;
