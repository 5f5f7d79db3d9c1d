import type { ReadContext } from '../../contract/context.js';
import type { HandlersOf } from '../../contract/operations.js';
import { list, reply, show } from '../../contract/reply.js';
import { assignRole, unassignRole } from '../../objects/roles/assign.js';
import { anyRole, groupHolder, ownRoles, type RoleHolder } from '../../objects/roles/holders.js';
import { appTargets, expandedRoles, groupTargets } from '../../objects/roles/target-lists.js';
import {
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

interface Named {
  readonly groupId: string;
  readonly roleId: string;
}

const holder = (ctx: ReadContext, groupId: string): RoleHolder => groupHolder(ctx.store.groups.require(groupId));

const roleOf = (ctx: ReadContext, { groupId, roleId }: Named, kind: TargetKind): Narrowable =>
  narrowable(ctx, holder(ctx, groupId), roleId, kind);

/** The roles of groups, which their members inherit (facts: roles). */
export const groupRoles = {
  listGroupAssignedRoles({ params, query }, ctx) {
    const rows = ownRoles(ctx, holder(ctx, params.groupId));
    return query.expand ? expandedRoles(ctx, rows, query.expand) : list(roleView, rows);
  },

  assignRoleToGroup({ params, query, body }, ctx) {
    const { row, isNew } = assignRole(ctx, holder(ctx, params.groupId), { ...body }, query.disableNotifications);
    return isNew ? show(roleView, row) : reply(show(roleView, row), { status: 200 });
  },

  getRole: ({ params }, ctx) => show(roleView, anyRole(ctx, holder(ctx, params.groupId), params.roleId)),

  removeRoleFromGroup: ({ params }, ctx) => unassignRole(ctx, holder(ctx, params.groupId), params.roleId),

  listGroupTargetsForGroupRole: ({ params, query }, ctx) => groupTargets(ctx, roleOf(ctx, params, 'groups').row, query),

  addGroupTargetToGroupAdministratorRoleForGroup: ({ params }, ctx) =>
    addGroupTarget(ctx, roleOf(ctx, params, 'groups'), params.targetGroupId),

  removeGroupTargetFromGroupAdministratorRoleGivenToGroup: ({ params }, ctx) =>
    dropGroupTarget(ctx, roleOf(ctx, params, 'groups'), params.targetGroupId),

  listApplicationTargetsForApplicationAdministratorRoleForGroup: ({ params, query }, ctx) =>
    appTargets(ctx, roleOf(ctx, params, 'apps').row, query),

  addApplicationTargetToAdminRoleGivenToGroup: ({ params }, ctx) =>
    addAppTarget(ctx, roleOf(ctx, params, 'apps'), params.appName),

  removeApplicationTargetFromApplicationAdministratorRoleGivenToGroup: ({ params }, ctx) =>
    dropAppTarget(ctx, roleOf(ctx, params, 'apps'), params.appName),

  addApplicationInstanceTargetToAppAdminRoleGivenToGroup: ({ params }, ctx) =>
    addInstanceTarget(ctx, roleOf(ctx, params, 'apps'), params.appName, params.applicationId),

  removeApplicationTargetFromAdministratorRoleGivenToGroup: ({ params }, ctx) =>
    dropInstanceTarget(ctx, roleOf(ctx, params, 'apps'), params.appName, params.applicationId),
} satisfies Partial<HandlersOf<'Group'>>;
