import type { Context } from '../../contract/context.js';
import { invalid } from '../../contract/errors.js';
import type { NeighbourCall } from '../../contract/neighbours.js';
import { requirePolicyOfRules } from '../../objects/policies/find.js';

/**
 * Where a policy's link for its mappings leads, and where Okta maps nothing any more: apps get their policies by an
 * operation of their own (facts: policy §Common validation).
 * @throws OktaError 400 E0000001 whatever is sent
 */
export function createMapping({ params }: NeighbourCall, ctx: Context): never {
  requirePolicyOfRules(ctx, params.policyId ?? '');
  throw invalid('Policy mappings are no longer supported on this endpoint.');
}
