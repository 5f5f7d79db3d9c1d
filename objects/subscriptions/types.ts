import { notFound } from '../../contract/errors.js';
import type { Schemas } from '../../contract/routes.js';

/** A kind of notification. */
export type NotificationType = Schemas['NotificationType'];

/** What is left out of the mail of super administrators and organization administrators unless they ask for it. */
const QUIET: ReadonlySet<NotificationType> = new Set([
  'USER_LOCKED_OUT',
  'APP_IMPORT',
  'OKTA_ISSUE',
  'USER_DEPROVISION',
] as const);

/** Every kind of notification, in the order of recorded lists (facts: subscriptions). */
export const notificationTypes: readonly NotificationType[] = [
  'IWA_AGENT',
  'CONNECTOR_AGENT',
  'USER_LOCKED_OUT',
  'APP_IMPORT',
  'AD_AGENT',
  'LDAP_AGENT',
  'RATELIMIT_NOTIFICATION',
  'OKTA_ANNOUNCEMENT',
  'OKTA_UPDATE',
  'OKTA_ISSUE',
  'USER_DEPROVISION',
  'REPORT_SUSPICIOUS_ACTIVITY',
];

/** The standard roles, as the paths of subscriptions name them. */
export const subscriptionRoles: readonly string[] = [
  'API_ADMIN',
  'APP_ADMIN',
  'GROUP_MEMBERSHIP_ADMIN',
  'HELP_DESK_ADMIN',
  'MOBILE_ADMIN',
  'ORG_ADMIN',
  'READ_ONLY_ADMIN',
  'REPORT_ADMIN',
  'SUPER_ADMIN',
  'USER_ADMIN',
];

/** The name in those paths of a role that assignments name in another way. */
export const pathRole = (type: string): string => (type === 'API_ACCESS_MANAGEMENT_ADMIN' ? 'API_ADMIN' : type);

/** Whether a role has a notification when nobody said so (mostly inferred). */
export const isDefault = (role: string, type: NotificationType): boolean =>
  (role === 'SUPER_ADMIN' || role === 'ORG_ADMIN') && !QUIET.has(type);

/** @throws OktaError 404 for a kind that is none */
export function notificationType(given: string): NotificationType {
  const found = notificationTypes.find((type) => type === given);
  if (!found) throw notFound(given, 'NotificationType');
  return found;
}
