import type { Context } from '../../contract/context.js';
import { OktaError } from '../../contract/errors.js';
import type { EventTypeName } from '../../contract/event-table.js';
import { textOf } from '../../contract/given.js';
import type { FactorRow, FactorTransactionRow } from '../../store/rows/factors.js';
import type { UserRow } from '../../store/rows/users.js';
import { userTarget } from '../logs/targets.js';
import { checkPause, codeFor } from './codes.js';

type Purpose = 'enroll' | 'verify';

/** What is logged when a code goes out, by channel (facts: system-log-events). */
const EVENTS: Readonly<Record<string, Readonly<Record<Purpose, EventTypeName>>>> = {
  sms: { enroll: 'system.sms.send_phone_verification_message', verify: 'system.sms.send_factor_verify_message' },
  call: { enroll: 'system.voice.send_phone_verification_call', verify: 'system.voice.send_mfa_challenge_call' },
  email: { enroll: 'system.email.send_factor_verify_message', verify: 'system.email.send_factor_verify_message' },
};

/** How a code is to go out. */
export interface Delivery {
  readonly purpose: Purpose;
  /** Seconds that the code is good. */
  readonly seconds: number;
  /** The text message that the client chose. */
  readonly templateId?: string | undefined;
}

/**
 * Sends a new code for a factor; the one before is good no more.
 * @throws OktaError 429 where the last message is too young
 */
export function deliver(
  ctx: Context,
  user: UserRow,
  factor: FactorRow,
  { purpose, seconds, templateId }: Delivery,
): FactorRow {
  const { factorType, profile } = factor;
  checkPause(ctx, factorType, factor.code);
  const code = codeFor(ctx, seconds);
  const kind = factorType === 'sms' || factorType === 'call' ? factorType : 'email';
  ctx.send({
    kind,
    template: `factor-${purpose}`,
    to: textOf(profile.phoneNumber) ?? textOf(profile.email) ?? '',
    userId: user.id,
    content: { code: code.code, factorId: factor.id, ...(templateId === undefined ? {} : { templateId }) },
  });
  const event = EVENTS[factorType]?.[purpose];
  if (event) ctx.log(event, [userTarget(user)]);
  return ctx.store.factors.update(factor.id, { code });
}

/**
 * Sends the link by which a device is enrolled, by mail or text message.
 * @param phoneNumber where a text message is to go, in place of the user's own phone
 * @throws OktaError 400 E0000098 where there is no phone
 */
export function sendActivationLink(
  ctx: Context,
  { id, profile }: UserRow,
  transaction: FactorTransactionRow,
  { by, phoneNumber }: { readonly by: 'email' | 'sms'; readonly phoneNumber: unknown },
): void {
  const to = textOf(by === 'sms' ? (phoneNumber ?? profile.mobilePhone) : profile.email);
  if (to === undefined) throw new OktaError('E0000098');
  const content = { activationUrl: `${ctx.links.base}/activate/${transaction.id}`, transactionId: transaction.id };
  ctx.send({ kind: by, template: 'push-activation', to, userId: id, content });
}
