import type { OperationsOf } from '../routes.js';

/** The operations of Group that are not written yet. */
export const group = [
  'listGroupAssignedRoles',
  'assignRoleToGroup',
  'getRole',
  'removeRoleFromGroup',
  'listApplicationTargetsForApplicationAdministratorRoleForGroup',
  'addApplicationTargetToAdminRoleGivenToGroup',
  'removeApplicationTargetFromApplicationAdministratorRoleGivenToGroup',
  'addApplicationInstanceTargetToAppAdminRoleGivenToGroup',
  'removeApplicationTargetFromAdministratorRoleGivenToGroup',
  'listGroupTargetsForGroupRole',
  'addGroupTargetToGroupAdministratorRoleForGroup',
  'removeGroupTargetFromGroupAdministratorRoleGivenToGroup',
] as const satisfies readonly OperationsOf<'Group'>[];
