import type { View } from '../../../contract/reply.js';
import type { Schemas } from '../../../contract/routes.js';
import type { GroupRuleRow } from '../../../store/rows/groups.js';

/** One group rule (facts: groups §3). */
export const ruleView: View<GroupRuleRow, Schemas['GroupRule']> = (rule) => ({
  type: 'group_rule',
  id: rule.id,
  status: rule.status,
  name: rule.name,
  created: rule.created,
  lastUpdated: rule.lastUpdated,
  conditions: {
    // A rule that was made without people is shown without them, until somebody is excluded (facts: reports).
    ...(rule.people === false && rule.excludedUsers.length === 0
      ? {}
      : { people: { users: { exclude: rule.excludedUsers }, groups: { exclude: [] } } }),
    expression: { value: rule.expression, type: 'urn:okta:expression:1.0' },
  },
  actions: { assignUserToGroups: { groupIds: rule.groupIds } },
  allGroupsValid: rule.status !== 'INVALID',
});
