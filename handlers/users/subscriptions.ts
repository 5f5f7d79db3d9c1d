import type { HandlersOf } from '../../contract/operations.js';
import { ownUser, userStatus } from '../../objects/subscriptions/settings.js';
import { notificationType, notificationTypes } from '../../objects/subscriptions/types.js';
import { userSubscription } from '../../objects/subscriptions/view.js';

/** Which mail the caller gets as an administrator (facts: subscriptions). */
export const userSubscriptions = {
  listUserSubscriptions({ params }, ctx) {
    const user = ownUser(ctx, params.userId);
    return notificationTypes.map((type) => userSubscription(ctx.links, user.id, type, userStatus(ctx, user, type)));
  },

  getUserSubscriptionByNotificationType({ params }, ctx) {
    const user = ownUser(ctx, params.userId);
    const type = notificationType(params.notificationType);
    return userSubscription(ctx.links, user.id, type, userStatus(ctx, user, type));
  },
} satisfies Partial<HandlersOf<'User'>>;
