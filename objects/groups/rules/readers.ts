import type { Context, JobContext } from '../../../contract/context.js';
import { sliceBudget } from '../../job.js';
import { ruleOf } from './apply.js';
import { invalidateRule } from './invalidate.js';

/** Whether a group rule that is switched on reads one of these profile attributes. */
export const isRead = (ctx: Pick<JobContext, 'store'>, names: readonly string[]): boolean =>
  ctx.store.groupRules
    .where('status', 'ACTIVE')
    .some(({ expression }) => names.some((name) => ruleOf(expression).attributes.has(name)));

/**
 * Makes the group rules invalid that read an attribute which no user schema defines any more (facts: groups §3).
 * What they put into their groups stays there.
 * @param removed names that a schema has lost; one that another type's schema still defines is left alone
 */
export function invalidateReaders(ctx: Context, removed: readonly string[]): void {
  const schemas = ctx.store.schemas.where('of', 'user');
  const lost = removed.filter((name) => !schemas.some(({ custom }) => Object.hasOwn(custom, name)));
  if (lost.length === 0) return;
  const budget = sliceBudget();
  for (const rule of ctx.store.groupRules.all()) {
    if (!lost.some((name) => ruleOf(rule.expression).attributes.has(name))) continue;
    const groups = rule.groupIds.flatMap((groupId) => ctx.store.groups.get(groupId) ?? []);
    invalidateRule(ctx, rule, groups, budget);
  }
}
