import type { Store } from '../store/types.js';
import { type DueKind, EXPIRE, schedule } from './due.js';
import { CHANGE, LOOK } from './job.js';
import { endSession } from './sessions/end.js';

/** Collections whose rows end by themselves; their `expires` says when. */
const expiring = ['sessions', 'sessionTokens', 'signIns', 'factorTransactions', 'rememberedDevices'] as const;

type Expiring = (typeof expiring)[number];

/** Has a row go at a time, in milliseconds since 1970, unless its `expires` is later by then. */
export function expireAt(ctx: { readonly store: Pick<Store, 'due'> }, name: Expiring, id: string, at: number): void {
  schedule(ctx, { at, kind: EXPIRE, of: `${name} ${id}` });
}

/** Takes away what has ended. It may be gone already, or have been prolonged. */
export const expire: DueKind = {
  kind: EXPIRE,
  act: (ctx, of, budget) => {
    budget.steps -= LOOK;
    const [name, id = ''] = of.split(' ');
    const known = expiring.find((one) => one === name);
    const row = known && ctx.store[known].get(id);
    if (!known || !row) return;
    if (row.expires > ctx.clock.now()) return expireAt(ctx, known, id, row.expires);
    budget.steps -= CHANGE;
    if (known === 'sessions') endSession(ctx, id);
    else ctx.store[known].remove(id);
  },
};
