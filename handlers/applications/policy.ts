import { invalid, notFound } from '../../contract/errors.js';
import type { Act } from '../../contract/operations.js';
import { appTarget } from '../../objects/applications/view.js';
import { policyTarget } from '../../objects/policies/view.js';

/** The app of Okta's own pages for administrators: its policy is its own. */
const ADMIN_CONSOLE = { name: 'saasure', label: 'Okta Admin Console' };

/** Which policy says how people sign in to an app (facts: apps §5). */
export const updateApplicationPolicy: Act<'updateApplicationPolicy'> = ({ params }, ctx) => {
  const app = ctx.store.apps.require(params.appId);
  const policy = ctx.store.policies.get(params.policyId);
  if (policy?.type !== 'ACCESS_POLICY') throw notFound(params.policyId, 'Policy');
  const users = ctx.store.apps.where('accessPolicy', policy.id);
  if (app.name !== ADMIN_CONSOLE.name && users.some(({ name }) => name === ADMIN_CONSOLE.name)) {
    const say = `This policy belongs to "${ADMIN_CONSOLE.label}", and re-assignment of this policy is not allowed`;
    throw invalid('Policy', say);
  }
  ctx.store.apps.update(app.id, { accessPolicyId: policy.id, lastUpdated: ctx.now() });
  ctx.log('policy.mapping.create', [policyTarget(policy), appTarget(app)]);
};
