import type { CollectionName } from '../store/collections.js';
import { referencesTo, rowsOf } from '../store/references.js';
import type { OnRemove } from '../store/rows/spec.js';
import type { Store } from '../store/types.js';
import { isLast } from './roles/standing.js';

/** How many rows of each collection. */
export type RowCounts = Readonly<Partial<Record<CollectionName, number>>>;

/** What the removal of a row does to the rows that name it, by what their references say becomes of them. */
export type TakenAlong = Readonly<Record<OnRemove, RowCounts>>;

/** Counts the removal through, as objects/removal.ts would carry it out; nothing is changed. */
class Count {
  readonly seen = new Set<string>();
  readonly counts: Record<OnRemove, Partial<Record<CollectionName, number>>> = {
    cascade: {},
    clear: {},
    keep: {},
    refuse: {},
  };

  constructor(readonly store: Store) {}

  /** Every row that names the one with this id. */
  add(name: CollectionName, id: string): void {
    for (const { from, index, reference } of referencesTo(name)) {
      for (const row of rowsOf(this.store, from).where(index, id)) this.one(reference.onRemove, from, row.id);
    }
  }

  one(what: OnRemove, from: CollectionName, id: string): void {
    // A row may name what goes by several references, and goes once.
    const key = `${what} ${from} ${id}`;
    if (this.seen.has(key) || this.seen.has(`cascade ${from} ${id}`)) return;
    this.seen.add(key);
    this.counts[what][from] = (this.counts[what][from] ?? 0) + 1;
    if (what === 'cascade') this.add(from, id);
  }
}

/** How roles are narrowed to rows of these collections: the index of the targets. */
const narrowing = { groups: 'group', apps: 'app' } as const;

/** The roles that are for this group or app alone, which go with it as `unassignNarrowedJob` has it. */
function* narrowedTo(store: Store, name: CollectionName, id: string): Generator<string> {
  if (name !== 'groups' && name !== 'apps') return;
  for (const target of store.roleTargets.where(narrowing[name], id)) {
    if (isLast(store, target)) yield target.assignmentId;
  }
}

/** What would become of all that names this row, by the references that the collections declare, and of roles with their last target. */
export function takenAlong(store: Store, name: CollectionName, id: string): TakenAlong {
  const count = new Count(store);
  count.add(name, id);
  for (const roleId of narrowedTo(store, name, id)) count.one('cascade', 'roleAssignments', roleId);
  return count.counts;
}
