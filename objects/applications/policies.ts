import type { ReadContext } from '../../contract/context.js';

type Reading = Pick<ReadContext, 'store'>;
type Type = 'ACCESS_POLICY' | 'PROFILE_ENROLLMENT';

/** The id of the policy that apps of an org fall under where nothing else is said; null in an org without such policies. */
export function defaultPolicyId({ store }: Reading, type: Type): string | null {
  const policies = store.policies.where('type', type);
  return (policies.find(({ system }) => system) ?? policies[0])?.id ?? null;
}

/** The id of the policy of this name, or undefined. */
export const policyIdOf = ({ store }: Reading, type: Type, name: string): string | undefined =>
  store.policies.where('type', type).find((policy) => policy.name === name)?.id;
