import type { Context } from '../../server/context.js';
import { adoptMembers } from '../groups/membership.js';
import { ruleOf } from '../groups/rules/apply.js';
import { groupTarget, ruleTarget } from '../logs/targets.js';

/** Whether a group rule that is switched on reads one of these profile attributes. */
export const isRead = (ctx: Context, names: readonly string[]): boolean =>
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
  for (const { id, seq: _seq, ...rule } of [...ctx.store.groupRules.all()]) {
    if (rule.status === 'INVALID' || !lost.some((name) => ruleOf(rule.expression).attributes.has(name))) continue;
    const after = ctx.store.groupRules.replace(id, { ...rule, status: 'INVALID', lastUpdated: ctx.now() });
    adoptMembers(ctx, id);
    const groups = rule.groupIds.flatMap((groupId) => ctx.store.groups.get(groupId) ?? []).map(groupTarget);
    ctx.log('group.user_membership.rule.invalidate', [...groups, ruleTarget(after, 'Rule')], { job: true });
  }
}
