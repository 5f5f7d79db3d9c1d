import type { Row } from './rows/common.js';
import type { Store } from './types.js';

/** What no org can go on without, beyond what the types of its rows say. Each is told in words, or is undefined. */
export interface Fitness {
  /** What is wrong with a row. */
  row(collection: string, row: Row): string | undefined;
  /** What is wrong with the whole. */
  org(store: Store): string | undefined;
}
