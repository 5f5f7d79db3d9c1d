import type { Context } from '../../contract/context.js';
import type { HandlersOf } from '../../contract/operations.js';
import { ownUser, roleOf, roleStatus, sayForRole, sayForUser } from '../../objects/subscriptions/settings.js';
import { type NotificationType, notificationType, notificationTypes } from '../../objects/subscriptions/types.js';
import { roleSubscription } from '../../objects/subscriptions/view.js';
import type { SubscriptionRow } from '../../store/rows/subscriptions.js';

type Status = SubscriptionRow['status'];

interface OfRole {
  readonly roleTypeOrRoleId: string;
  readonly notificationType: string;
}

interface OfUser {
  readonly userId: string;
  readonly notificationType: string;
}

function turnRole(ctx: Context, params: OfRole, status: Status): void {
  const role = roleOf(ctx, params.roleTypeOrRoleId);
  sayForRole(ctx, role, notificationType(params.notificationType), status);
}

function turnUser(ctx: Context, params: OfUser, status: Status): void {
  const user = ownUser(ctx, params.userId);
  sayForUser(ctx, user, notificationType(params.notificationType), status);
}

/** Recorded lists name this kind by another's name; asked for by itself it has its own (facts: subscriptions). */
const inList = (type: NotificationType): NotificationType => (type === 'OKTA_ISSUE' ? 'OKTA_UPDATE' : type);

/** The operations of the Subscription group: which mail administrators get (facts: subscriptions). */
export const subscriptions = {
  listRoleSubscriptions({ params: { roleTypeOrRoleId: name } }, ctx) {
    const role = roleOf(ctx, name);
    return notificationTypes.map((type) =>
      roleSubscription(ctx.links, name, inList(type), roleStatus(ctx, role, type)),
    );
  },

  getRoleSubscriptionByNotificationType({ params }, ctx) {
    const role = roleOf(ctx, params.roleTypeOrRoleId);
    const type = notificationType(params.notificationType);
    return roleSubscription(ctx.links, params.roleTypeOrRoleId, type, roleStatus(ctx, role, type));
  },

  subscribeRoleSubscriptionByNotificationType: ({ params }, ctx) => turnRole(ctx, params, 'subscribed'),

  unsubscribeRoleSubscriptionByNotificationType: ({ params }, ctx) => turnRole(ctx, params, 'unsubscribed'),

  subscribeUserSubscriptionByNotificationType: ({ params }, ctx) => turnUser(ctx, params, 'subscribed'),

  unsubscribeUserSubscriptionByNotificationType: ({ params }, ctx) => turnUser(ctx, params, 'unsubscribed'),
} satisfies HandlersOf<'Subscription'>;
