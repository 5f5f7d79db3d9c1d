import { watching } from '../../objects/policies/kinds.js';
import { addMissing } from '../apply/apply.js';
import type { Step } from './step.js';

/** Orgs that were made before there were policies that watch over sessions have none of them. */
export const watchingPolicies: Step = {
  after: ['policies'],
  run(org) {
    const policies = org.defaults.policies.filter(({ type }) => watching.includes(type));
    addMissing('policies', { ...org.defaults, policies }, org);
  },
};
