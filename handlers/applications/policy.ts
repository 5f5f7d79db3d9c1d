import type { ReadContext } from '../../contract/context.js';
import { invalid, type OktaError } from '../../contract/errors.js';
import type { Act } from '../../contract/operations.js';
import { appTarget } from '../../objects/applications/view.js';
import { requirePolicy } from '../../objects/policies/find.js';
import { policyTarget } from '../../objects/policies/view.js';
import type { AppRow } from '../../store/rows/applications.js';
import type { PolicyRow } from '../../store/rows/policies.js';

/** The app of Okta's own pages for administrators: its policy is its own. */
const ADMIN_CONSOLE = { name: 'saasure', label: 'Okta Admin Console' };

/** What an app keeps of a policy of each kind that it can have (facts: policy §App and policy assignment). */
const members = { ACCESS_POLICY: 'accessPolicyId', PROFILE_ENROLLMENT: 'profileEnrollmentId' } as const;

/** Nobody signs in to a service: it has no use for a policy of those who do (facts: policy §Common validation). */
const isService = ({ settings }: AppRow): boolean => settings.oauthClient?.application_type === 'service';

/** A policy of a kind that the app does not have. */
function unfit(app: AppRow, policy: PolicyRow): OktaError {
  const given = `An invalid resource type ("${policy.id}") was supplied in the request body.`;
  const say = `${given} Valid types include ${app.id}.`;
  const where = { location: 'resourceType', locationType: 'body', domain: 'policy' };
  return invalid(say, { errorSummary: say, reason: 'INVALID_VALUE', ...where });
}

/** Administrators sign in by a policy of their own: no other app gets it, and their app gets no other. */
function checkConsole(ctx: Pick<ReadContext, 'store'>, app: AppRow, policy: PolicyRow): void {
  const parties = [app, ...ctx.store.apps.where('accessPolicy', policy.id)];
  if (!parties.some(({ name }) => name === ADMIN_CONSOLE.name)) return;
  const say = `This policy belongs to "${ADMIN_CONSOLE.label}", and re-assignment of this policy is not allowed`;
  throw invalid('Policy', say);
}

/** Which policy says how people sign in to an app, or enrol in it (facts: apps §5). */
export const updateApplicationPolicy: Act<'updateApplicationPolicy'> = ({ params }, ctx) => {
  const app = ctx.store.apps.require(params.appId);
  const policy = requirePolicy(ctx, params.policyId);
  const { type } = policy;
  if ((type !== 'ACCESS_POLICY' && type !== 'PROFILE_ENROLLMENT') || isService(app)) throw unfit(app, policy);
  if (type === 'ACCESS_POLICY' && app.accessPolicyId !== policy.id) checkConsole(ctx, app, policy);
  ctx.store.apps.update(app.id, { [members[type]]: policy.id, lastUpdated: ctx.now() });
  ctx.log('policy.mapping.create', [policyTarget(policy), appTarget(app)]);
};
