import { type CollectionName, collections } from './collections.js';
import type { Row } from './rows/common.js';
import type { CollectionSpec, KeyOf, Reference } from './rows/spec.js';
import type { Collection, Store } from './types.js';

/** A declared reference: rows of `from` name rows of `reference.to` by the keys of `index`. */
export interface Declared {
  readonly from: CollectionName;
  readonly index: string;
  readonly reference: Reference<Row>;
}

/** A collection whatever its rows are: for what holds for all of them. */
export const rowsOf = (store: Store, name: CollectionName): Collection<Row> =>
  store[name] as unknown as Collection<Row>;

const specOf = (name: CollectionName): CollectionSpec<Row> => collections[name] as unknown as CollectionSpec<Row>;

/** Every reference that the collections declare. */
export const declaredReferences: readonly Declared[] = (Object.keys(collections) as CollectionName[]).flatMap((from) =>
  Object.entries(specOf(from).references).map(([index, reference]) => ({ from, index, reference })),
);

/** The references that lead to rows of this collection. */
export const referencesTo = (name: CollectionName): readonly Declared[] =>
  declaredReferences.filter(({ reference }) => reference.to === name);

const idsOf = (of: KeyOf<Row> | undefined, row: Row): readonly string[] => {
  const ids = of?.(row);
  return ids === undefined ? [] : typeof ids === 'string' ? [ids] : ids;
};

/**
 * Every reference of the store that leads nowhere and may not, a sentence each.
 * @param isExcused whether a missing row is known to be gone for now: a job is still to take away what names it
 */
export function* danglingReferences(store: Store, isExcused: (id: string) => boolean): Generator<string> {
  for (const { from, index, reference } of declaredReferences) {
    if (reference.onRemove === 'keep') continue;
    const target = rowsOf(store, reference.to as CollectionName);
    for (const row of rowsOf(store, from).all()) {
      for (const id of idsOf(specOf(from).index[index], row)) {
        if (!target.get(id) && !isExcused(id)) {
          yield `${from} ${row.id}: ${index} "${id}" is not among the ${reference.to}`;
        }
      }
    }
  }
}
