import type { ReadContext } from '../../contract/context.js';

/** The id of the policy that apps of an org fall under where nothing else is said; null in an org without such policies. */
export function defaultPolicyId(
  { store }: Pick<ReadContext, 'store'>,
  type: 'ACCESS_POLICY' | 'PROFILE_ENROLLMENT',
): string | null {
  const policies = store.policies.where('type', type);
  return (policies.find(({ system }) => system) ?? policies[0])?.id ?? null;
}
