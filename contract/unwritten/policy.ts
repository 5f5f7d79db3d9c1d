import type { OperationsOf } from '../routes.js';

/** The operations of Policy that are not written yet. */
export const policy = [
  'listPolicies',
  'createPolicy',
  'getPolicy',
  'updatePolicy',
  'deletePolicy',
  'activatePolicy',
  'deactivatePolicy',
  'listPolicyRules',
  'createPolicyRule',
  'getPolicyRule',
  'updatePolicyRule',
  'deletePolicyRule',
  'activatePolicyRule',
  'deactivatePolicyRule',
] as const satisfies readonly OperationsOf<'Policy'>[];
