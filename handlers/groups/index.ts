import type { HandlersOf } from '../../contract/operations.js';
import { groupApps } from './apps.js';
import { groupCrud } from './crud.js';
import { groupMembers } from './members.js';
import { groupRoles } from './roles.js';
import { groupRules } from './rules/index.js';

/** The operations of the Group group (facts: groups). */
export const groups = {
  ...groupCrud,
  ...groupMembers,
  ...groupApps,
  ...groupRules,
  ...groupRoles,
} satisfies HandlersOf<'Group'>;
