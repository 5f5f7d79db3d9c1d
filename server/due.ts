import { nobody, type RequestFacts } from '../contract/context.js';
import { firstDue } from '../objects/due.js';
import { ReadOnlyError } from '../store/errors.js';
import type { DueRow } from '../store/rows/due.js';
import { attemptOwn } from './attempt.js';
import type { Org } from './org.js';
import { RequestContext } from './request-context.js';

const load = () => import('../objects/due-kinds.js');
type Kinds = Awaited<ReturnType<typeof load>>;

/** The end of this turn of the event loop: what came in meanwhile goes first. */
const endOfTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Does what the org's clock has made due, so that no request sees a state that time has ended. Undefined where nothing
 * is due, which is nearly always; an org that takes no changes stays as it is. It is done in slices, each a transaction of
 * its own; a restart finds what was left in the rows.
 * @param factsOf what is known of the request that found the work due
 * @param now milliseconds on the org's clock
 */
export function runDueWork(
  org: Org,
  base: string,
  factsOf: () => RequestFacts,
  now = org.clock.now(),
): Promise<void> | undefined {
  if (org.dueWork) return org.dueWork;
  if (!firstDue(org.store.collections, now) || org.store.readOnly !== undefined) return undefined;
  // Work of the org itself: nobody asks for it.
  org.dueWork = run(org, () => new RequestContext(org, nobody, factsOf(), org.kept(base))).finally(() => {
    org.dueWork = undefined;
  });
  return org.dueWork;
}

async function run(org: Org, contextOf: () => RequestContext): Promise<void> {
  const kinds = await load();
  for (;;) {
    const row = firstDue(org.store.collections, org.clock.now());
    if (!row) return;
    // What cannot be loaded now is refused with the request, and done before the next.
    if (!kinds.loadedKind(row.kind) && !(await kinds.loadKind(row.kind))) {
      drop(org, row, new Error('this version knows no such work'));
      continue;
    }
    await slice(org, kinds, contextOf());
    if (firstDue(org.store.collections, org.clock.now())) await endOfTurn();
  }
}

/** As much of what is due as fits into one turn; less where a kind is not loaded yet. */
async function slice(org: Org, { loadedKind, sliceBudget }: Kinds, ctx: RequestContext): Promise<void> {
  let current: DueRow | undefined;
  try {
    await attemptOwn(org, () => {
      const budget = sliceBudget();
      while (budget.steps > 0) {
        current = firstDue(ctx.store, ctx.clock.now());
        const act = current && loadedKind(current.kind);
        if (!current || !act) return;
        ctx.store.due.remove(current.id);
        act(ctx, current.of, budget);
      }
    });
  } catch (error) {
    if (error instanceof ReadOnlyError || !current) throw error;
    drop(org, current, error);
  }
}

/** What fails is given up, so that it does not hold up all requests for ever. */
function drop(org: Org, { id }: DueRow, error: unknown): void {
  org.warn(`the due work ${id} is dropped: ${error instanceof Error ? error.stack : String(error)}`);
  org.store.transaction(() => org.store.collections.due.remove(id));
}
