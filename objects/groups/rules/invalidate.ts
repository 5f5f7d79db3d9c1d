import type { Context } from '../../../contract/context.js';
import type { GroupRow, GroupRuleRow } from '../../../store/rows/groups.js';
import { type Budget, beginJob } from '../../job.js';
import { groupTarget, ruleTarget } from '../../logs/targets.js';
import { adoptMembersJob } from './slices.js';

/**
 * What a rule needs is gone: the rule becomes invalid, and what it put into groups stays there.
 * @param groups what the event names besides the rule
 * @param budget what the first slices may cost together
 */
export function invalidateRule(ctx: Context, rule: GroupRuleRow, groups: readonly GroupRow[], budget: Budget): void {
  if (rule.status === 'INVALID') return;
  const after = ctx.store.groupRules.update(rule.id, { status: 'INVALID', lastUpdated: ctx.now() });
  beginJob(ctx, adoptMembersJob, rule.id, budget);
  ctx.log('group.user_membership.rule.invalidate', [...groups.map(groupTarget), ruleTarget(after, 'Rule')], {
    job: true,
  });
}

/** A group goes: the rules that fill it become invalid. */
export function invalidateRules(ctx: Context, group: GroupRow, budget: Budget): void {
  for (const rule of ctx.store.groupRules.where('group', group.id)) invalidateRule(ctx, rule, [group], budget);
}
