import type { Row } from './common.js';
import { collection } from './spec.js';

/**
 * Whether a kind of notification is wanted, where that was said: for everybody with a role, or by one user for itself.
 * Exactly one of the first three members is there.
 */
export interface SubscriptionRow extends Row {
  /** A standard role. */
  readonly roleType?: string;
  readonly customRoleId?: string;
  readonly userId?: string;
  readonly notificationType: string;
  readonly status: 'subscribed' | 'unsubscribed';
}

export const subscriptions = collection<SubscriptionRow>()({
  prefix: 'sub',
  typeName: 'Subscription',
  unique: { setting: (row) => `${row.roleType ?? row.customRoleId ?? row.userId ?? ''} ${row.notificationType}` },
  index: {
    user: (row) => row.userId,
    customRole: (row) => row.customRoleId,
    ofUsers: (row) => (row.userId === undefined ? undefined : row.notificationType),
  },
  references: {
    user: { to: 'users', onRemove: 'cascade' },
    customRole: { to: 'customRoles', onRemove: 'cascade' },
  },
});
