import { type Case, type FactsByType, post } from '../support/group-events.js';

const role = (type: string, to: string): string => `/roles/SUPER_ADMIN/subscriptions/${type}/${to}`;
const user = (type: string, to: string): string => `/users/me/subscriptions/${type}/${to}`;
const ROLE = ['iam.role.subscriptions.update'];
const USER = ['user.account.subscriptions.update'];

// facts: system-log-events, written down here once more on purpose.
export const cases: readonly Case[] = [
  ['subscribeRoleSubscriptionByNotificationType', 'was not', async () => post(role('APP_IMPORT', 'subscribe')), ROLE],
  ['subscribeRoleSubscriptionByNotificationType', 'was so', async () => post(role('AD_AGENT', 'subscribe')), []],
  ['unsubscribeRoleSubscriptionByNotificationType', 'was', async () => post(role('AD_AGENT', 'unsubscribe')), ROLE],
  ['subscribeUserSubscriptionByNotificationType', 'was not', async () => post(user('APP_IMPORT', 'subscribe')), USER],
  ['unsubscribeUserSubscriptionByNotificationType', 'was', async () => post(user('AD_AGENT', 'unsubscribe')), USER],
];

export const facts: FactsByType = {
  'iam.role.subscriptions.update': { message: 'Role subscriptions update', legacy: null, targets: ['ROLE'] },
  'user.account.subscriptions.update': { message: 'Admin subscriptions update', legacy: null, targets: ['User'] },
};
