import type { ReadContext } from '../../contract/context.js';
import { notFound } from '../../contract/errors.js';
import type { FactorRow, FactorTransactionRow } from '../../store/rows/factors.js';
import type { UserRow } from '../../store/rows/users.js';
import { findUser } from '../users/find.js';

type Reads = Pick<ReadContext, 'store' | 'caller'>;

/** A factor and whose it is. @throws OktaError 404 for either */
export function findFactor(
  ctx: Reads,
  { userId, factorId }: { readonly userId?: string; readonly factorId?: string },
): { readonly user: UserRow; readonly factor: FactorRow } {
  const user = findUser(ctx, userId ?? '');
  const factor = ctx.store.factors.get(factorId ?? '');
  if (factor?.userId !== user.id) throw notFound(factorId ?? '', 'UserFactor');
  return { user, factor };
}

/** What is asked on a device, by its id. @throws OktaError 404 where it is not of this factor */
export function findTransaction(ctx: Reads, factor: FactorRow, id: string): FactorTransactionRow {
  const row = ctx.store.factorTransactions.get(id);
  if (row?.factorId !== factor.id || row.of !== 'VERIFICATION') throw notFound(id, 'FactorTransaction');
  return row;
}
