import type { JobContext } from '../../../contract/context.js';
import type { MembershipRow } from '../../../store/rows/groups.js';
import { type Budget, CHANGE, drain, type JobKind, walk } from '../../job.js';
import { adoptMember, withdrawRule } from '../membership.js';
import { applyRule, applyRules, hasGroupRules } from './apply.js';

/** Takes the memberships of a rule while the budget lasts. `act` ends what makes each one the rule's. */
const overMembers = (ctx: JobContext, ruleId: string, budget: Budget, act: (member: MembershipRow) => void) =>
  drain(ctx.store.memberships, { index: 'rule', key: ruleId }, budget, (member) => {
    budget.steps -= CHANGE;
    if (member.rules.includes(ruleId)) act(member);
  });

/**
 * A rule that was switched on: its memberships are brought up to date for everybody, and the rules that ask for the
 * groups it fills. It ends where the rule was switched off or deleted meanwhile: what it had put there stays.
 */
export const applyRuleJob: JobKind = {
  kind: 'applyRule',
  slice: (ctx, { of, cursor }, budget) => {
    const rule = ctx.store.groupRules.get(of ?? '');
    if (rule?.status !== 'ACTIVE') return undefined;
    const chained = hasGroupRules(ctx);
    return walk(ctx.store.users, { cursor }, budget, (user) => {
      if (user.status === 'DEPROVISIONED' || !applyRule(ctx, rule, user, budget)) return;
      if (chained) applyRules(ctx, user, budget);
    });
  },
};

/** A group was renamed or deleted: the rules that ask for groups are brought up to date for everybody. */
export const applyGroupRulesJob: JobKind = {
  kind: 'applyGroupRules',
  slice: (ctx, { cursor }, budget) =>
    hasGroupRules(ctx) ? walk(ctx.store.users, { cursor }, budget, (user) => applyRules(ctx, user, budget)) : undefined,
};

/** A rule was deleted with its users: the memberships that only it explains go. */
export const withdrawRuleJob: JobKind = {
  kind: 'withdrawRule',
  slice: (ctx, { of }, budget) => {
    const chained = hasGroupRules(ctx);
    return overMembers(ctx, of ?? '', budget, (member) => {
      withdrawRule(ctx, member, of ?? '');
      const user = chained ? ctx.store.users.get(member.userId) : undefined;
      if (user) applyRules(ctx, user, budget);
    });
  },
};

/** A rule is gone or invalid: what it put into groups stays, as if put there by hand. */
export const adoptMembersJob: JobKind = {
  kind: 'adoptMembers',
  slice: (ctx, { of }, budget) => overMembers(ctx, of ?? '', budget, (member) => adoptMember(ctx, member, of ?? '')),
};
