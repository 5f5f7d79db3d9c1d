import type { ReadContext } from '../../contract/context.js';
import type { JsonObject, Timestamp } from '../../store/rows/common.js';
import type { PolicyRow, PolicyRuleRow } from '../../store/rows/policies.js';
import { schemaIdOf } from '../schemas/ids.js';
import { CATCH_ALL_PRIORITY, kindOfRow } from './kinds.js';

type Reads = Pick<ReadContext, 'store'>;

/** What a new authentication policy asks of whom no other rule is for (facts: policy §Default rules). */
const twoFactors: JsonObject = {
  appSignOn: {
    access: 'ALLOW',
    verificationMethod: {
      factorMode: '2FA',
      type: 'ASSURANCE',
      reauthenticateIn: 'PT12H',
      constraints: [{ possession: { required: true, deviceBound: 'REQUIRED' } }],
    },
    keepMeSignedIn: { postAuth: 'NOT_ALLOWED' },
  },
};

/** What the schema of users requires, but for the login, which the first of a registration's steps asks for. */
export function requiredAttributes({ store }: Reads): JsonObject[] {
  const type = store.userTypes.where('default', 'true')[0];
  const base = type && store.schemas.get(schemaIdOf(type.id))?.base;
  return Object.entries(base ?? {})
    .filter(([name, { required }]) => required === true && name !== 'login')
    .map(([name, { title }]) => ({ name, label: String(title ?? name), required: true }));
}

const selfRegistration = (ctx: Reads): JsonObject => ({
  profileEnrollment: {
    access: 'ALLOW',
    preRegistrationInlineHooks: null,
    profileAttributes: requiredAttributes(ctx),
    targetGroupIds: null,
    unknownUserAction: 'REGISTER',
    activationRequirements: { emailVerification: true },
    progressiveProfilingAction: 'ENABLED',
    allowedIdentifiers: ['login'],
  },
});

/** What the rules of today's other types do at first: nothing (facts: policy §Default rules). */
const atRest: { readonly [type: string]: JsonObject } = {
  POST_AUTH_SESSION: { postAuthSession: { failureActions: [] } },
  SESSION_VIOLATION_DETECTION: { sessionViolationDetection: { policyEvaluation: { enabled: false } } },
  ENTITY_RISK: { entityRisk: { actions: [] } },
};

/** The rule that comes with a policy whose rules are not ranked: it is tried last, and for everybody. */
export function catchAllOf(ctx: Reads, policy: PolicyRow, now: Timestamp): Omit<PolicyRuleRow, 'id' | 'seq'> {
  const { type } = policy;
  return {
    policyId: policy.id,
    type: kindOfRow(policy).ruleType,
    name: 'Catch-all Rule',
    status: 'ACTIVE',
    priority: CATCH_ALL_PRIORITY,
    system: true,
    created: now,
    lastUpdated: now,
    conditions: null,
    actions: type === 'ACCESS_POLICY' ? twoFactors : (atRest[type] ?? selfRegistration(ctx)),
  };
}
