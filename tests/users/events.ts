import type { UserStatus } from '../../store/rows/users.js';
import { type Case, done, type FactsByType, post, put, remove } from '../support/group-events.js';
import { held } from '../support/oauth.js';
import type { TestOrg } from '../support/org.js';
import { createPerson, PASSWORD, profile, setStatus } from '../support/people.js';

const OTHER = 'Green-Kettle-48';
const secrets = { password: { value: PASSWORD }, recovery_question: { question: 'Who?', answer: 'nobody' } };

async function person(in_: TestOrg, status?: UserStatus, query = ''): Promise<string> {
  const { id } = await createPerson(in_, 1, secrets, query);
  if (status) setStatus(in_, id, status);
  return id;
}

/** Signs a user in, by whatever means. */
function openSession(in_: TestOrg, userId: string): void {
  const times = { created: in_.clock.timestamp(), lastPasswordVerification: null, lastFactorVerification: null };
  const ends = { expires: in_.clock.now() + 3_600_000, idleMinutes: 60, lifetimeMinutes: 0 };
  in_.sandbox.org.store.transaction(() => {
    in_.store.sessions.insert({ id: '102session', userId, amr: ['pwd'], ...times, ...ends });
  });
}

/** The operation of the life cycle, on a user in this status. */
const act =
  (status: UserStatus, action: string): Case[2] =>
  async (in_) =>
    post(`/users/${await person(in_, status)}/lifecycle/${action}`);

const change =
  (action: string, body?: object): Case[2] =>
  async (in_) =>
    post(`/users/${await person(in_)}/credentials/${action}`, body);

const relation = {
  primary: { name: 'boss', title: 'Boss', type: 'USER' },
  associated: { name: 'staff', title: 'Staff', type: 'USER' },
};
async function linked(in_: TestOrg): Promise<{ readonly link: string; readonly staff: string }> {
  await done(in_, post('/meta/schemas/user/linkedObjects', relation));
  const staff = (await createPerson(in_, 2)).id;
  return { staff, link: `/users/${staff}/linkedObjects/boss/${await person(in_)}` };
}

const everything = async (in_: TestOrg) => ({
  profile: { ...profile(1), email: 'new@example.com' },
  credentials: { password: { value: OTHER } },
  type: { id: await done(in_, post('/meta/types/user', { name: 'temp', displayName: 'Temp' })) },
});

/** A refresh token that a client holds for somebody: its path, and that of all of them. */
async function tokenOf(in_: TestOrg): Promise<{ readonly one: string; readonly all: string }> {
  const { userId, clientId, token } = await held(in_);
  const all = `/users/${userId}/clients/${clientId}/tokens`;
  return { one: `${all}/${token()}`, all };
}

/** A consent of somebody: its path, that of all, and of all for the client. */
async function grantOf(in_: TestOrg): Promise<Readonly<Record<'one' | 'all' | 'ofClient', string>>> {
  const { userId, clientId, grant } = await held(in_);
  const all = `/users/${userId}/grants`;
  return { one: `${all}/${grant('email')}`, all, ofClient: `/users/${userId}/clients/${clientId}/grants` };
}

// facts: system-log-events §A, written down here once more on purpose.
const PROFILE = 'user.account.update_profile';
const PASSWORD_SET = 'user.account.update_password';
const ALL = [PROFILE, PASSWORD_SET, 'user.account.update_user_type', 'user.account.update_primary_email'];
const DELETED = ['user.lifecycle.delete.initiated', 'user.lifecycle.delete.completed'];
const JOINED = ['user.lifecycle.create', 'user.lifecycle.activate', 'group.user_membership.add'];
const MAILED = ['user.account.reset_password', 'system.email.password_reset.sent_message'];

export const cases: readonly Case[] = [
  [
    'createUser',
    'inactive',
    async () => post('/users?activate=false', { profile: profile(3) }),
    ['user.lifecycle.create'],
  ],
  [
    'createUser',
    'active, in a group',
    async (in_) =>
      post('/users', { profile: profile(3), groupIds: [await done(in_, post('/groups', { profile: { name: 'G' } }))] }),
    JOINED,
  ],
  [
    'partialUpdateUser',
    'profile',
    async (in_) => post(`/users/${await person(in_)}`, { profile: { nickName: 'R' } }),
    [PROFILE],
  ],
  [
    'partialUpdateUser',
    'password',
    async (in_) => post(`/users/${await person(in_)}`, { credentials: { password: { value: OTHER } } }),
    [PASSWORD_SET],
  ],
  [
    'partialUpdateUser',
    'profile, password and email',
    async (in_) => {
      const { profile: changed, credentials } = await everything(in_);
      return post(`/users/${await person(in_)}`, { profile: changed, credentials });
    },
    [PROFILE, PASSWORD_SET, 'user.account.update_primary_email'],
  ],
  ['updateUser', 'all', async (in_) => put(`/users/${await person(in_)}`, await everything(in_)), ALL],
  [
    'deactivateOrDeleteUser',
    'active',
    async (in_) => remove(`/users/${await person(in_)}`),
    ['user.lifecycle.deactivate'],
  ],
  [
    'deactivateOrDeleteUser',
    'deprovisioned',
    async (in_) => remove(`/users/${await person(in_, 'DEPROVISIONED')}`),
    DELETED,
  ],
  ['activateUser', 'staged', act('STAGED', 'activate'), ['user.lifecycle.activate']],
  ['activateUser', 'deprovisioned', act('DEPROVISIONED', 'activate'), ['user.lifecycle.activate']],
  ['deactivateUser', 'active', act('ACTIVE', 'deactivate'), ['user.lifecycle.deactivate']],
  ['reactivateUser', 'provisioned', act('PROVISIONED', 'reactivate'), ['user.lifecycle.reactivate']],
  ['suspendUser', 'active', act('ACTIVE', 'suspend'), ['user.lifecycle.suspend']],
  ['unsuspendUser', 'suspended', act('SUSPENDED', 'unsuspend'), ['user.lifecycle.unsuspend']],
  ['unlockUser', 'locked out', act('LOCKED_OUT', 'unlock'), ['user.account.unlock_by_admin']],
  ['resetPassword', 'active', act('ACTIVE', 'reset_password'), ['user.account.reset_password']],
  ['expirePassword', 'active', act('ACTIVE', 'expire_password'), ['user.account.expire_password']],
  // The sheet has the second; the first is what it says that older orgs wrote of a temporary password.
  [
    'expirePasswordAndGetTemporaryPassword',
    'active',
    act('ACTIVE', 'expire_password?tempPassword=true'),
    [PASSWORD_SET, 'user.account.expire_password'],
  ],
  ['resetFactors', 'active', act('ACTIVE', 'reset_factors'), ['user.mfa.factor.reset_all']],
  [
    'changePassword',
    'active',
    change('change_password', { oldPassword: { value: PASSWORD }, newPassword: { value: OTHER } }),
    [PASSWORD_SET],
  ],
  ['changeRecoveryQuestion', 'active', change('change_recovery_question', secrets), [PROFILE]],
  ['forgotPassword', 'with a mail', change('forgot_password'), MAILED],
  ['forgotPassword', 'without', change('forgot_password?sendEmail=false'), MAILED.slice(0, 1)],
  [
    'clearUserSessions',
    'active',
    async (in_) => remove(`/users/${await person(in_)}/sessions`),
    ['user.session.clear'],
  ],
  ['setLinkedObjectForUser', 'not linked', async (in_) => put((await linked(in_)).link), []],
  [
    'removeLinkedObjectForUser',
    'linked',
    async (in_) => {
      const { link, staff } = await linked(in_);
      await done(in_, put(link));
      return remove(`/users/${staff}/linkedObjects/boss`);
    },
    [],
  ],
  [
    'clearUserSessions',
    'and tokens',
    async (in_) => {
      const kim = await held(in_);
      kim.token();
      return remove(`/users/${kim.userId}/sessions?oauthTokens=true`);
    },
    ['user.session.clear', 'app.oauth2.token.revoke.implicit.user'],
  ],
  [
    'deactivateUser',
    'with tokens and a session',
    async (in_) => {
      const kim = await held(in_);
      kim.token();
      openSession(in_, kim.userId);
      return post(`/users/${kim.userId}/lifecycle/deactivate`);
    },
    ['user.lifecycle.deactivate', 'app.oauth2.token.revoke.implicit.user', 'user.session.clear'],
  ],
  ['revokeTokensForUserAndClient', '', async (in_) => remove((await tokenOf(in_)).all), ['app.oauth2.as.token.revoke']],
  ['revokeTokenForUserAndClient', '', async (in_) => remove((await tokenOf(in_)).one), ['app.oauth2.as.token.revoke']],
  ['revokeUserGrant', '', async (in_) => remove((await grantOf(in_)).one), ['app.oauth2.as.consent.revoke']],
  ['revokeUserGrants', '', async (in_) => remove((await grantOf(in_)).all), ['app.oauth2.as.consent.revoke.user']],
  [
    'revokeGrantsForUserAndClient',
    '',
    async (in_) => remove((await grantOf(in_)).ofClient),
    ['app.oauth2.as.consent.revoke.user.client'],
  ],
];

const user = ['User'];

const ofClient = ['User', 'AppInstance'];

export const facts: FactsByType = {
  'app.oauth2.as.consent.revoke': {
    message: 'Consent revoked',
    legacy: 'app.oauth2.as.consent.revoke_success',
    targets: ofClient,
  },
  'app.oauth2.as.consent.revoke.user': {
    message: 'All consent revoked for user',
    legacy: 'app.oauth2.as.consent.revoke.user_success',
    targets: ['User'],
  },
  'app.oauth2.as.consent.revoke.user.client': {
    message: 'User consent revoked for client',
    legacy: 'app.oauth2.as.consent.revoke.user.client_success',
    targets: ofClient,
  },
  'app.oauth2.token.revoke.implicit.user': {
    message: 'Tokens revoked for user',
    legacy: 'app.oauth2.token.revoke.implicit.user_success',
    targets: ['User'],
  },
  'app.oauth2.as.token.revoke': {
    message: 'OAuth2 token revocation request',
    legacy: 'app.oauth2.as.token.revoke_success',
    targets: ofClient,
  },

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
