import { applicationJobs } from './applications/jobs.js';
import { adoptMembersJob, applyGroupRulesJob, applyRuleJob, withdrawRuleJob } from './groups/rules/slices.js';
import type { JobKind, Slice } from './job.js';
import { removeReferencesJob } from './removal.js';
import { unassignNarrowedJob } from './roles/narrowed.js';
import { clearPropertiesJob } from './schemas/removed-properties.js';

/** Left by versions that deleted the memberships of a group by a job of their own. */
const dropMembersJob: JobKind = {
  kind: 'dropMembers',
  slice: (ctx, job, budget) => removeReferencesJob.slice(ctx, { ...job, of: `groups ${job.of}` }, budget),
};

const kinds: readonly JobKind[] = [
  ...applicationJobs,
  adoptMembersJob,
  applyGroupRulesJob,
  applyRuleJob,
  clearPropertiesJob,
  dropMembersJob,
  removeReferencesJob,
  unassignNarrowedJob,
  withdrawRuleJob,
];

/** What each kind of job does, slice by slice. */
export const jobKinds: ReadonlyMap<string, Slice> = new Map(kinds.map(({ kind, slice }) => [kind, slice]));

export { sliceBudget } from './job.js';
