/**
 * What an event type says by itself (facts: system-log-events §B): the message shown, the name in the old Events API, and
 * whether event hooks may ask for it. A data table.
 */
export interface EventType {
  readonly message: string;
  readonly legacy: string | null;
  /** The old name of a failure, where it had one of its own. */
  readonly failed?: string;
  readonly hook: boolean;
}

const table = {
  'app.app_instance.csr.generate': {
    message: 'Certificate signing request (CSR) generated',
    legacy: 'app.app_instance.csr.generate',
    hook: false,
  },
  'app.app_instance.csr.publish': {
    message: 'Certificate signing request (CSR) published',
    legacy: 'app.app_instance.csr.publish',
    hook: false,
  },
  'app.app_instance.csr.revoke': {
    message: 'Certificate signing request (CSR) revoked',
    legacy: 'app.app_instance.csr.revoke',
    hook: false,
  },
  'app.keys.clone': { message: 'Application signing key cloned', legacy: 'app.keys.clone_legacy', hook: false },
  'app.keys.generate': { message: 'New signing key generated', legacy: 'app.keys.generate_legacy', hook: false },
  'app.oauth2.admin.consent.grant': {
    message: 'Administrator consent granted for scope',
    legacy: 'app.oauth2.admin.consent.grant_success',
    hook: false,
  },
  'app.oauth2.admin.consent.revoke': {
    message: 'Administrator consent revoked for scope',
    legacy: 'app.oauth2.admin.consent.revoke_success',
    hook: false,
  },
  'app.oauth2.as.consent.revoke': {
    message: 'Consent revoked',
    legacy: 'app.oauth2.as.consent.revoke_success',
    hook: true,
  },
  'app.oauth2.as.consent.revoke.implicit.as': {
    message: 'All consent revoked for authorization server',
    legacy: 'app.oauth2.as.consent.revoke.implicit.as_success',
    hook: true,
  },
  'app.oauth2.as.consent.revoke.implicit.scope': {
    message: 'All consent revoked for scope',
    legacy: 'app.oauth2.as.consent.revoke.implicit.scope_success',
    hook: true,
  },
  'app.oauth2.as.consent.revoke.user': {
    message: 'All consent revoked for user',
    legacy: 'app.oauth2.as.consent.revoke.user_success',
    hook: true,
  },
  'app.oauth2.as.consent.revoke.user.client': {
    message: 'User consent revoked for client',
    legacy: 'app.oauth2.as.consent.revoke.user.client_success',
    hook: true,
  },
  'app.oauth2.as.key.rollover': {
    message: 'Custom Authorization Server token signing key rolled over',
    legacy: 'app.oauth2.as.key.rollover.legacy',
    hook: false,
  },
  'app.oauth2.as.token.revoke': {
    message: 'OAuth2 token revocation request',
    legacy: 'app.oauth2.as.token.revoke_success',
    hook: false,
  },
  'app.oauth2.client.lifecycle.activate': {
    message: 'Activate OAuth client',
    legacy: 'app.oauth2.client.lifecycle.activate',
    hook: false,
  },
  'app.oauth2.client.lifecycle.create': {
    message: 'Create OAuth client',
    legacy: 'app.oauth2.client.lifecycle.create',
    hook: false,
  },
  'app.oauth2.client.lifecycle.deactivate': {
    message: 'Deactivate OAuth client',
    legacy: 'app.oauth2.client.lifecycle.deactivate',
    hook: false,
  },
  'app.oauth2.client.lifecycle.delete': {
    message: 'Delete OAuth client',
    legacy: 'app.oauth2.client.lifecycle.delete',
    hook: false,
  },
  'app.oauth2.client.lifecycle.update': {
    message: 'Update OAuth client',
    legacy: 'app.oauth2.client.lifecycle.update',
    hook: false,
  },
  'app.oauth2.credentials.lifecycle.activate': {
    message: 'App oauth2 credentials activated',
    legacy: null,
    hook: false,
  },
  'app.oauth2.credentials.lifecycle.create': { message: 'Create OAuth2 client credential', legacy: null, hook: false },
  'app.oauth2.credentials.lifecycle.deactivate': {
    message: 'App oauth2 credentials deactivated',
    legacy: null,
    hook: false,
  },
  'app.oauth2.credentials.lifecycle.delete': { message: 'App oauth2 credentials deleted', legacy: null, hook: false },
  'app.oauth2.token.revoke.implicit.as': {
    message: 'Tokens revoked for authorization server',
    legacy: 'app.oauth2.token.revoke.implicit.as_success',
    hook: false,
  },
  'app.oauth2.token.revoke.implicit.client': {
    message: 'Tokens revoked for client',
    legacy: 'app.oauth2.token.revoke.implicit.client_success',
    hook: false,
  },
  'app.oauth2.token.revoke.implicit.user': {
    message: 'Tokens revoked for user',
    legacy: 'app.oauth2.token.revoke.implicit.user_success',
    hook: false,
  },
  'application.configuration.update_logo': {
    message: 'Change app logo',
    legacy: 'app.app_instance.logo_update',
    hook: false,
  },
  'application.lifecycle.activate': {
    message: 'Activate application',
    legacy: 'app.generic.config.app_activated',
    hook: true,
  },
  'application.lifecycle.create': { message: 'Create application', legacy: 'app.app_editor.app.create', hook: true },
  'application.lifecycle.deactivate': {
    message: 'Deactivate application',
    legacy: 'app.generic.config.app_deactivated',
    hook: true,
  },
  'application.lifecycle.delete': {
    message: 'Delete application',
    legacy: 'app.generic.config.app_deleted',
    hook: true,
  },
  'application.lifecycle.update': { message: 'Update application', legacy: 'app.app_editor.app.update', hook: true },
  'application.user_membership.add': {
    message: 'Add user to application membership',
    legacy: 'app.generic.provision.assign_user_to_app',
    hook: true,
  },
  'application.user_membership.change_password': {
    message: 'Change application password for user',
    legacy: 'app.generic.config.app_password_update',
    hook: true,
  },
  'application.user_membership.change_username': {
    message: 'Change users application username',
    legacy: 'app.generic.config.app_username_update',
    hook: false,
  },
  'application.user_membership.remove': {
    message: 'Remove users application membership',
    legacy: 'app.generic.provision.deactivate_user_from_app',
    hook: true,
  },
  'application.user_membership.update': {
    message: 'Updated user application property',
    legacy: 'app.generic.config.app_user_property_update',
    hook: true,
  },
  'directory.app_user_profile.update': {
    message: 'Update application user profile',
    legacy: 'cvd.appuser_profile_updated',
    hook: false,
  },
  'directory.linked_object.create': { message: 'Linked object created', legacy: null, hook: false },
  'directory.linked_object.delete': { message: 'Linked object deleted', legacy: null, hook: false },
  'directory.mapping.update': {
    message: 'Update universal directory mappings',
    legacy: 'cvd.mappings_updated',
    hook: false,
  },
  'directory.non_default_user_profile.create': {
    message: 'Create non-default universal directory user profile',
    legacy: 'cvd.non_default_user_profile_created',
    hook: false,
  },
  'directory.user_profile.update': { message: 'User profile updated', legacy: 'cvd.user_profile_updated', hook: false },
  'event_hook.activated': { message: 'Event hook activated', legacy: 'platform.event_hook.activated', hook: false },
  'event_hook.created': { message: 'Event hook created', legacy: 'platform.event_hook.created', hook: false },
  'event_hook.deactivated': {
    message: 'Event hook deactivated',
    legacy: 'platform.event_hook.deactivated',
    hook: false,
  },
  'event_hook.deleted': { message: 'Event hook deleted', legacy: 'platform.event_hook.deleted', hook: false },
  'event_hook.delivery': { message: 'Event hook delivery', legacy: null, hook: false },
  'event_hook.updated': { message: 'Event hook updated', legacy: 'platform.event_hook.updated', hook: false },
  'event_hook.verified': {
    message: 'Event hook verified',
    legacy: 'platform.event_hook.verified.success',
    failed: 'platform.event_hook.verified.failure',
    hook: false,
  },
  'group.application_assignment.add': {
    message: 'Add assigned application to group',
    legacy: 'group.application_assignment.add',
    hook: true,
  },
  'group.application_assignment.remove': {
    message: 'Remove assigned application from group',
    legacy: 'group.application_assignment.remove',
    hook: true,
  },
  'group.application_assignment.update': {
    message: 'Update assigned application in group',
    legacy: 'group.application_assignment.update',
    hook: true,
  },
  'group.lifecycle.create': { message: 'Create Okta group', legacy: 'group.lifecycle.create', hook: true },
  'group.lifecycle.delete': { message: 'Delete Okta group', legacy: 'group.lifecycle.delete', hook: true },
  'group.privilege.grant': {
    message: "Group's admin privilege granted",
    legacy: 'core.group.admin_privilege.granted',
    hook: true,
  },
  'group.privilege.revoke': {
    message: "Group's admin privilege revoked",
    legacy: 'core.group.admin_privilege.revoked',
    hook: true,
  },
  'group.profile.update': { message: 'Okta group profile updated', legacy: null, hook: true },
  'group.user_membership.add': {
    message: 'Add user to group membership',
    legacy: 'core.user_group_member.user_add',
    hook: true,
  },
  'group.user_membership.remove': {
    message: 'Remove user from group membership',
    legacy: 'core.user_group_member.user_remove',
    hook: true,
  },
  'group.user_membership.rule.add_exclusion': {
    message: 'Add user to group membership exclusion rule',
    legacy: 'core.user.added_to_rule_exclusion',
    hook: false,
  },
  'group.user_membership.rule.deactivated': {
    message: 'User membership rule deactivated',
    legacy: 'cvd.group_rule_deactivated',
    hook: false,
  },
  'group.user_membership.rule.invalidate': {
    message: 'Invalidate group membership rule',
    legacy: 'cvd.group_rule_invalidated',
    hook: false,
  },
  'group.user_membership.rule.trigger': {
    message: 'Trigger group membership rule',
    legacy: 'cvd.group_rule_triggered',
    hook: false,
  },
  'iam.role.subscriptions.update': { message: 'Role subscriptions update', legacy: null, hook: true },
  'inline_hook.activated': { message: 'Inline hook activated', legacy: 'platform.inline_hook.activated', hook: false },
  'inline_hook.created': { message: 'Inline hook created', legacy: 'platform.inline_hook.created', hook: false },
  'inline_hook.deactivated': {
    message: 'Inline hook deactivated',
    legacy: 'platform.inline_hook.deactivated',
    hook: false,
  },
  'inline_hook.deleted': { message: 'Inline hook deleted', legacy: 'platform.inline_hook.deleted', hook: false },
  'inline_hook.executed': {
    message: 'Inline hook executed',
    legacy: 'platform.inline_hook.executed.success',
    failed: 'platform.inline_hook.executed.failure',
    hook: true,
  },
  'inline_hook.updated': { message: 'Inline hook updated', legacy: 'platform.inline_hook.updated', hook: false },
  'oauth2.as.activated': {
    message: 'Authorization server is activated',
    legacy: 'api.oauth2.as.activated',
    hook: false,
  },
  'oauth2.as.created': { message: 'Authorization server is created', legacy: 'api.oauth2.as.created', hook: false },
  'oauth2.as.deactivated': {
    message: 'Authorization server is deactivated',
    legacy: 'api.oauth2.as.deactivated',
    hook: false,
  },
  'oauth2.as.deleted': { message: 'Authorization server is deleted', legacy: 'api.oauth2.as.deleted', hook: false },
  'oauth2.as.updated': { message: 'Authorization server is updated', legacy: 'api.oauth2.as.updated', hook: false },
  'oauth2.claim.created': { message: 'OAuth2 claim is created', legacy: 'api.oauth2.claim.created', hook: false },
  'oauth2.claim.deleted': { message: 'OAuth2 claim is deleted', legacy: 'api.oauth2.claim.deleted', hook: false },
  'oauth2.claim.updated': { message: 'OAuth2 claim is updated', legacy: 'api.oauth2.claim.updated', hook: false },
  'oauth2.scope.created': { message: 'OAuth2 scope is created', legacy: 'api.oauth2.scope.created', hook: false },
  'oauth2.scope.deleted': { message: 'OAuth2 scope is deleted', legacy: 'api.oauth2.scope.deleted', hook: false },
  'oauth2.scope.updated': { message: 'OAuth2 scope is updated', legacy: 'api.oauth2.scope.updated', hook: false },
  'policy.lifecycle.activate': { message: 'Activate policy', legacy: 'policy.activated', hook: true },
  'policy.lifecycle.create': { message: 'Create policy', legacy: 'policy.created', hook: false },
  'policy.lifecycle.deactivate': { message: 'Deactivate policy', legacy: 'policy.deactivated', hook: true },
  'policy.lifecycle.delete': { message: 'Delete policy', legacy: 'policy.deleted', hook: false },
  'policy.lifecycle.update': { message: 'Update policy', legacy: 'policy.updated', hook: true },
  'policy.mapping.create': { message: 'Create policy mapping', legacy: null, hook: false },
  'policy.rule.activate': { message: 'Activate policy rule', legacy: 'policy.rule.activated', hook: true },
  'policy.rule.add': { message: 'Add policy rule', legacy: 'policy.rule.added', hook: true },
  'policy.rule.deactivate': { message: 'Deactivate policy rule', legacy: 'policy.rule.deactivated', hook: true },
  'policy.rule.delete': { message: 'Delete policy rule', legacy: 'policy.rule.deleted', hook: true },
  'policy.rule.update': { message: 'Update policy rule', legacy: 'policy.rule.updated', hook: true },
  'security.authenticator.lifecycle.activate': { message: 'Authenticator activated', legacy: null, hook: true },
  'security.authenticator.lifecycle.create': { message: 'Authenticator created', legacy: null, hook: true },
  'security.authenticator.lifecycle.deactivate': { message: 'Authenticator deactivated', legacy: null, hook: true },
  'security.authenticator.lifecycle.update': { message: 'Authenticator updated', legacy: null, hook: true },
  'security.threat.configuration.update': {
    message: 'Threat configuration updated',
    legacy: 'security.threat.configuration.update',
    hook: false,
  },
  'security.trusted_origin.activate': { message: 'A trusted origin is activated', legacy: null, hook: true },
  'security.trusted_origin.create': { message: 'A trusted origin is created', legacy: null, hook: true },
  'security.trusted_origin.deactivate': { message: 'A trusted origin is deactivated', legacy: null, hook: true },
  'security.trusted_origin.delete': { message: 'A trusted origin is deleted', legacy: null, hook: true },
  'security.trusted_origin.update': { message: 'A trusted origin is updated', legacy: null, hook: true },
  'system.brand.create': { message: 'Brand created', legacy: null, hook: false },
  'system.brand.delete': { message: 'Brand deleted', legacy: null, hook: false },
  'system.brand.update': { message: 'Brand updated', legacy: null, hook: false },
  'system.custom_url_domain.cert_upload': { message: 'Custom url domain cert upload', legacy: null, hook: false },
  'system.custom_url_domain.delete': { message: 'Custom URL domain is deleted', legacy: null, hook: false },
  'system.custom_url_domain.initiate': { message: 'Custom URL domain setup is initiated', legacy: null, hook: false },
  'system.custom_url_domain.update': { message: 'Custom url domain update', legacy: null, hook: false },
  'system.custom_url_domain.verify': { message: 'Custom url domain verify', legacy: null, hook: false },
  'system.email.account_unlock.sent_message': { message: 'Send self-service unlock email', legacy: null, hook: false },
  'system.email.delivery': { message: "An email's delivery status was updated", legacy: null, hook: true },
  'system.email.password_reset.sent_message': {
    message: 'Send self-service password reset email',
    legacy: 'core.user.email.message_sent.self_service.password_reset',
    hook: false,
  },
  'system.email.send_factor_verify_message': {
    message: 'An email was sent to a user for verification',
    legacy: 'system.email.send_factor_verify_message',
    hook: false,
  },
  'system.email.template.create': { message: 'Email template created', legacy: null, hook: false },
  'system.email.template.delete': { message: 'Email template deleted', legacy: null, hook: false },
  'system.email.template.update': {
    message: 'Email template updated',
    legacy: 'system.email.template.update',
    hook: false,
  },
  'system.feature.disable': { message: 'Feature disabled', legacy: 'core.feature.disable', hook: false },
  'system.feature.enable': { message: 'Feature enabled', legacy: 'core.feature.enable', hook: false },
  'system.idp.key.create': { message: 'Identity provider key credential created', legacy: null, hook: true },
  'system.idp.key.delete': { message: 'Identity provider key credential deleted', legacy: null, hook: true },
  'system.idp.lifecycle.activate': { message: 'Idp activated', legacy: null, hook: true },
  'system.idp.lifecycle.create': { message: 'Idp created', legacy: null, hook: true },
  'system.idp.lifecycle.deactivate': { message: 'Idp deactivated', legacy: null, hook: true },
  'system.idp.lifecycle.delete': { message: 'Idp deleted', legacy: null, hook: true },
  'system.idp.lifecycle.update': { message: 'Idp updated', legacy: null, hook: true },
  'system.push.send_factor_verify_push': { message: 'Push send factor verify push', legacy: null, hook: false },
  'system.sms.send_account_unlock_message': {
    message: 'Send self-service account unlock SMS',
    legacy: null,
    hook: false,
  },
  'system.sms.send_factor_verify_message': {
    message: 'Send second factor auth SMS',
    legacy: 'core.user.sms.message_sent.factor',
    hook: false,
  },
  'system.sms.send_password_reset_message': {
    message: 'Send self-service password reset SMS',
    legacy: null,
    hook: false,
  },
  'system.sms.send_phone_verification_message': {
    message: 'Send phone verification SMS message',
    legacy: 'core.user.sms.message_sent.verify',
    hook: true,
  },
  'system.theme.update': { message: 'Theme updated', legacy: null, hook: false },
  'system.voice.send_account_unlock_call': {
    message: 'Send self-service account unlock call',
    legacy: null,
    hook: false,
  },
  'system.voice.send_mfa_challenge_call': {
    message: 'Send second factor auth call',
    legacy: 'core.user.call_to_send_otp.message_sent.mfa.challenge',
    hook: false,
  },
  'system.voice.send_password_reset_call': {
    message: 'Send self-service password reset call',
    legacy: null,
    hook: false,
  },
  'system.voice.send_phone_verification_call': {
    message: 'Send phone verification call',
    legacy: 'core.user.call_to_send_otp.message_sent.verify',
    hook: true,
  },
  'user.account.expire_password': { message: 'Expire password', legacy: null, hook: false },
  'user.account.lock': {
    message: 'Max sign in attempts exceeded',
    legacy: 'core.user_auth.account_locked',
    hook: true,
  },
  'user.account.privilege.grant': {
    message: 'Grant user privilege',
    legacy: 'core.user.admin_privilege.granted',
    hook: true,
  },
  'user.account.privilege.revoke': {
    message: "All of user's admin privilege revoked",
    legacy: 'core.user.admin_privilege.revoked',
    hook: true,
  },
  'user.account.reset_password': {
    message: "Fired when the user's Okta password is reset",
    legacy: 'core.user.config.user_status.password_reset',
    hook: true,
  },
  'user.account.subscriptions.update': { message: 'Admin subscriptions update', legacy: null, hook: true },
  'user.account.unlock': { message: 'User account unlock', legacy: 'core.user_auth.account_unlocked', hook: true },
  'user.account.unlock_by_admin': {
    message: 'User account unlock by admin',
    legacy: 'core.user_auth.account_unlocked_by_admin',
    hook: true,
  },
  'user.account.update_password': {
    message: 'User update password for Okta',
    legacy: 'core.user.config.password_update.success',
    hook: true,
  },
  'user.account.update_primary_email': {
    message: 'User primary email updated',
    legacy: 'core.user.config.update_primary_email',
    hook: false,
  },
  'user.account.update_profile': {
    message: 'Update user profile for Okta',
    legacy: 'core.user.config.profile_update.success',
    hook: true,
  },
  'user.account.update_user_type': {
    message: 'Fires when a user changes from one type to another',
    legacy: null,
    hook: false,
  },
  'user.authentication.auth_via_mfa': {
    message: 'Authentication of user via MFA',
    legacy: 'core.user.factor.attempt_success',
    failed: 'core.user.factor.attempt_fail',
    hook: true,
  },
  'user.import.password': { message: 'User import password', legacy: null, hook: true },
  'user.lifecycle.activate': { message: 'Activate Okta user', legacy: 'core.user.config.user_activated', hook: true },
  'user.lifecycle.create': {
    message: 'Create okta user',
    legacy: 'core.user.config.user_creation.success',
    hook: true,
  },
  'user.lifecycle.deactivate': {
    message: 'Deactivate Okta user',
    legacy: 'core.user.config.user_deactivated',
    hook: true,
  },
  'user.lifecycle.delete.completed': {
    message: 'Delete Okta user completed',
    legacy: 'core.user.config.user_status.delete.completed',
    hook: false,
  },
  'user.lifecycle.delete.initiated': {
    message: 'Delete Okta user initiated',
    legacy: 'core.user.config.user_status.delete.initiated',
    hook: true,
  },
  'user.lifecycle.reactivate': {
    message: 'Reactivate Okta user',
    legacy: 'core.user.config.user_reactivation.success',
    hook: true,
  },
  'user.lifecycle.suspend': {
    message: 'Suspend Okta user',
    legacy: 'core.user.config.user_status.suspended',
    hook: true,
  },
  'user.lifecycle.unsuspend': {
    message: 'Unsuspend Okta user',
    legacy: 'core.user.config.user_status.unsuspended',
    hook: true,
  },
  'user.mfa.factor.activate': {
    message: 'Activate factor or authenticator enrollment method for user',
    legacy: 'core.user.factor.activate',
    hook: true,
  },
  'user.mfa.factor.deactivate': { message: 'Reset factor for user', legacy: 'core.user.factor.deactivate', hook: true },
  'user.mfa.factor.reset_all': {
    message: 'Reset all factors or authenticator enrollments for user',
    legacy: 'core.user.factor.reset_all',
    hook: true,
  },
  'user.session.clear': { message: 'Clear user session', legacy: 'core.user_auth.session_clear', hook: true },
  'user.session.end': { message: 'User logout from Okta', legacy: 'core.user_auth.logout_success', hook: true },
  'user.session.impersonation.extend': {
    message: 'Extend impersonation session',
    legacy: 'core.user.impersonation.grant.extended',
    hook: false,
  },
  'user.session.impersonation.grant': {
    message: 'Enable impersonation grant',
    legacy: 'core.user.impersonation.grant.enabled',
    hook: false,
  },
  'user.session.impersonation.revoke': {
    message: 'Revoke impersonation grant',
    legacy: 'core.user.impersonation.grant.revoked',
    hook: false,
  },
  'user.session.start': {
    message: 'User login to Okta',
    legacy: 'core.user_auth.login_success',
    failed: 'core.user_auth.login_failed',
    hook: true,
  },
  'zone.activate': { message: 'Network zone activate', legacy: 'zone.activate', hook: false },
  'zone.create': { message: 'Network zone create', legacy: 'zone.create', hook: false },
  'zone.deactivate': { message: 'Network zone deactivate', legacy: 'zone.deactivate', hook: false },
  'zone.delete': { message: 'Network zone delete', legacy: 'zone.delete', hook: false },
  'zone.make_blacklist': { message: 'Network zone mark as blacklist', legacy: 'zone.make_blacklist', hook: false },
  'zone.remove_blacklist': {
    message: 'Network zone unmark as blacklist',
    legacy: 'zone.remove_blacklist',
    hook: false,
  },
  'zone.update': { message: 'Network zone update', legacy: 'zone.update', hook: false },
} satisfies Readonly<Record<string, EventType>>;

/** The name of an event type that the sandbox can write. */
export type EventTypeName = keyof typeof table;

/** Every event type that the sandbox can write. */
export const eventTypes: Readonly<Record<EventTypeName, EventType>> = table;

/** What is known of an event type; undefined for one that the sandbox does not write. */
export const eventTypeOf = (name: string): EventType | undefined =>
  Object.hasOwn(eventTypes, name) ? eventTypes[name as EventTypeName] : undefined;
