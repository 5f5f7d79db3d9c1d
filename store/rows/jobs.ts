import type { Row, Timestamp } from './common.js';
import { collection } from './spec.js';

/**
 * Work that a request began and that is too much for one turn of the event loop. The row comes with the change that
 * begins it and goes with the change that ends it, so that a restart finds what was left.
 */
export interface JobRow extends Row {
  /** What it does: a name in `objects/jobs.ts`. */
  readonly kind: string;
  /** Id of the object that it works for; null where it works for all. */
  readonly of: string | null;
  /** `seq` of the last row that is done; 0 before the first. */
  readonly cursor: number;
  /** The request that began it: its log events name it. */
  readonly requestId: string;
  readonly created: Timestamp;
}

export const jobs = collection<JobRow>()({
  prefix: 'job',
  typeName: 'Job',
  index: { request: (row) => row.requestId },
});
