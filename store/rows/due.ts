import type { Row } from './common.js';
import { collection } from './spec.js';

/** Work that an org does by itself when its clock has come so far. Its id is its kind and what it is for: one row each. */
export interface DueRow extends Row {
  /** When, in milliseconds since 1970 on the org's clock. */
  readonly at: number;
  /** What is done: a name in `objects/due-kinds.ts`. */
  readonly kind: string;
  /** What it is done for: usually an id, which may be gone by then. */
  readonly of: string;
}

export const due = collection<DueRow>()({ prefix: 'due', typeName: 'Due', time: (row) => row.at });
