import type { View } from '../../contract/reply.js';
import type { Schemas } from '../../contract/routes.js';
import type { LogTarget } from '../../store/rows/logs.js';
import type { RoleAssignmentRow } from '../../store/rows/roles.js';
import { target } from '../logs/targets.js';
import { standardRole } from './types.js';

/** The id that an assignment is shown by: those of one narrowable type share theirs (facts: roles §2). */
export const shownId = ({ id, type }: RoleAssignmentRow): string => standardRole(type)?.id ?? id;

/** A role as its holder has it, or as the members of a group inherit it. */
export const roleView: View<RoleAssignmentRow, Schemas['Role']> = (row, links) => {
  const { label, type, created, lastUpdated, userId, groupId, customRoleId, resourceSetId } = row;
  const assignee = userId === null ? links.to('getGroup', { groupId: groupId ?? '' }) : links.to('getUser', { userId });
  return {
    id: shownId(row),
    ...(customRoleId === undefined ? {} : { role: customRoleId }),
    label,
    type,
    status: 'ACTIVE',
    created,
    lastUpdated,
    assignmentType: userId === null ? 'GROUP' : 'USER',
    ...(resourceSetId === undefined ? {} : { 'resource-set': resourceSetId }),
    _links: { assignee },
  };
};

/** A role as events name it. */
export const roleTarget = (row: RoleAssignmentRow): LogTarget => target(shownId(row), 'ROLE', 'unknown', row.label);
