import type { JobContext } from '../contract/context.js';
import type { OktaError } from '../contract/errors.js';
import type { CollectionName } from '../store/collections.js';
import { type Declared, referencesTo, rowsOf } from '../store/references.js';
import type { Row } from '../store/rows/common.js';
import { type Budget, beginJob, CHANGE, type JobKind, sliceBudget } from './job.js';

/** Rows that are read at once. */
const CHUNK = 100;

/** Rows name what is removed, and stay as they are. */
const isKept = ({ reference: { onRemove } }: Declared): boolean => onRemove === 'keep' || onRemove === 'refuse';

/** One row that names what is removed. @returns whether it is done */
function release(ctx: JobContext, { from, reference }: Declared, row: Row, id: string, budget: Budget): boolean {
  budget.steps -= CHANGE;
  const rows = rowsOf(ctx.store, from);
  if (reference.onRemove === 'clear') {
    rows.update(row.id, reference.clear(row, id));
    return true;
  }
  // What names the row goes before it, so that a cut leaves it to be found again.
  if (!releaseAll(ctx, from, row.id, budget)) return false;
  rows.remove(row.id);
  return true;
}

/** Every row that names the one with this id, as the references say. @returns whether none is left */
function releaseAll(ctx: JobContext, name: CollectionName, id: string, budget: Budget): boolean {
  for (const declared of referencesTo(name)) {
    if (isKept(declared)) continue;
    const holders = rowsOf(ctx.store, declared.from);
    for (;;) {
      const { rows } = holders.page({ limit: CHUNK, within: { index: declared.index, key: id } });
      for (const row of rows) {
        if (budget.steps <= 0) return false;
        // What went before may have taken this one along.
        const current = holders.get(row.id);
        if (current && !release(ctx, declared, current, id, budget)) return false;
      }
      if (rows.length < CHUNK) break;
    }
  }
  return true;
}

/** Something was removed: what names it goes or changes as the references say. `of` is its collection and its id. */
export const removeReferencesJob: JobKind = {
  kind: 'removeReferences',
  slice: (ctx, { of }, budget) => {
    const [name, id] = (of ?? '').split(' ');
    return releaseAll(ctx, name as CollectionName, id ?? '', budget) ? undefined : 0;
  },
};

/** The first row that names this one and keeps it from being removed. */
export function holderOf(ctx: Pick<JobContext, 'store'>, name: CollectionName, id: string): Row | undefined {
  for (const { from, index, reference } of referencesTo(name)) {
    if (reference.onRemove !== 'refuse') continue;
    const [holder] = rowsOf(ctx.store, from).page({ limit: 1, within: { index, key: id } }).rows;
    if (holder) return holder;
  }
  return undefined;
}

/**
 * Removes a row, and does to all that name it what their references say: at once where that is little, else as a job that
 * the request's answer waits for.
 * @param refuse how Okta words that something still names the row; without it nothing may
 * @param budget shared by the jobs that one request begins
 * @throws MissingRowError, and what `refuse` gives
 */
export function removeWithReferences(
  ctx: JobContext,
  name: CollectionName,
  id: string,
  options: { readonly refuse?: (holder: Row) => OktaError; readonly budget?: Budget } = {},
): void {
  const rows = rowsOf(ctx.store, name);
  rows.require(id);
  const holder = holderOf(ctx, name, id);
  if (holder && options.refuse) throw options.refuse(holder);
  if (holder) throw new Error(`${name} ${id} is named by ${holder.id}, and how that is refused was not said`);
  rows.remove(id);
  beginJob(ctx, removeReferencesJob, `${name} ${id}`, options.budget ?? sliceBudget());
}
