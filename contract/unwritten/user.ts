import type { OperationsOf } from '../routes.js';

/** The operations of User that are not written yet. */
export const user = [
  'listUserIdentityProviders',
  'listAssignedRolesForUser',
  'assignRoleToUser',
  'getUserRole',
  'removeRoleFromUser',
  'listApplicationTargetsForApplicationAdministratorRoleForUser',
  'addAllAppsAsTargetToRole',
  'addApplicationTargetToAdminRoleForUser',
  'removeApplicationTargetFromApplicationAdministratorRoleForUser',
  'addApplicationTargetToAppAdminRoleForUser',
  'removeApplicationTargetFromAdministratorRoleForUser',
  'listGroupTargetsForRole',
  'addGroupTargetToRole',
  'removeGroupTargetFromRole',
  'listUserSubscriptions',
  'getUserSubscriptionByNotificationType',
] as const satisfies readonly OperationsOf<'User'>[];
