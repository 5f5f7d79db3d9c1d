import type { Json, Row, Timestamp } from './common.js';

export type GroupType = 'OKTA_GROUP' | 'APP_GROUP' | 'BUILT_IN';
export interface GroupRow extends Row {
  readonly type: GroupType;
  readonly objectClass: readonly string[];
  readonly created: Timestamp;
  readonly lastUpdated: Timestamp;
  readonly lastMembershipUpdated: Timestamp;
  readonly profile: Readonly<Record<string, Json>>;
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
  readonly groupIds: readonly string[];
}
