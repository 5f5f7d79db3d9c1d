import type { Context } from '../../contract/context.js';
import type { EventTypeName } from '../../contract/event-table.js';
import { textOf } from '../../contract/given.js';
import type { SentCode } from '../../store/rows/factors.js';
import type { UserRow } from '../../store/rows/users.js';
import { checkPause, codeFor } from '../factors/codes.js';
import { allows } from '../lifecycle.js';
import { userTarget } from '../logs/targets.js';
import { mail } from '../users/mail.js';
import { passwordRules, rulesFor } from '../users/passwords/policy.js';
import { isExternal, userLifecycle } from '../users/states.js';
import { issueToken } from '../users/tokens.js';

/** What a recovery is for. */
export type RecoveryType = 'PASSWORD' | 'UNLOCK';
/** How a user who cannot sign in is reached. */
export type Channel = 'EMAIL' | 'SMS' | 'CALL';

/** Whether this user can be helped in this way now. */
export function canRecover(user: UserRow, type: RecoveryType): boolean {
  if (isExternal(user.credentials.provider.type)) return false;
  return allows(userLifecycle, type === 'UNLOCK' ? 'unlock' : 'forgotPassword', user.status);
}

/** Whether the password policy of the user, or of nobody in particular, has this channel. */
export const hasChannel = (ctx: Pick<Context, 'store'>, user: UserRow | undefined, channel: Channel): boolean =>
  (user ? rulesFor(ctx, user) : passwordRules(ctx, { groupIds: [], provider: 'OKTA' })).recoveryFactors.includes(
    channel,
  );

/** Makes the token of a recovery. @returns it, and when it ends in milliseconds since 1970 */
export function issueRecovery(ctx: Context, user: UserRow, type: RecoveryType) {
  const minutes = rulesFor(ctx, user).recoveryTokenMinutes;
  const token = issueToken(ctx, user, type === 'UNLOCK' ? 'UNLOCK' : 'RECOVERY', minutes);
  if (type === 'PASSWORD') ctx.log('user.account.reset_password', [userTarget(user)], { actor: userTarget(user) });
  return { token, expires: ctx.clock.now() + minutes * 60_000 };
}

/** Mails the link of a recovery. */
export function mailRecovery(ctx: Context, user: UserRow, type: RecoveryType): void {
  const { token } = issueRecovery(ctx, user, type);
  if (type === 'UNLOCK') {
    mail(ctx, user, 'self-service-unlock', {
      recoveryToken: token,
      unlockUrl: `${ctx.links.base}/signin/unlock/${token}`,
    });
    ctx.log('system.email.account_unlock.sent_message', [userTarget(user)]);
    return;
  }
  const resetPasswordUrl = `${ctx.links.base}/signin/reset-password/${token}`;
  mail(ctx, user, 'forgot-password', { recoveryToken: token, resetPasswordUrl });
  ctx.log('system.email.password_reset.sent_message', [userTarget(user)]);
}

const SENT: Readonly<Record<'SMS' | 'CALL', Readonly<Record<RecoveryType, EventTypeName>>>> = {
  SMS: { PASSWORD: 'system.sms.send_password_reset_message', UNLOCK: 'system.sms.send_account_unlock_message' },
  CALL: { PASSWORD: 'system.voice.send_password_reset_call', UNLOCK: 'system.voice.send_account_unlock_call' },
};

/** The phone that a user can be reached at: that of a factor, else that of the profile. */
function phoneOf(ctx: Context, user: UserRow, channel: 'SMS' | 'CALL'): string | undefined {
  const factorType = channel === 'SMS' ? 'sms' : 'call';
  const factor = ctx.store.factors
    .where('user', user.id)
    .find((row) => row.factorType === factorType && row.status === 'ACTIVE');
  return textOf(factor?.profile.phoneNumber) ?? textOf(user.profile.mobilePhone);
}

/**
 * Sends the code of a recovery.
 * @param last the code before it
 * @returns the code; one that was sent nowhere for a user who has no phone
 * @throws OktaError 429 where the last message is too young
 */
export function sendRecoveryCode(
  ctx: Context,
  user: UserRow | undefined,
  channel: 'SMS' | 'CALL',
  type: RecoveryType,
  last?: SentCode,
): SentCode {
  const kind = channel === 'SMS' ? 'sms' : 'call';
  checkPause(ctx, kind, last);
  const code = codeFor(ctx, 300);
  const to = user && phoneOf(ctx, user, channel);
  if (!user || to === undefined) return code;
  ctx.send({ kind, template: `recovery-${type.toLowerCase()}`, to, userId: user.id, content: { code: code.code } });
  ctx.log(SENT[channel][type], [userTarget(user)]);
  return code;
}
