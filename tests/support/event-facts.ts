/**
 * What the sheet of the System Log says of each event type that the written operations emit: the message shown, the
 * name in the old Events API, and the types of the targets in order. Kept apart from the product's own table on
 * purpose. Where the sheet knows no message or no single target, the entry is undefined and the test asks for any text.
 */
interface EventFacts {
  readonly message?: string;
  readonly legacy: string | null;
  readonly targets: readonly string[];
}

const user = ['User'];
const ofGroup = ['UserGroup'];
const membership = ['User', 'UserGroup'];
const rule = ['PolicyRule'];

export const eventFacts: Readonly<Record<string, EventFacts>> = {
  'directory.linked_object.create': { legacy: null, targets: ['LinkedObject'] },
  'directory.linked_object.delete': { legacy: null, targets: ['LinkedObject'] },
  'directory.non_default_user_profile.create': {
    message: 'Create non-default universal directory user profile',
    legacy: 'cvd.non_default_user_profile_created',
    targets: ['UserType'],
  },
  'directory.user_profile.update': { legacy: 'cvd.user_profile_updated', targets: ['UserType|Schema'] },
  'group.lifecycle.create': { message: 'Create Okta group', legacy: 'group.lifecycle.create', targets: ofGroup },
  'group.lifecycle.delete': { message: 'Delete Okta group', legacy: 'group.lifecycle.delete', targets: ofGroup },
  'group.profile.update': { message: 'Okta group profile updated', legacy: null, targets: ofGroup },
  'group.user_membership.add': {
    message: 'Add user to group membership',
    legacy: 'core.user_group_member.user_add',
    targets: membership,
  },
  'group.user_membership.remove': {
    message: 'Remove user from group membership',
    legacy: 'core.user_group_member.user_remove',
    targets: membership,
  },
  'group.user_membership.rule.add_exclusion': {
    message: 'Add user to group membership exclusion rule',
    legacy: 'core.user.added_to_rule_exclusion',
    targets: ['User', 'UserGroup', 'Rule'],
  },
  'group.user_membership.rule.deactivated': { legacy: 'cvd.group_rule_deactivated', targets: ['UserGroup', 'Rule'] },
  'group.user_membership.rule.invalidate': {
    message: 'Invalidate group membership rule',
    legacy: 'cvd.group_rule_invalidated',
    targets: ['UserGroup', 'Rule'],
  },
  'group.user_membership.rule.trigger': {
    message: 'Trigger group membership rule',
    legacy: 'cvd.group_rule_triggered',
    targets: ['UserGroup', 'Rule'],
  },
  'policy.rule.activate': { message: 'Activate policy rule', legacy: 'policy.rule.activated', targets: rule },
  'policy.rule.add': { message: 'Add policy rule', legacy: 'policy.rule.added', targets: rule },
  'policy.rule.deactivate': { message: 'Deactivate policy rule', legacy: 'policy.rule.deactivated', targets: rule },
  'policy.rule.delete': { message: 'Delete policy rule', legacy: 'policy.rule.deleted', targets: rule },
  'policy.rule.update': { message: 'Update policy rule', legacy: 'policy.rule.updated', targets: rule },
  'system.email.password_reset.sent_message': {
    message: 'Send self-service password reset email',
    legacy: 'core.user.email.message_sent.self_service.password_reset',
    targets: user,
  },
  'user.account.expire_password': { legacy: null, targets: user },
  'user.account.reset_password': {
    message: "Fired when the user's Okta password is reset",
    legacy: 'core.user.config.user_status.password_reset',
    targets: user,
  },
  'user.account.unlock_by_admin': {
    message: 'User account unlock by admin',
    legacy: 'core.user_auth.account_unlocked_by_admin',
    targets: user,
  },
  'user.account.update_password': {
    message: 'User update password for Okta',
    legacy: 'core.user.config.password_update.success',
    targets: user,
  },
  'user.account.update_primary_email': {
    message: 'User primary email updated',
    legacy: 'core.user.config.update_primary_email',
    targets: user,
  },
  'user.account.update_profile': {
    message: 'Update user profile for Okta',
    legacy: 'core.user.config.profile_update.success',
    targets: user,
  },
  'user.account.update_user_type': {
    message: 'Fires when a user changes from one type to another',
    legacy: null,
    targets: user,
  },
  'user.lifecycle.activate': {
    message: 'Activate Okta user',
    legacy: 'core.user.config.user_activated',
    targets: user,
  },
  'user.lifecycle.create': {
    message: 'Create okta user',
    legacy: 'core.user.config.user_creation.success',
    targets: user,
  },
  'user.lifecycle.deactivate': {
    message: 'Deactivate Okta user',
    legacy: 'core.user.config.user_deactivated',
    targets: user,
  },
  'user.lifecycle.delete.completed': {
    message: 'Delete Okta user completed',
    legacy: 'core.user.config.user_status.delete.completed',
    targets: user,
  },
  'user.lifecycle.delete.initiated': {
    message: 'Delete Okta user initiated',
    legacy: 'core.user.config.user_status.delete.initiated',
    targets: user,
  },
  'user.lifecycle.reactivate': {
    message: 'Reactivate Okta user',
    legacy: 'core.user.config.user_reactivation.success',
    targets: user,
  },
  'user.lifecycle.suspend': {
    message: 'Suspend Okta user',
    legacy: 'core.user.config.user_status.suspended',
    targets: user,
  },
  'user.lifecycle.unsuspend': {
    message: 'Unsuspend Okta user',
    legacy: 'core.user.config.user_status.unsuspended',
    targets: user,
  },
  'user.mfa.factor.reset_all': {
    message: 'Reset all factors or authenticator enrollments for user',
    legacy: 'core.user.factor.reset_all',
    targets: user,
  },
  'user.session.clear': { message: 'Clear user session', legacy: 'core.user_auth.session_clear', targets: user },
};
