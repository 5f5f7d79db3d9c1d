import type { Context, ReadContext } from '../../../server/context.js';
import type { GroupRow, GroupRuleRow, UserRow } from '../../../store/rows/people.js';
import { groupTarget, ruleTarget } from '../../logs/targets.js';
import { compileExpression, type Rule, type Subject } from '../expression/index.js';
import { addMember, adoptMembers, groupsOf, withdrawRule } from '../membership.js';

/** A rule can put a user into a group that another rule asks for; a circle of rules must end all the same. */
const MAX_ROUNDS = 8;
const MAX_CACHED = 1024;

const compiled = new Map<string, Rule>();

/** A stored rule's expression was checked when it was made: attributes that a schema lost since are simply unset. */
export function ruleOf(expression: string): Rule {
  let rule = compiled.get(expression);
  if (!rule) {
    rule = compileExpression(expression, () => true);
    if (compiled.size >= MAX_CACHED) compiled.clear();
    compiled.set(expression, rule);
  }
  return rule;
}

/** A user as expressions see it; its groups are looked up when they are asked for. */
export const subjectOf = (ctx: Pick<ReadContext, 'store'>, user: UserRow): Subject => ({
  id: user.id,
  status: user.status,
  profile: user.profile,
  groups: () => groupsOf(ctx, user.id).map(({ id, profile }) => ({ id, name: String(profile.name) })),
});

/** Whether a rule puts this user into its groups. Deprovisioned users are left as they are. */
export const explains = (ctx: Pick<ReadContext, 'store'>, rule: GroupRuleRow, user: UserRow): boolean =>
  !rule.excludedUsers.includes(user.id) && ruleOf(rule.expression).matches(subjectOf(ctx, user));

/** Brings one rule's memberships of one user up to date; true where something changed. */
function applyRule(ctx: Context, rule: GroupRuleRow, user: UserRow): boolean {
  const matches = explains(ctx, rule, user);
  let changed = false;
  for (const groupId of rule.groupIds) {
    const member = ctx.store.memberships.by('pair', `${groupId} ${user.id}`);
    const explained = member?.rules.includes(rule.id) === true;
    if (matches === explained) continue;
    const group = ctx.store.groups.get(groupId);
    if (!group) continue;
    if (matches) addMember(ctx, group, user, { rule: rule.id });
    else if (member) withdrawRule(ctx, member, rule.id);
    changed = true;
  }
  return changed;
}

/**
 * Brings every active rule's memberships of a user up to date. To be called after each change of the user's profile,
 * type, status or groups.
 */
export function applyRules(ctx: Context, user: UserRow): void {
  if (user.status === 'DEPROVISIONED') return;
  const rules = ctx.store.groupRules.where('status', 'ACTIVE');
  for (let round = 0; round < MAX_ROUNDS; round++) {
    let changed = false;
    for (const rule of rules) changed = applyRule(ctx, rule, user) || changed;
    if (!changed || !rules.some((rule) => ruleOf(rule.expression).usesGroups)) return;
  }
}

/** Brings one rule that was switched on up to date for everybody, and the rules that ask for the groups it fills. */
export function applyToAll(ctx: Context, rule: GroupRuleRow): void {
  const others = ctx.store.groupRules.where('status', 'ACTIVE');
  const chained = others.some((other) => ruleOf(other.expression).usesGroups);
  for (const user of ctx.store.users.all()) {
    if (user.status === 'DEPROVISIONED' || !applyRule(ctx, rule, user)) continue;
    if (chained) applyRules(ctx, user);
  }
}

/** Brings the rules that ask for groups up to date for everybody: after a group was renamed or deleted. */
export function applyNamedGroupRules(ctx: Context): void {
  const rules = ctx.store.groupRules.where('status', 'ACTIVE');
  if (!rules.some((rule) => ruleOf(rule.expression).usesGroups)) return;
  for (const user of ctx.store.users.all()) applyRules(ctx, user);
}

/** A group is about to go: the rules that fill it become invalid, and what else they did stays. */
export function invalidateRules(ctx: Context, group: GroupRow): void {
  for (const { id, seq: _seq, ...rule } of ctx.store.groupRules.where('group', group.id)) {
    if (rule.status === 'INVALID') continue;
    const after = ctx.store.groupRules.replace(id, { ...rule, status: 'INVALID', lastUpdated: ctx.now() });
    adoptMembers(ctx, id);
    ctx.log('group.user_membership.rule.invalidate', [groupTarget(group), ruleTarget(after, 'Rule')], { job: true });
  }
}
