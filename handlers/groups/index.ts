import type { HandlersOf } from '../../contract/operations.js';
import { groupCrud } from './crud.js';
import { groupMembers } from './members.js';
import { groupRules } from './rules/index.js';

/** The operations of the Group group (facts: groups). */
export const groups = { ...groupCrud, ...groupMembers, ...groupRules } satisfies HandlersOf<'Group'>;
