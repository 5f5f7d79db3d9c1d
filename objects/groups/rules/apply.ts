import type { JobContext, ReadContext } from '../../../contract/context.js';
import { compileExpression, type Rule, type Subject } from '../../../languages/expression/compile.js';
import type { GroupRuleRow } from '../../../store/rows/groups.js';
import type { UserRow } from '../../../store/rows/users.js';
import { type Budget, CHANGE } from '../../job.js';
import { addMember, groupsOf, membershipOf, withdrawRule } from '../membership.js';

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
function subjectOf(ctx: Pick<ReadContext, 'store'>, user: UserRow, budget?: Budget): Subject {
  let groups: ReturnType<Subject['groups']> | undefined;
  return {
    id: user.id,
    status: user.status,
    profile: user.profile,
    groups() {
      groups ??= groupsOf(ctx, user.id).map(({ id, profile }) => ({ id, name: String(profile.name) }));
      return groups;
    },
    spend(steps) {
      if (budget) budget.steps -= steps;
    },
  };
}

/** Whether a rule puts this user into its groups. Deprovisioned users are left as they are. */
export const explains = (
  ctx: Pick<ReadContext, 'store'>,
  rule: GroupRuleRow,
  user: UserRow,
  budget?: Budget,
): boolean => !rule.excludedUsers.includes(user.id) && ruleOf(rule.expression).matches(subjectOf(ctx, user, budget));

/**
 * Brings one rule's memberships of one user up to date; true where something changed.
 * @param budget what it costs is taken from it
 */
export function applyRule(ctx: JobContext, rule: GroupRuleRow, user: UserRow, budget?: Budget): boolean {
  const matches = explains(ctx, rule, user, budget);
  let changed = false;
  for (const groupId of rule.groupIds) {
    const member = membershipOf(ctx, groupId, user.id);
    const explained = member?.rules.includes(rule.id) === true;
    if (matches === explained) continue;
    const group = ctx.store.groups.get(groupId);
    if (!group) continue;
    if (matches) addMember(ctx, group, user, { rule: rule.id });
    else if (member) withdrawRule(ctx, member, rule.id);
    if (budget) budget.steps -= CHANGE;
    changed = true;
  }
  return changed;
}

/** Whether an active rule asks for the groups of a user. */
export const hasGroupRules = (ctx: Pick<ReadContext, 'store'>): boolean =>
  ctx.store.groupRules.where('status', 'ACTIVE').some((rule) => ruleOf(rule.expression).usesGroups);

/**
 * Brings every active rule's memberships of a user up to date. To be called after each change of the user's profile,
 * type, status or groups.
 * @param budget what it costs is taken from it
 */
export function applyRules(ctx: JobContext, user: UserRow, budget?: Budget): void {
  if (user.status === 'DEPROVISIONED' || ctx.store.groupRules.count() === 0) return;
  const rules = ctx.store.groupRules.where('status', 'ACTIVE');
  for (let round = 0; round < MAX_ROUNDS; round++) {
    let changed = false;
    for (const rule of rules) changed = applyRule(ctx, rule, user, budget) || changed;
    if (!changed || !rules.some((rule) => ruleOf(rule.expression).usesGroups)) return;
  }
}
