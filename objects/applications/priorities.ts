import type { JobContext } from '../../contract/context.js';
import type { AppGroupRow } from '../../store/rows/applications.js';
import { CHANGE, type JobKind, LOOK } from '../job.js';

/** The app's other assignments that stand where this one came to stand, and those right behind them, the last first. */
function inTheWay({ store }: Pick<JobContext, 'store'>, own: AppGroupRow): AppGroupRow[] {
  const at = new Map<number, AppGroupRow[]>();
  for (const row of store.appGroups.where('app', own.appId)) {
    if (row.id === own.id || row.priority < own.priority) continue;
    const before = at.get(row.priority);
    if (before) before.push(row);
    else at.set(row.priority, [row]);
  }
  const run: AppGroupRow[] = [];
  for (let priority = own.priority; at.has(priority); priority += 1) run.push(...(at.get(priority) ?? []));
  return run.reverse();
}

/**
 * A group was given a priority of its app that another has: that one and those right behind it move on by one, as
 * recorded (facts: recorded-shapes §5). From the last on: between two slices there is a gap, and what is before it is
 * still to do. `of` is the app's id and the group's.
 */
export const makeRoomJob: JobKind = {
  kind: 'makeRoom',
  slice: (ctx, { of }, budget) => {
    const own = ctx.store.appGroups.by('pair', of ?? '');
    if (!own) return undefined;
    budget.steps -= LOOK * Math.min(ctx.store.appGroups.count('app', own.appId), 1000);
    const run = inTheWay(ctx, own);
    let done = 0;
    for (const { id, priority } of run) {
      if (done > 0 && budget.steps <= 0) return 0;
      budget.steps -= CHANGE;
      done += 1;
      ctx.store.appGroups.update(id, { priority: priority + 1 });
    }
    return undefined;
  },
};
