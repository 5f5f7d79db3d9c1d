import type { Context } from '../../contract/context.js';
import type { ErrorCode } from '../../contract/error-table.js';
import { OktaError } from '../../contract/errors.js';
import type { SentCode } from '../../store/rows/factors.js';

const URL_SAFE = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const DIGITS = '0123456789';

const drawn = (ctx: Pick<Context, 'ids'>, size: number, set: string): string =>
  Array.from(ctx.ids.secret(size), (letter) => set[URL_SAFE.indexOf(letter) % set.length]).join('');

/** A code of six digits. */
const newCode = (ctx: Pick<Context, 'ids'>): string => drawn(ctx, 6, DIGITS);

/** A secret for one-time passwords: sixteen letters, base32. */
export const newSecret = (ctx: Pick<Context, 'ids'>): string => drawn(ctx, 16, BASE32);

/** How soon another message may follow, in milliseconds, and how Okta refuses it before (facts: factors §2). */
const PAUSES: Readonly<Record<string, readonly [ms: number, code: ErrorCode]>> = {
  sms: [30_000, 'E0000109'],
  call: [30_000, 'E0000133'],
  email: [5_000, 'E0000118'],
};

/** @throws OktaError 429 where the last message of this channel is too young */
export function checkPause(ctx: Pick<Context, 'clock'>, channel: string, last: SentCode | undefined): void {
  const [ms, code] = PAUSES[channel] ?? [0, 'E0000109'];
  if (last && ctx.clock.now() - last.sent < ms) throw new OktaError(code);
}

/** A new code. @param seconds how long it is good */
export function codeFor(ctx: Pick<Context, 'ids' | 'clock'>, seconds: number): SentCode {
  const sent = ctx.clock.now();
  return { code: newCode(ctx), sent, expires: sent + seconds * 1000 };
}

/** Whether this is the code that was sent, and still good. */
export const isCode = (ctx: Pick<Context, 'clock'>, sent: SentCode | undefined, given: string): boolean =>
  sent !== undefined && sent.code === given && ctx.clock.now() < sent.expires;
