import type { ReadContext } from '../../contract/context.js';
import type { HandlersOf } from '../../contract/operations.js';
import { list, reply, show } from '../../contract/reply.js';
import { assignRole, unassignRole } from '../../objects/roles/assign.js';
import { allRoles, anyRole, type RoleHolder, userHolder } from '../../objects/roles/holders.js';
import { appTargets, expandedRoles, groupTargets } from '../../objects/roles/target-lists.js';
import {
  addAllApps,
  addAppTarget,
  addGroupTarget,
  addInstanceTarget,
  dropAppTarget,
  dropGroupTarget,
  dropInstanceTarget,
  type Narrowable,
  narrowable,
} from '../../objects/roles/targets.js';
import type { TargetKind } from '../../objects/roles/types.js';
import { roleView } from '../../objects/roles/view.js';
import { findUser } from '../../objects/users/find.js';

interface Named {
  readonly userId: string;
  readonly roleId: string;
}

const holder = (ctx: ReadContext, userId: string): RoleHolder => userHolder(findUser(ctx, userId));

const roleOf = (ctx: ReadContext, { userId, roleId }: Named, kind: TargetKind): Narrowable =>
  narrowable(ctx, holder(ctx, userId), roleId, kind);

/** The roles of users (facts: roles). */
export const userRoles = {
  listAssignedRolesForUser({ params, query }, ctx) {
    const rows = allRoles(ctx, holder(ctx, params.userId));
    return query.expand ? expandedRoles(ctx, rows, query.expand) : list(roleView, rows);
  },

  assignRoleToUser({ params, query, body }, ctx) {
    const { row, isNew } = assignRole(ctx, holder(ctx, params.userId), { ...body }, query.disableNotifications);
    return isNew ? show(roleView, row) : reply(show(roleView, row), { status: 200 });
  },

  getUserRole: ({ params }, ctx) => show(roleView, anyRole(ctx, holder(ctx, params.userId), params.roleId)),

  removeRoleFromUser: ({ params }, ctx) => unassignRole(ctx, holder(ctx, params.userId), params.roleId),

  listGroupTargetsForRole: ({ params, query }, ctx) => groupTargets(ctx, roleOf(ctx, params, 'groups').row, query),

  addGroupTargetToRole: ({ params }, ctx) => addGroupTarget(ctx, roleOf(ctx, params, 'groups'), params.groupId),

  removeGroupTargetFromRole: ({ params }, ctx) => dropGroupTarget(ctx, roleOf(ctx, params, 'groups'), params.groupId),

  listApplicationTargetsForApplicationAdministratorRoleForUser: ({ params, query }, ctx) =>
    appTargets(ctx, roleOf(ctx, params, 'apps').row, query),

  addAllAppsAsTargetToRole: ({ params }, ctx) => addAllApps(ctx, roleOf(ctx, params, 'apps')),

  addApplicationTargetToAdminRoleForUser: ({ params }, ctx) =>
    addAppTarget(ctx, roleOf(ctx, params, 'apps'), params.appName),

  removeApplicationTargetFromApplicationAdministratorRoleForUser: ({ params }, ctx) =>
    dropAppTarget(ctx, roleOf(ctx, params, 'apps'), params.appName),

  addApplicationTargetToAppAdminRoleForUser: ({ params }, ctx) =>
    addInstanceTarget(ctx, roleOf(ctx, params, 'apps'), params.appName, params.applicationId),

  removeApplicationTargetFromAdministratorRoleForUser: ({ params }, ctx) =>
    dropInstanceTarget(ctx, roleOf(ctx, params, 'apps'), params.appName, params.applicationId),
} satisfies Partial<HandlersOf<'User'>>;
