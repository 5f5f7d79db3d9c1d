import type { Links } from '../../contract/links.js';
import type { Schemas } from '../../contract/routes.js';
import type { ShownAs } from '../../contract/shapes.js';
import type { SubscriptionRow } from '../../store/rows/subscriptions.js';
import type { NotificationType } from './types.js';

type Shown = ShownAs<Schemas['Subscription']>;
type Status = SubscriptionRow['status'];

/** What a role is told. */
export function roleSubscription(links: Links, role: string, type: NotificationType, status: Status): Shown {
  const path = { roleTypeOrRoleId: role, notificationType: type };
  const turn =
    status === 'subscribed'
      ? { unsubscribe: links.allow('unsubscribeRoleSubscriptionByNotificationType', path, 'POST') }
      : { subscribe: links.allow('subscribeRoleSubscriptionByNotificationType', path, 'POST') };
  const self = links.to('getRoleSubscriptionByNotificationType', path);
  return { notificationType: type, channels: ['email'], status, _links: { ...turn, self } };
}

/** What a user is told. */
export function userSubscription(links: Links, userId: string, type: NotificationType, status: Status): Shown {
  const path = { userId, notificationType: type };
  const turn =
    status === 'subscribed'
      ? { unsubscribe: links.allow('unsubscribeUserSubscriptionByNotificationType', path, 'POST') }
      : { subscribe: links.allow('subscribeUserSubscriptionByNotificationType', path, 'POST') };
  const self = links.to('getUserSubscriptionByNotificationType', path);
  return { notificationType: type, channels: ['email'], status, _links: { ...turn, self } };
}
