import type { HandlersOf } from '../../contract/operations.js';
import { list } from '../../contract/reply.js';
import { compileFilter } from '../../languages/filter/compile.js';
import { eventView } from '../../objects/logs/view.js';
import type { LogRow } from '../../store/rows/logs.js';
import { logFilter } from './filter.js';
import { keywordTest } from './keywords.js';
import { logPage } from './walk.js';
import { cursorOf, type LogQuery, windowOf } from './window.js';

const every = (): boolean => true;

function testOf({ filter, q }: LogQuery): (row: LogRow) => boolean {
  const passes = filter ? compileFilter(filter, logFilter).test : every;
  const holds = q ? keywordTest(q) : every;
  return (row) => passes(row) && holds(row);
}

/** The System Log (facts: system-log). */
export const logs = {
  getLogs({ query }, ctx) {
    const asked: LogQuery = query;
    const window = windowOf(asked, ctx.clock.now());
    const { rows, next } = logPage(ctx.store.logs, window, testOf(asked));
    // The links show a limit that somebody sent, and no other (facts: reports).
    const limit = asked.limit === undefined ? undefined : window.limit;
    return list(eventView, rows, { limit, cursorLast: true, next: next && cursorOf(next) });
  },
} satisfies HandlersOf<'Log'>;
