import type { OperationsOf } from '../routes.js';

/** The operations of Subscription that are not written yet. */
export const subscription = [
  'listRoleSubscriptions',
  'getRoleSubscriptionByNotificationType',
  'subscribeRoleSubscriptionByNotificationType',
  'unsubscribeRoleSubscriptionByNotificationType',
  'subscribeUserSubscriptionByNotificationType',
  'unsubscribeUserSubscriptionByNotificationType',
] as const satisfies readonly OperationsOf<'Subscription'>[];
