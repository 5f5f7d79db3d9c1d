import type { IdSource } from '../ids.js';
import type { Store } from '../types.js';

/** What brings an org that an earlier version wrote up to this version. It runs once for each org. */
export interface Migration {
  /** What the state file remembers it by. */
  readonly name: string;
  /** Changes rows. What it throws stops the start, and the files stay as they are. */
  run(store: Store, ids: IdSource): void;
}

/** All that this version knows, in their order: a new org is past every one of them. */
export interface Migrations {
  readonly names: readonly string[];
  /** Gives those of these names, in this order. Called for an org that lacks some. */
  load(names: readonly string[]): Promise<readonly Migration[]>;
}
