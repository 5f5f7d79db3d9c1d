import type { Json, JsonObject, Row, Timestamp } from './common.js';
import { collection } from './spec.js';

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

/** The texts of a list somewhere inside a value; none where there is none. */
const textsAt = (value: Json, ...path: readonly string[]): readonly string[] => {
  let node: unknown = value;
  for (const name of path) node = (node as Record<string, unknown> | null | undefined)?.[name];
  return Array.isArray(node) ? node.filter((item): item is string => typeof item === 'string') : [];
};

const peopleOf = (conditions: Json, what: 'groups' | 'users'): readonly string[] => [
  ...textsAt(conditions, 'people', what, 'include'),
  ...textsAt(conditions, 'people', what, 'exclude'),
];

const zonesOf = (conditions: Json): readonly string[] =>
  [...textsAt(conditions, 'network', 'include'), ...textsAt(conditions, 'network', 'exclude')].filter((id) =>
    id.startsWith('nzo'),
  );

export const policies = collection<PolicyRow>()({
  prefix: '00p',
  typeName: 'Policy',
  index: {
    type: (row) => row.type,
    group: (row) => peopleOf(row.conditions, 'groups'),
    zone: (row) => zonesOf(row.conditions),
  },
  // A group that is gone matches nobody; the condition goes on to name it.
  references: { group: { to: 'groups', onRemove: 'keep' }, zone: { to: 'zones', onRemove: 'refuse' } },
});

export const policyRules = collection<PolicyRuleRow>()({
  prefix: '0pr',
  typeName: 'PolicyRule',
  index: {
    policy: (row) => row.policyId,
    group: (row) => peopleOf(row.conditions, 'groups'),
    user: (row) => peopleOf(row.conditions, 'users'),
    zone: (row) => zonesOf(row.conditions),
  },
  references: {
    policy: { to: 'policies', onRemove: 'cascade' },
    group: { to: 'groups', onRemove: 'keep' },
    user: { to: 'users', onRemove: 'keep' },
    zone: { to: 'zones', onRemove: 'refuse' },
  },
});
