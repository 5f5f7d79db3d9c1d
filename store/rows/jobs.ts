import type { Row, Timestamp } from './common.js';

/** What a job does; `handlers/jobs.ts` says how. */
export type JobKind = 'applyRule' | 'applyGroupRules' | 'withdrawRule' | 'adoptMembers' | 'dropMembers';

/**
 * Work that a request began and that is too much for one turn of the event loop. The row comes with the change that
 * begins it and goes with the change that ends it, so that a restart finds what was left.
 */
export interface JobRow extends Row {
  readonly kind: JobKind;
  /** Id of the object that it works for; null where it works for all. */
  readonly of: string | null;
  /** `seq` of the last row that is done; 0 before the first. */
  readonly cursor: number;
  /** The request that began it: its log events name it. */
  readonly requestId: string;
  readonly created: Timestamp;
}
