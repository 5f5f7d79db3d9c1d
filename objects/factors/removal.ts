import type { Context } from '../../contract/context.js';
import type { FactorRow } from '../../store/rows/factors.js';

/** Removes one factor, and whatever is asked of it at the moment. */
export function removeFactor(ctx: Pick<Context, 'store'>, { id }: Pick<FactorRow, 'id'>): void {
  for (const row of ctx.store.factorTransactions.where('factor', id)) ctx.store.factorTransactions.remove(row.id);
  for (const row of ctx.store.signIns.where('factor', id)) ctx.store.signIns.remove(row.id);
  ctx.store.factors.remove(id);
}

/** Removes all factors of a user. No device is remembered any more, either. */
export function removeFactors(ctx: Pick<Context, 'store'>, userId: string): void {
  for (const factor of ctx.store.factors.where('user', userId)) removeFactor(ctx, factor);
  for (const row of ctx.store.rememberedDevices.where('user', userId)) ctx.store.rememberedDevices.remove(row.id);
}
