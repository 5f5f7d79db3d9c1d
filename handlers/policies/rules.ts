import type { Context } from '../../contract/context.js';
import { forbidden, invalid } from '../../contract/errors.js';
import type { HandlersOf } from '../../contract/operations.js';
import { list, show } from '../../contract/reply.js';
import { policyChanged } from '../../objects/policies/changed.js';
import { requirePolicyOfRules, requireRule, rulesOf } from '../../objects/policies/find.js';
import { isIdentityEngine, kindOfRow, MAX_RULES } from '../../objects/policies/kinds.js';
import { takeSlot } from '../../objects/policies/rule-slots.js';
import { policyRuleTarget, policyRuleView, policyTarget } from '../../objects/policies/view.js';
import { closeGap, makeRoom, moveTo } from '../../objects/priorities.js';
import { removeWithReferences } from '../../objects/removal.js';
import type { PolicyRow, PolicyRuleRow } from '../../store/rows/policies.js';
import { readRule } from './given/rule.js';

type RuleEvent =
  | 'policy.rule.add'
  | 'policy.rule.update'
  | 'policy.rule.delete'
  | 'policy.rule.activate'
  | 'policy.rule.deactivate';

/** Every change of a rule ends here: it is told, and what follows from it begins. */
function changed(ctx: Context, event: RuleEvent, policy: PolicyRow, rule: PolicyRuleRow): void {
  policyChanged(ctx, policy);
  ctx.log(event, [policyTarget(policy), policyRuleTarget(rule)]);
}

/** What is refused where no number is left. */
const tooMany = () => invalid('priority', `priority: A policy cannot have more than ${MAX_RULES} rules.`);

/** The number of a rule that a client adds, others moved out of its way. */
function placeOf(ctx: Context, policy: PolicyRow, wanted: number | null | undefined): number {
  const { policyRules } = ctx.store;
  const siblings = policyRules.where('policy', policy.id);
  if (kindOfRow(policy).ranked) return makeRoom(policyRules, siblings, ctx.now(), wanted);
  const slot = takeSlot(policyRules, siblings, ctx.now(), wanted);
  if (slot === undefined) throw tooMany();
  return slot;
}

/** The number of a rule that is changed; Okta's own keep theirs. */
function moved(ctx: Context, policy: PolicyRow, rule: PolicyRuleRow, wanted: number | null | undefined): number {
  const { policyRules } = ctx.store;
  const siblings = policyRules.where('policy', policy.id);
  if (kindOfRow(policy).ranked) return moveTo(policyRules, siblings, rule.id, ctx.now(), wanted);
  if (rule.system || wanted === undefined || wanted === null) return rule.priority;
  const slot = takeSlot(policyRules, siblings, ctx.now(), wanted, rule.id);
  if (slot === undefined) throw tooMany();
  return slot;
}

/** Okta's own rules can be changed in Identity Engine alone, and some not even there (facts: policy §Editability). */
function checkEditable(ctx: Context, policy: PolicyRow, { system }: PolicyRuleRow): void {
  const fixed = policy.type === 'MFA_ENROLL' || policy.type === 'IDP_DISCOVERY';
  if (system && (fixed || !isIdentityEngine(ctx))) throw forbidden();
}

/** A rule that is so already is saved again, and nothing is told of it, as recorded. */
function turn(ctx: Context, params: { policyId: string; ruleId: string }, status: PolicyRuleRow['status']): void {
  const policy = requirePolicyOfRules(ctx, params.policyId);
  const before = requireRule(ctx, policy, params.ruleId);
  if (status === 'INACTIVE' && before.system) throw forbidden();
  const rule = ctx.store.policyRules.update(before.id, { status, lastUpdated: ctx.now() });
  if (before.status === status) return;
  changed(ctx, status === 'ACTIVE' ? 'policy.rule.activate' : 'policy.rule.deactivate', policy, rule);
}

/** The rules of policies (facts: policy). */
export const ruleHandlers = {
  listPolicyRules: ({ params }, ctx) =>
    list(policyRuleView, rulesOf(ctx, requirePolicyOfRules(ctx, params.policyId).id)),

  getPolicyRule: ({ params }, ctx) =>
    show(policyRuleView, requireRule(ctx, requirePolicyOfRules(ctx, params.policyId), params.ruleId)),

  createPolicyRule({ params, query, body }, ctx) {
    const policy = requirePolicyOfRules(ctx, params.policyId);
    const kind = kindOfRow(policy);
    if (kind.singleRule) throw invalid('type', `type: A policy of the type ${kind.type} has one rule only.`);
    const given = readRule(ctx, policy, body);
    const priority = placeOf(ctx, policy, body.priority);
    const now = ctx.now();
    const rule = ctx.store.policyRules.insert({
      ...given,
      id: ctx.ids.next(kind.rulePrefix),
      policyId: policy.id,
      status: query.activate === false ? 'INACTIVE' : 'ACTIVE',
      priority,
      system: false,
      created: now,
      lastUpdated: now,
    });
    changed(ctx, 'policy.rule.add', policy, rule);
    return show(policyRuleView, rule);
  },

  updatePolicyRule({ params, body }, ctx) {
    const policy = requirePolicyOfRules(ctx, params.policyId);
    const before = requireRule(ctx, policy, params.ruleId);
    checkEditable(ctx, policy, before);
    const given = readRule(ctx, policy, body, before);
    const priority = moved(ctx, policy, before, body.priority);
    const rule = ctx.store.policyRules.update(before.id, { ...given, priority, lastUpdated: ctx.now() });
    changed(ctx, 'policy.rule.update', policy, rule);
    return show(policyRuleView, rule);
  },

  deletePolicyRule({ params }, ctx) {
    const { policyRules } = ctx.store;
    const policy = requirePolicyOfRules(ctx, params.policyId);
    const rule = requireRule(ctx, policy, params.ruleId);
    if (rule.system) throw forbidden();
    removeWithReferences(ctx, 'policyRules', rule.id);
    if (kindOfRow(policy).ranked) closeGap(policyRules, policyRules.where('policy', policy.id), ctx.now());
    changed(ctx, 'policy.rule.delete', policy, rule);
  },

  activatePolicyRule: ({ params }, ctx) => turn(ctx, params, 'ACTIVE'),
  deactivatePolicyRule: ({ params }, ctx) => turn(ctx, params, 'INACTIVE'),
} satisfies Partial<HandlersOf<'Policy'>>;
