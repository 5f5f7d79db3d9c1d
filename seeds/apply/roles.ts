import { prefixOf, standardRole } from '../../objects/roles/types.js';
import type { RoleAssignmentRow } from '../../store/rows/roles.js';
import { foldKey } from '../../store/rows/spec.js';
import type { Store } from '../../store/types.js';
import type { SeedRole } from '../read/sections/roles.js';
import type { Kind } from './applying.js';

const nameOf = ({ type, user, group, customRole, resourceSet }: SeedRole): string =>
  [type, ...(customRole === undefined ? [] : [customRole, resourceSet ?? '']), 'of', user ?? group ?? ''].join(' ');

/** What a seed would call an assignment. */
function nameIn(store: Store, row: RoleAssignmentRow): string {
  const user = store.users.get(row.userId ?? '')?.profile.login;
  const group = store.groups.get(row.groupId ?? '')?.profile.name;
  const set = store.resourceSets.get(row.resourceSetId ?? '')?.label;
  const custom = row.customRoleId === undefined ? [] : [row.label, set ?? ''];
  return [row.type, ...custom, 'of', String(user ?? group)].join(' ');
}

/** Roles of users and groups, with what narrows them. */
export const roles: Kind<SeedRole> = {
  nameOf,
  find: (store, name) => store.roleAssignments.all().find((row) => foldKey(nameIn(store, row)) === foldKey(name))?.id,
  add(role, { store, ids, now, idOf }) {
    const { type, user, group, customRole, resourceSet, targetGroups, targetApps } = role;
    const { id } = store.roleAssignments.insert({
      id: role.id ?? ids.next(prefixOf(type, user === undefined ? 'group' : 'user')),
      type,
      label: standardRole(type)?.label ?? customRole ?? type,
      userId: user === undefined ? null : idOf('users', user),
      groupId: group === undefined ? null : idOf('groups', group),
      created: now,
      lastUpdated: now,
      disableNotifications: role.disableNotifications,
      ...(customRole === undefined ? {} : { customRoleId: idOf('customRoles', customRole) }),
      ...(resourceSet === undefined ? {} : { resourceSetId: idOf('resourceSets', resourceSet) }),
    });
    for (const name of targetGroups) store.roleTargets.insert({ assignmentId: id, groupId: idOf('groups', name) });
    for (const appName of targetApps) store.roleTargets.insert({ assignmentId: id, appName });
  },
};
