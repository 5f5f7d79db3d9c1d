import { addRules, rankPolicies } from '../apply/policies.js';
import { missingDefaults, type Step } from './step.js';

/**
 * Orgs that were made before policies could be asked for have the default password policy at most, and no rule. What they
 * have stays as it is; a policy without rules would no longer apply, so each is given the usual one.
 */
export const policies: Step = {
  run(org) {
    const { store, ids, clock, defaults } = org;
    for (const policy of store.policies.all()) {
      if (store.policyRules.count('policy', policy.id) > 0) continue;
      const rules = policy.system
        ? defaults.policies.find(({ type, system }) => system && type === policy.type)
        : undefined;
      addRules(policy, rules?.rules, { store, ids, now: clock.timestamp() });
    }
    missingDefaults('policies')(org);
    rankPolicies(store);
  },
};
