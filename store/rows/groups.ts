import type { Json, Row, Timestamp } from './common.js';
import { collection, folded, foldKey } from './spec.js';

export type GroupType = 'OKTA_GROUP' | 'APP_GROUP' | 'BUILT_IN';
export interface GroupRow extends Row {
  readonly type: GroupType;
  readonly objectClass: readonly string[];
  readonly created: Timestamp;
  readonly lastUpdated: Timestamp;
  readonly lastMembershipUpdated: Timestamp;
  readonly profile: Readonly<Record<string, Json>>;
  /** The application that an app group comes from; null where it is gone. */
  readonly sourceAppId?: string | null;
}

/**
 * One user in one group. Every user is in the built-in group Everyone: that membership is a fact of being a user
 * and has no row.
 */
export interface MembershipRow extends Row {
  readonly groupId: string;
  readonly userId: string;
  /** Added by hand, by seed or by import. */
  readonly manual: boolean;
  /** Ids of the active or once active group rules that added it. */
  readonly rules: readonly string[];
}

/** A rule that puts users into groups (facts: groups §3). */
export interface GroupRuleRow extends Row {
  readonly status: 'ACTIVE' | 'INACTIVE' | 'INVALID';
  readonly name: string;
  readonly created: Timestamp;
  readonly lastUpdated: Timestamp;
  readonly expression: string;
  readonly excludedUsers: readonly string[];
  /** False where the rule was made without `conditions.people`. */
  readonly people?: false;
  readonly groupIds: readonly string[];
}

/** By name, and by id where names are the same: as groups of applications may be. */
const byName = (name: unknown, id: string): string => `${foldKey(String(name))}\u0000${id}`;

export const groups = collection<GroupRow>()({
  prefix: '00g',
  typeName: 'UserGroup',
  unique: { name: (row) => (row.type === 'APP_GROUP' ? undefined : folded(row.profile.name)) },
  uniqueness: { name: { folded: true } },
  index: { type: (row) => row.type, source: (row) => row.sourceAppId ?? undefined },
  references: { source: { to: 'apps', onRemove: 'clear', clear: () => ({ sourceAppId: null }) } },
  orders: { name: { key: (row) => byName(row.profile.name, row.id) } },
});

export const memberships = collection<MembershipRow>()({
  prefix: 'mem',
  typeName: 'Membership',
  unique: { pair: (row) => `${row.groupId} ${row.userId}` },
  index: { group: (row) => row.groupId, user: (row) => row.userId, rule: (row) => row.rules },
  references: {
    group: { to: 'groups', onRemove: 'cascade' },
    user: { to: 'users', onRemove: 'cascade' },
    // What a rule put there stays when the rule goes, as if put there by hand.
    rule: {
      to: 'groupRules',
      onRemove: 'clear',
      clear: (row, id) => ({ manual: true, rules: row.rules.filter((rule) => rule !== id) }),
    },
  },
});

export const groupRules = collection<GroupRuleRow>()({
  prefix: '0pr',
  typeName: 'GroupRule',
  unique: { name: (row) => foldKey(row.name) },
  uniqueness: { name: { folded: true, cause: 'name: Policy rule name already in use' } },
  index: { status: (row) => row.status, group: (row) => row.groupIds },
  orders: { name: { key: (row) => byName(row.name, row.id) } },
  // A rule whose group was deleted is invalid, and goes on to name it.
  references: { group: { to: 'groups', onRemove: 'keep' } },
});
