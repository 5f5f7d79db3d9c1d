import type { JsonObject, Row, Timestamp } from './common.js';
import { collection, textsAt } from './spec.js';

/** Members that policies and rules share. */
interface Ranked extends Row {
  readonly name: string;
  readonly status: 'ACTIVE' | 'INACTIVE';
  /** 1..n within the type; the newer engine has 1 for every policy and gaps between rules (facts: policy). */
  readonly priority: number;
  /** Okta's own: cannot be removed, and is tried last. */
  readonly system: boolean;
  readonly created: Timestamp;
  readonly lastUpdated: Timestamp;
  /** Null where the kind has none. */
  readonly conditions: JsonObject | null;
}

/** A policy (facts: policy). */
export interface PolicyRow extends Ranked {
  readonly type: string;
  readonly description?: string | null;
  /** Of PASSWORD and MFA_ENROLL. */
  readonly settings?: JsonObject;
}

/** A rule of a policy. */
export interface PolicyRuleRow extends Ranked {
  readonly policyId: string;
  /** The type of its policy, but SIGN_ON for OKTA_SIGN_ON. */
  readonly type: string;
  readonly actions: JsonObject;
}

export const policies = collection<PolicyRow>()({
  prefix: '00p',
  typeName: 'Policy',
  index: {
    type: (row) => row.type,
    group: (row) => [
      ...textsAt(row.conditions, 'people', 'groups', 'include'),
      ...textsAt(row.conditions, 'people', 'groups', 'exclude'),
    ],
    zone: (row) =>
      [...textsAt(row.conditions, 'network', 'include'), ...textsAt(row.conditions, 'network', 'exclude')].filter(
        (id) => id.startsWith('nzo'),
      ),
  },
  // A group that is gone matches nobody; the condition goes on to name it.
  references: { group: { to: 'groups', onRemove: 'keep' }, zone: { to: 'zones', onRemove: 'refuse' } },
});

export const policyRules = collection<PolicyRuleRow>()({
  prefix: '0pr',
  typeName: 'PolicyRule',
  index: {
    policy: (row) => row.policyId,
    group: (row) => [
      ...textsAt(row.conditions, 'people', 'groups', 'include'),
      ...textsAt(row.conditions, 'people', 'groups', 'exclude'),
    ],
    user: (row) => [
      ...textsAt(row.conditions, 'people', 'users', 'include'),
      ...textsAt(row.conditions, 'people', 'users', 'exclude'),
    ],
    zone: (row) =>
      [...textsAt(row.conditions, 'network', 'include'), ...textsAt(row.conditions, 'network', 'exclude')].filter(
        (id) => id.startsWith('nzo'),
      ),
    app: (row) => [
      ...textsAt(row.conditions, 'app', 'include', 'id'),
      ...textsAt(row.conditions, 'app', 'exclude', 'id'),
    ],
    provider: (row) => [
      ...textsAt(row.conditions, 'identityProvider', 'idpIds'),
      ...textsAt(row.actions, 'idp', 'providers', 'id'),
    ],
    userType: (row) => [
      ...textsAt(row.conditions, 'userType', 'include'),
      ...textsAt(row.conditions, 'userType', 'exclude'),
    ],
    target: (row) => textsAt(row.actions, 'profileEnrollment', 'targetGroupIds'),
    hook: (row) => textsAt(row.actions, 'profileEnrollment', 'preRegistrationInlineHooks', 'inlineHookId'),
  },
  references: {
    // What is gone is what nobody comes by: the condition goes on to name it, or it would hold for everybody.
    policy: { to: 'policies', onRemove: 'cascade' },
    group: { to: 'groups', onRemove: 'keep' },
    user: { to: 'users', onRemove: 'keep' },
    zone: { to: 'zones', onRemove: 'refuse' },
    app: { to: 'apps', onRemove: 'keep' },
    provider: { to: 'identityProviders', onRemove: 'keep' },
    userType: { to: 'userTypes', onRemove: 'keep' },
    target: { to: 'groups', onRemove: 'keep' },
    hook: { to: 'inlineHooks', onRemove: 'keep' },
  },
});
