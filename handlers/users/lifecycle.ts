import type { Context, ReadContext } from '../../contract/context.js';
import { invalid } from '../../contract/errors.js';
import { type HandlersOf, waiting } from '../../contract/operations.js';
import { show } from '../../contract/reply.js';
import { removeFactors } from '../../objects/factors/removal.js';
import { transition } from '../../objects/lifecycle.js';
import { userTarget } from '../../objects/logs/targets.js';
import { dropTokens, revokeUserTokens } from '../../objects/oauth/revoke.js';
import { hashOf } from '../../objects/secrets/scrypt.js';
import { endSessions } from '../../objects/sessions/end.js';
import { moveUser, type UserEvent } from '../../objects/users/change.js';
import { findUser } from '../../objects/users/find.js';
import { mail } from '../../objects/users/mail.js';
import { providerAfter } from '../../objects/users/passwords/change.js';
import { historyAfter, rulesFor } from '../../objects/users/passwords/policy.js';
import { removeUser } from '../../objects/users/remove.js';
import { isExternal, type UserAction, userLifecycle } from '../../objects/users/states.js';
import { ACTIVATION_MINUTES, endTokens, issueToken, newToken } from '../../objects/users/tokens.js';
import { userView } from '../../objects/users/view.js';
import type { Next } from '../../store/rows/common.js';
import type { ScryptHash, UserRow } from '../../store/rows/users.js';

/** Moves a user by one action of its life cycle and changes what goes with it. */
const move = (
  ctx: Context,
  user: UserRow,
  action: UserAction,
  changes: Partial<Next<UserRow>>,
  ...events: readonly UserEvent[]
): UserRow => moveUser(ctx, user, transition(userLifecycle, action, user.status, user), changes, events);

/**
 * An activation link: mailed, or given to the caller who does not want the mail. Who has a password signs in with its
 * token (facts: authn); for whom another organization vouches, it leads nowhere.
 */
function activationReply(ctx: Context, user: UserRow, sendEmail: boolean, template: string) {
  const activationToken = isExternal(user.credentials.provider.type)
    ? newToken(ctx, 'ACTIVATION')
    : issueToken(ctx, user, 'ACTIVATION', ACTIVATION_MINUTES);
  const activationUrl = `${ctx.links.base}/tokens/${activationToken}/verify`;
  if (!sendEmail) return { activationUrl, activationToken };
  mail(ctx, user, template, { activationToken, activationUrl });
  return {};
}

/** Deactivation: credentials and open tokens go; memberships and links stay (facts: users §5). */
function deactivate(ctx: Context, user: UserRow, sendEmail: boolean): void {
  const { provider } = user.credentials;
  const changes = { credentials: { provider }, failedAttempts: 0 };
  const after = move(ctx, user, 'deactivate', changes, 'user.lifecycle.deactivate');
  endTokens(ctx, user.id);
  removeFactors(ctx, user.id);
  revokeUserTokens(ctx, after, { grants: true });
  if (endSessions(ctx, user.id)) ctx.log('user.session.clear', [userTarget(after)]);
  if (sendEmail) mail(ctx, after, 'deactivation');
}

/** Resets the password: the user must choose a new one, with the token that is mailed or given to the caller. */
function reset(ctx: Context, user: UserRow, sendEmail: boolean) {
  const after = move(ctx, user, 'resetPassword', { failedAttempts: 0 }, 'user.account.reset_password');
  const token = issueToken(ctx, after, 'PASSWORD_RESET', rulesFor(ctx, after).recoveryTokenMinutes);
  const resetPasswordUrl = `${ctx.links.base}/reset_password/${token}`;
  if (!sendEmail) return { resetPasswordUrl };
  mail(ctx, after, 'password-reset', { resetPasswordUrl });
  return {};
}

/** From now on another organization vouches for the user: the password goes. */
function federate(ctx: Context, user: UserRow): void {
  const { status } = user;
  transition(userLifecycle, 'resetPassword', status, user);
  const credentials = { provider: { type: 'FEDERATION', name: 'FEDERATION' } };
  const next = status === 'PROVISIONED' ? status : 'ACTIVE';
  moveUser(ctx, user, next, { credentials, failedAttempts: 0 }, ['user.account.reset_password']);
  endTokens(ctx, user.id);
}

const LOWER = 'abcdefghijkmnpqrstuvwxyz';

/** A temporary password that meets the default rules whatever the id source draws: 12 characters. */
const temporaryPassword = (secret: Uint8Array): string => {
  const pick = (set: string, byte: number | undefined): string => set[(byte ?? 0) % set.length] ?? '';
  const letters = Array.from(secret.subarray(0, 9), (byte) => pick(LOWER + LOWER.toUpperCase(), byte));
  return `${pick(LOWER, secret[9])}${pick(LOWER.toUpperCase(), secret[10])}${pick('23456789', secret[11])}${letters.join('')}`;
};

interface Temporary {
  readonly tempPassword: string;
  readonly hash: ScryptHash;
}

/** The user, if its password can be expired now: one that it does not have cannot. */
function expirable(ctx: ReadContext, userId: string): UserRow {
  const user = findUser(ctx, userId);
  transition(userLifecycle, 'expirePassword', user.status, user);
  if (!user.credentials.password) throw userLifecycle.expirePassword.refuse(user.status, user);
  return user;
}

/** The operations that move a user through its life cycle. */
export const userLifecycleHandlers = {
  activateUser({ params, query }, ctx) {
    const user = findUser(ctx, params.userId);
    const after = move(ctx, user, 'activate', { activated: ctx.now() }, 'user.lifecycle.activate');
    return activationReply(ctx, after, query.sendEmail !== false, 'activation');
  },

  reactivateUser({ params, query }, ctx) {
    const after = move(ctx, findUser(ctx, params.userId), 'reactivate', {}, 'user.lifecycle.reactivate');
    return activationReply(ctx, after, query.sendEmail === true, 'activation');
  },

  deactivateUser({ params, query }, ctx) {
    deactivate(ctx, findUser(ctx, params.userId), query.sendEmail === true);
    return {};
  },

  deactivateOrDeleteUser({ params, query }, ctx) {
    const user = findUser(ctx, params.userId);
    if (user.status === 'DEPROVISIONED') removeUser(ctx, user);
    else deactivate(ctx, user, query.sendEmail === true);
  },

  suspendUser({ params }, ctx) {
    const after = move(ctx, findUser(ctx, params.userId), 'suspend', {}, 'user.lifecycle.suspend');
    endSessions(ctx, after.id);
    return {};
  },

  unsuspendUser({ params }, ctx) {
    move(ctx, findUser(ctx, params.userId), 'unsuspend', {}, 'user.lifecycle.unsuspend');
    return {};
  },

  unlockUser({ params }, ctx) {
    const user = findUser(ctx, params.userId);
    mail(ctx, move(ctx, user, 'unlock', { failedAttempts: 0 }, 'user.account.unlock_by_admin'), 'unlock');
    return {};
  },

  resetPassword({ params, query }, ctx) {
    const user = findUser(ctx, params.userId);
    if (query.provider !== 'FEDERATION') return reset(ctx, user, query.sendEmail !== false);
    if (query.sendEmail === true) throw invalid('resetPassword', 'sendEmail cannot be used with provider FEDERATION');
    federate(ctx, user);
    return {};
  },

  expirePassword({ params }, ctx) {
    const user = expirable(ctx, params.userId);
    return show(userView, move(ctx, user, 'expirePassword', {}, 'user.account.expire_password'));
  },

  expirePasswordAndGetTemporaryPassword: waiting<'expirePasswordAndGetTemporaryPassword', Temporary>({
    async prepare({ params }, ctx) {
      expirable(ctx, params.userId);
      const tempPassword = temporaryPassword(ctx.ids.bytes(12));
      return { tempPassword, hash: await hashOf(ctx, tempPassword) };
    },
    act({ params }, ctx, { tempPassword, hash }) {
      const user = expirable(ctx, params.userId);
      const history = historyAfter(user, rulesFor(ctx, user));
      const provider = providerAfter(user.credentials.provider);
      const credentials = { ...user.credentials, password: hash, history, provider };
      const changes = { credentials, passwordChanged: ctx.now(), failedAttempts: 0 };
      move(ctx, user, 'expirePassword', changes, 'user.account.update_password', 'user.account.expire_password');
      endTokens(ctx, user.id);
      return { tempPassword };
    },
  }),

  resetFactors({ params }, ctx) {
    const user = findUser(ctx, params.userId);
    removeFactors(ctx, user.id);
    ctx.log('user.mfa.factor.reset_all', [userTarget(user)]);
    return {};
  },

  clearUserSessions({ params, query }, ctx) {
    const user = findUser(ctx, params.userId);
    const target = [userTarget(user)];
    endSessions(ctx, user.id);
    ctx.log('user.session.clear', target);
    if (query.oauthTokens !== true) return;
    ctx.log('app.oauth2.token.revoke.implicit.user', target);
    dropTokens(ctx, [...ctx.store.oauthTokens.where('user', user.id)]);
  },
} satisfies Partial<HandlersOf<'User'>>;
