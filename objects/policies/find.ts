import type { ReadContext } from '../../contract/context.js';
import { notFound } from '../../contract/errors.js';
import type { PolicyRow, PolicyRuleRow } from '../../store/rows/policies.js';
import { inOrder } from '../priorities.js';
import { kindOfRow } from './kinds.js';

type Reads = Pick<ReadContext, 'store'>;

/** @throws OktaError 404 that names the type by the prefix of the id (facts: policy) */
export function requirePolicy({ store }: Reads, id: string): PolicyRow {
  const policy = store.policies.get(id);
  if (!policy) throw notFound(id, id.startsWith('rst') ? 'RuleSetEntity' : 'Policy');
  return policy;
}

/** The policy whose rules a path names. @throws OktaError 404 `(Policy)` whatever the id looks like */
export function requirePolicyOfRules({ store }: Reads, id: string): PolicyRow {
  const policy = store.policies.get(id);
  if (!policy) throw notFound(id, 'Policy');
  return policy;
}

/** A rule of this policy. @throws OktaError 404 for a rule of another one, too */
export function requireRule({ store }: Reads, policy: PolicyRow, id: string): PolicyRuleRow {
  const rule = store.policyRules.get(id);
  if (!rule || rule.policyId !== policy.id) throw notFound(id, kindOfRow(policy).ruleName);
  return rule;
}

/** The policies of a type: by priority where they are ranked, else as they were made. */
export function policiesOf({ store }: Reads, type: string): readonly PolicyRow[] {
  const rows = store.policies.where('type', type);
  return kindOfRow({ type }).ranked ? inOrder(rows) : rows;
}

/** The rules of a policy in the order in which they are tried. */
export const rulesOf = ({ store }: Reads, policyId: string): PolicyRuleRow[] =>
  inOrder(store.policyRules.where('policy', policyId));
