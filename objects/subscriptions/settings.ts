import type { Context, ReadContext } from '../../contract/context.js';
import { forbidden, notFound } from '../../contract/errors.js';
import type { RoleAssignmentRow } from '../../store/rows/roles.js';
import type { SubscriptionRow } from '../../store/rows/subscriptions.js';
import type { UserRow } from '../../store/rows/users.js';
import { target, userTarget } from '../logs/targets.js';
import { allRoles } from '../roles/holders.js';
import { findUser } from '../users/find.js';
import { isDefault, type NotificationType, pathRole, subscriptionRoles } from './types.js';

type Status = SubscriptionRow['status'];
type Reading = Pick<ReadContext, 'store'>;

/** A role whose holders are told things: a standard one, or a custom one by its id. */
export type SubscribedRole = Pick<SubscriptionRow, 'roleType' | 'customRoleId'>;

const keyOf = ({ roleType, customRoleId }: SubscribedRole): string => roleType ?? customRoleId ?? '';

/** @throws OktaError 404 for a role that is none */
export function roleOf({ store }: Reading, given: string): SubscribedRole {
  if (subscriptionRoles.includes(given)) return { roleType: given };
  if (store.customRoles.get(given)) return { customRoleId: given };
  throw notFound(given, 'Role');
}

/** What holds for a role: what was said, or the default. */
export function roleStatus({ store }: Reading, role: SubscribedRole, type: NotificationType): Status {
  const said = store.subscriptions.by('setting', `${keyOf(role)} ${type}`);
  return said?.status ?? (isDefault(keyOf(role), type) ? 'subscribed' : 'unsubscribed');
}

const subscribed = ({ type, customRoleId }: RoleAssignmentRow): SubscribedRole =>
  customRoleId === undefined ? { roleType: pathRole(type) } : { customRoleId };

const rolesOf = (ctx: Reading, id: string): SubscribedRole[] => allRoles(ctx, { of: 'user', id }).map(subscribed);

/** What holds for a user: what the user said since, else what one of its roles is told. */
export function userStatus(ctx: Reading, { id }: UserRow, type: NotificationType): Status {
  const said = ctx.store.subscriptions.by('setting', `${id} ${type}`);
  if (said) return said.status;
  const isTold = rolesOf(ctx, id).some((role) => roleStatus(ctx, role, type) === 'subscribed');
  return isTold ? 'subscribed' : 'unsubscribed';
}

/**
 * The caller itself: nobody sees what others are told.
 * @throws OktaError 404 (User), 403 E0000006 for another user
 */
export function ownUser(ctx: ReadContext, given: string): UserRow {
  const user = findUser(ctx, given);
  if (user.id !== ctx.caller.userId) throw forbidden();
  return user;
}

function say(ctx: Context, of: SubscribedRole | { readonly userId: string }, type: NotificationType, status: Status) {
  const key = 'userId' in of ? of.userId : keyOf(of);
  const known = ctx.store.subscriptions.by('setting', `${key} ${type}`);
  if (known) ctx.store.subscriptions.update(known.id, { status });
  else ctx.store.subscriptions.insert({ ...of, notificationType: type, status });
}

/** Says it for a role. What its holders had said for themselves no longer counts (facts: subscriptions). */
export function sayForRole(ctx: Context, role: SubscribedRole, type: NotificationType, status: Status): void {
  const key = keyOf(role);
  for (const { id, userId = '' } of [...ctx.store.subscriptions.where('ofUsers', type)]) {
    if (rolesOf(ctx, userId).some((held) => keyOf(held) === key)) ctx.store.subscriptions.remove(id);
  }
  if (roleStatus(ctx, role, type) === status) return;
  say(ctx, role, type, status);
  const label = role.customRoleId === undefined ? key : (ctx.store.customRoles.get(key)?.label ?? key);
  ctx.log('iam.role.subscriptions.update', [target(key, 'ROLE', 'unknown', label)]);
}

/** Says it for the caller. */
export function sayForUser(ctx: Context, user: UserRow, type: NotificationType, status: Status): void {
  if (userStatus(ctx, user, type) === status) return;
  say(ctx, { userId: user.id }, type, status);
  ctx.log('user.account.subscriptions.update', [userTarget(user)]);
}
