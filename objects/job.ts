import type { JobContext } from '../contract/context.js';
import type { Row } from '../store/rows/common.js';
import type { JobRow } from '../store/rows/jobs.js';
import type { Collection } from '../store/types.js';

/**
 * What a slice may still do, in steps: about as long each as one part of a group rule's expression takes to evaluate.
 * Steps are counted, not timed, so that a job is cut in the same places wherever it runs.
 */
export interface Budget {
  steps: number;
}

/** What a slice works on. */
export type JobFacts = Pick<JobRow, 'kind' | 'of' | 'cursor'>;

/**
 * Does a bounded part of a job, inside a transaction of its own, and at least one row of it where the budget is whole.
 * What it works for may have changed or gone since the slice before. Gives the next cursor, or undefined when nothing
 * is left.
 */
export type Slice = (ctx: JobContext, job: JobFacts, budget: Budget) => number | undefined;

/** A kind of job: its name in the rows, and what it does slice by slice. Every kind stands in `objects/jobs.ts`. */
export interface JobKind {
  readonly kind: string;
  readonly slice: Slice;
}

/** Steps of one slice: five to ten milliseconds. */
const SLICE_STEPS = 30_000;

/** What a look at one row costs. */
export const LOOK = 5;

/** What a change of one row costs: the row, its indexes, its event, its line in the journal. */
export const CHANGE = 200;

/** The budget of one slice. */
export const sliceBudget = (): Budget => ({ steps: SLICE_STEPS });

/** Rows that are read at once. */
const CHUNK = 100;

/**
 * Walks rows in creation order while the budget lasts; each costs a look, and what `act` takes.
 * @returns `seq` of the last one; undefined behind the end
 */
export function walk<R extends Row, U extends string, I extends string>(
  from: Collection<R, U, I>,
  { cursor, within }: { readonly cursor: number; readonly within?: { readonly index: I; readonly key: string } },
  budget: Budget,
  act: (row: R) => void,
): number | undefined {
  let last = cursor;
  while (budget.steps > 0) {
    const { rows } = from.page({ limit: CHUNK, after: { seq: last }, within });
    for (const row of rows) {
      if (budget.steps <= 0) return last;
      budget.steps -= LOOK;
      act(row);
      last = row.seq;
    }
    if (rows.length < CHUNK) return undefined;
  }
  return last;
}

/**
 * Walks rows of an index while the budget lasts. `act` takes each out of it, so that the next ones come first: there is no
 * place to keep.
 * @returns undefined when none is left, else 0
 */
export function drain<R extends Row, U extends string, I extends string>(
  from: Collection<R, U, I>,
  within: { readonly index: I; readonly key: string },
  budget: Budget,
  act: (row: R) => void,
): number | undefined {
  while (budget.steps > 0) {
    const { rows } = from.page({ limit: CHUNK, within });
    for (const { id } of rows) {
      if (budget.steps <= 0) return 0;
      // What was done for the ones before may have changed this one, or taken it along.
      const row = from.get(id);
      if (row) act(row);
    }
    if (rows.length < CHUNK) return undefined;
  }
  return 0;
}

/**
 * Begins a job. Its first slice is done at once, in the transaction of the request: in a small org that is all of it.
 * What is left becomes a row, and goes on when the transaction is committed; the request is answered when it is done.
 * Jobs are carried out one after another, in the order in which they were begun: where they share a budget, one that was
 * begun later does nothing before the earlier ones are done.
 * @param of id of what it works for; null where it works for all
 * @param budget shared by the jobs that one request begins
 */
export function beginJob(
  ctx: JobContext,
  { kind, slice }: JobKind,
  of: string | null,
  budget: Budget = sliceBudget(),
): void {
  const job = { kind, of, cursor: 0 };
  const cursor = slice(ctx, job, budget);
  if (cursor !== undefined) ctx.store.jobs.insert({ ...job, cursor, requestId: ctx.requestId, created: ctx.now() });
}
