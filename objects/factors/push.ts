import type { Context, JobContext, ReadContext } from '../../contract/context.js';
import type { FactorRow, FactorTransactionRow } from '../../store/rows/factors.js';
import { expireAt } from '../expiry.js';
import { userTarget } from '../logs/targets.js';

const MINUTE = 60_000;
/** Minutes that a device has to answer (facts: factors §2). */
const WAITS: Readonly<Record<FactorTransactionRow['of'], number>> = { ACTIVATION: 10, VERIFICATION: 5 };
/** Minutes that an answer, or that there was none, can be asked for. */
const KEPT = 60;

/** What became of a question on a device. */
export type DeviceResult = FactorTransactionRow['result'] | 'TIMEOUT';

/** What became of it by now. */
export const resultOf = (ctx: Pick<ReadContext, 'clock'>, { result, expires }: FactorTransactionRow): DeviceResult =>
  result === 'WAITING' && ctx.clock.now() >= expires ? 'TIMEOUT' : result;

/** Asks on a device; of the questions of one kind only the last one waits. */
export function beginTransaction(
  ctx: Context,
  { id: factorId, userId }: FactorRow,
  of: FactorTransactionRow['of'],
): FactorTransactionRow {
  for (const other of ctx.store.factorTransactions.where('factor', factorId)) {
    if (other.of === of && other.result === 'WAITING')
      ctx.store.factorTransactions.update(other.id, { result: 'CANCELLED' });
  }
  const expires = ctx.clock.now() + WAITS[of] * MINUTE;
  const row = ctx.store.factorTransactions.insert({
    userId,
    factorId,
    of,
    result: 'WAITING',
    created: ctx.now(),
    expires,
  });
  expireAt(ctx, 'factorTransactions', row.id, expires + KEPT * MINUTE);
  return row;
}

/** The last enrolment of a device that was begun for a factor. */
export const activationOf = (ctx: Pick<ReadContext, 'store'>, factorId: string): FactorTransactionRow | undefined =>
  ctx.store.factorTransactions.where('factor', factorId).findLast(({ of }) => of === 'ACTIVATION');

/** A device as people have it: nobody told more of it. */
const deviceProfile = (ctx: Pick<Context, 'ids'>, login: string) => ({
  credentialId: login,
  deviceType: 'SmartPhone_IPhone',
  keys: [{ kty: 'PKIX', use: 'sig', kid: 'default', x5c: [ctx.ids.secret(60)] }],
  name: 'Sandbox phone',
  platform: 'IOS',
  version: '17.0',
});

/**
 * What the person does on the device. An enrolment that is approved makes the factor active.
 * @returns whether something was waiting under this id
 */
export function answerDevice(ctx: JobContext, id: string, approves: boolean): boolean {
  const row = ctx.store.factorTransactions.get(id);
  const factor = row && ctx.store.factors.get(row.factorId);
  if (!row || !factor || resultOf(ctx, row) !== 'WAITING') return false;
  ctx.store.factorTransactions.update(id, { result: approves ? 'SUCCESS' : 'REJECTED' });
  if (row.of !== 'ACTIVATION' || !approves) return true;
  const user = ctx.store.users.require(row.userId);
  const { login } = user.profile;
  ctx.store.factors.update(factor.id, {
    status: 'ACTIVE',
    lastUpdated: ctx.now(),
    profile: deviceProfile(ctx, typeof login === 'string' ? login : ''),
  });
  ctx.log('user.mfa.factor.activate', [userTarget(user)]);
  return true;
}
