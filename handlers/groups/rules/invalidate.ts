import type { Context } from '../../../server/context.js';
import type { GroupRow } from '../../../store/rows/people.js';
import { type Budget, beginJob } from '../../job.js';
import { groupTarget, ruleTarget } from '../../logs/targets.js';
import { adoptMembersSlice } from './slices.js';

/**
 * A group goes: the rules that fill it become invalid, and what else they did stays.
 * @param budget what the first slices may cost together
 */
export function invalidateRules(ctx: Context, group: GroupRow, budget: Budget): void {
  for (const { id, seq: _seq, ...rule } of ctx.store.groupRules.where('group', group.id)) {
    if (rule.status === 'INVALID') continue;
    const after = ctx.store.groupRules.replace(id, { ...rule, status: 'INVALID', lastUpdated: ctx.now() });
    beginJob(ctx, 'adoptMembers', adoptMembersSlice, id, budget);
    ctx.log('group.user_membership.rule.invalidate', [groupTarget(group), ruleTarget(after, 'Rule')], { job: true });
  }
}
