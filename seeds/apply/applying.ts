import type { IdSource } from '../../store/ids.js';
import type { Timestamp } from '../../store/rows/common.js';
import type { Store } from '../../store/types.js';
import type { Pinned, SectionName, Seed } from '../types.js';

/** A seed on its way into a store. */
export interface Applying {
  readonly seed: Seed;
  readonly store: Store;
  readonly ids: IdSource;
  /** The clock's time when it began: for every time that the seed does not give. */
  readonly now: Timestamp;
  /**
   * The id of the row that goes by a name. The kind that is named comes first, wherever it stands in the order.
   * Throws Error for a name that leads nowhere: seeds are checked when they are read.
   */
  idOf(section: SectionName, name: string): string;
}

/**
 * How the items of one section become rows. A new kind is a file here, and a line in `sections.ts` under the name that
 * its section has. `zones.ts` is one that refers to nothing; one that names groups is
 *
 *     export const hooks: Kind<SeedHook> = {
 *       find: (store, name) => store.hooks.by('name', name)?.id,
 *       add: ({ groups, ...hook }, { store, now, idOf }) =>
 *         store.hooks.insert({ ...hook, groupIds: groups.map((name) => idOf('groups', name)), created: now, lastUpdated: now }),
 *     };
 *
 * No zod may be reached from here: of the section, import the type alone.
 */
export interface Kind<Item extends object> {
  /** What an item is called: its `name` unless said otherwise; what its section says of it. */
  nameOf?(item: Item): string;
  /** The id of the row that goes by a name, case set aside. */
  find(store: Store, name: string): string | undefined;
  /** Makes the rows of one item. */
  add(item: Item, applying: Applying): unknown;
  /** What is left to do for a new org when all items of the section are there. */
  finish?(items: readonly Item[], applying: Applying): void;
}

/** A kind whatever its items are. */
export type AnyKind = Kind<object>;

/** The id that a seed pins, if it does. */
export const pinned = ({ id }: Pinned): { readonly id?: string } => (id === undefined ? {} : { id });
