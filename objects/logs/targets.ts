import { forLast } from '../../store/for-last.js';
import type { JsonObject } from '../../store/rows/common.js';
import type { GroupRow, GroupRuleRow } from '../../store/rows/groups.js';
import type { LinkedObjectRow } from '../../store/rows/linked-objects.js';
import type { LogTarget } from '../../store/rows/logs.js';
import type { SchemaRow } from '../../store/rows/schemas.js';
import type { UserTypeRow } from '../../store/rows/user-types.js';
import type { UserRow } from '../../store/rows/users.js';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What an event says of an object; groups without a name for it say `unknown`. */
export const target = (
  id: string,
  type: string,
  alternateId: string,
  displayName: string,
  detail?: JsonObject,
): LogTarget =>
  detail ? { id, type, alternateId, displayName, detailEntry: detail } : { id, type, alternateId, displayName };

/** A user: its login, and first and last name. */
export const userTarget = ({ id, profile }: UserRow): LogTarget =>
  target(id, 'User', text(profile.login), `${text(profile.firstName)} ${text(profile.lastName)}`.trim());

/** A group: its name; groups have no alternate id. */
export const groupTarget = forLast(
  ({ id, profile }: GroupRow): LogTarget => target(id, 'UserGroup', 'unknown', text(profile.name)),
);

/**
 * A group rule. Okta keeps group rules as policy rules, and its `policy.rule.*` events name them so.
 * @param type `Rule` in the events of the `group.user_membership.rule` family
 */
export const ruleTarget = ({ id, name }: GroupRuleRow, type: 'PolicyRule' | 'Rule' = 'PolicyRule'): LogTarget =>
  target(id, type, 'unknown', name);

/** A user type. */
export const typeTarget = ({ id, name, displayName }: UserTypeRow): LogTarget =>
  target(id, 'UserType', name, displayName);

/** A profile schema. */
export const schemaTarget = ({ id, name, title }: SchemaRow): LogTarget => target(id, 'Schema', name, title);

/** The definition of a relation. */
export const linkedObjectTarget = ({ id, primary }: LinkedObjectRow): LogTarget =>
  target(id, 'LinkedObject', primary.name, primary.title);
