import { applicationJobs } from './applications/jobs.js';
import {
  adoptMembersJob,
  applyGroupRulesJob,
  applyRuleJob,
  dropMembersJob,
  withdrawRuleJob,
} from './groups/rules/slices.js';
import type { JobKind, Slice } from './job.js';
import { removeReferencesJob } from './removal.js';

const kinds: readonly JobKind[] = [
  ...applicationJobs,
  adoptMembersJob,
  applyGroupRulesJob,
  applyRuleJob,
  dropMembersJob,
  removeReferencesJob,
  withdrawRuleJob,
];

/** What each kind of job does, slice by slice. */
export const jobKinds: ReadonlyMap<string, Slice> = new Map(kinds.map(({ kind, slice }) => [kind, slice]));

export { sliceBudget } from './job.js';
