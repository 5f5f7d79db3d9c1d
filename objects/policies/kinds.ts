import type { ReadContext } from '../../contract/context.js';
import type { PolicyRow } from '../../store/rows/policies.js';

/** What differs between the types of policies (facts: policy). */
export interface PolicyKind {
  readonly type: string;
  /** The type of its rules. */
  readonly ruleType: string;
  readonly policyPrefix: '00p' | 'rst';
  readonly rulePrefix: '0pr' | 'rul';
  /** The names that a 404 gives the policy and its rules. */
  readonly policyName: 'Policy' | 'RuleSetEntity';
  readonly ruleName: 'PolicyRule' | 'RuleEntity';
  /**
   * Whether policies stand in order of priority and rules have 1..n. Without it, the engine that came later: every policy
   * has priority 1 and no conditions, rules may leave gaps, and a catch-all rule comes with the policy.
   */
  readonly ranked: boolean;
  /** Conditions that its policies and its rules may have. */
  readonly policyConditions: readonly string[];
  readonly ruleConditions: readonly string[];
  /** Most policies of the type, where there is a limit. */
  readonly max?: number;
  /** There is the one policy that Okta made. */
  readonly single?: boolean;
  /** The catch-all rule stays the only one. */
  readonly singleRule?: boolean;
}

const ranked = (type: string, more: Partial<PolicyKind>): PolicyKind => ({
  type,
  ruleType: type,
  policyPrefix: '00p',
  rulePrefix: '0pr',
  policyName: 'Policy',
  ruleName: 'PolicyRule',
  ranked: true,
  policyConditions: ['people'],
  ruleConditions: ['people', 'network'],
  ...more,
});

const ruleSet = (type: string, more: Partial<PolicyKind>): PolicyKind => ({
  type,
  ruleType: type,
  policyPrefix: 'rst',
  rulePrefix: 'rul',
  policyName: 'RuleSetEntity',
  ruleName: 'RuleEntity',
  ranked: false,
  policyConditions: [],
  ruleConditions: [],
  ...more,
});

/** What watches over sessions and accounts after people have signed in. */
export const watching: readonly string[] = ['POST_AUTH_SESSION', 'SESSION_VIOLATION_DETECTION', 'ENTITY_RISK'];

const kinds: ReadonlyMap<string, PolicyKind> = new Map(
  [
    ranked('OKTA_SIGN_ON', {
      ruleType: 'SIGN_ON',
      ruleConditions: ['people', 'network', 'authContext', 'risk', 'riskScore', 'identityProvider'],
    }),
    ranked('PASSWORD', { policyConditions: ['people', 'authProvider'] }),
    ranked('MFA_ENROLL', {
      policyConditions: ['people', 'network', 'app'],
      ruleConditions: ['people', 'network', 'app'],
    }),
    ranked('IDP_DISCOVERY', {
      policyConditions: [],
      ruleConditions: ['network', 'platform', 'userIdentifier', 'app'],
      single: true,
    }),
    ruleSet('ACCESS_POLICY', {
      ruleConditions: ['people', 'network', 'device', 'platform', 'elCondition', 'riskScore', 'userType'],
      max: 5000,
    }),
    ruleSet('PROFILE_ENROLLMENT', { max: 500, singleRule: true }),
    // Later than the contract; every org of today has one of each, with one rule (facts: policy §Default rules).
    ...watching.map((type) => ruleSet(type, { single: true, singleRule: true })),
  ].map((kind) => [kind.type, kind]),
);

/** Every type that an org can have. */
export const policyTypes: readonly string[] = [...kinds.keys()];

/** Whether the org signs people in with Identity Engine. */
export const isIdentityEngine = (ctx: Pick<ReadContext, 'store'>): boolean => ctx.store.org.all()[0]?.pipeline !== 'v1';

/** The kind of this type in this org; undefined for a type that it does not have. */
export function kindOf(ctx: Pick<ReadContext, 'store'>, type: unknown): PolicyKind | undefined {
  const kind = typeof type === 'string' ? kinds.get(type) : undefined;
  return kind && (kind.ranked || isIdentityEngine(ctx)) ? kind : undefined;
}

/** The kind of a policy that is there. */
export function kindOfRow({ type }: Pick<PolicyRow, 'type'>): PolicyKind {
  const kind = kinds.get(type);
  if (!kind) throw new Error(`a policy of the unknown type ${type}`);
  return kind;
}

/** The most rules of a policy without ranks, its catch-all among them; and the catch-all's priority. */
export const MAX_RULES = 100;
export const CATCH_ALL_PRIORITY = 99;
