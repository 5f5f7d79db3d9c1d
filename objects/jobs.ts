import type { JobKind } from '../store/rows/jobs.js';
import {
  adoptMembersSlice,
  applyGroupRulesSlice,
  applyRuleSlice,
  dropMembersSlice,
  withdrawRuleSlice,
} from './groups/rules/slices.js';
import type { Slice } from './job.js';

/** What each kind of job does, slice by slice. */
export const jobKinds: Readonly<Record<JobKind, Slice>> = {
  applyRule: applyRuleSlice,
  applyGroupRules: applyGroupRulesSlice,
  withdrawRule: withdrawRuleSlice,
  adoptMembers: adoptMembersSlice,
  dropMembers: dropMembersSlice,
};

export { sliceBudget } from './job.js';
