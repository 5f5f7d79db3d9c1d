import type { JobContext, RequestFacts } from '../../contract/context.js';
import type { OutgoingResult } from '../../contract/outgoing.js';
import type { Draft } from '../../store/rows/common.js';
import type { DeliveryRow } from '../../store/rows/hooks.js';
import type { Store } from '../../store/types.js';

/** Deliveries that are kept; the oldest that is done goes first. */
const MAX_DELIVERIES = 1000;

/** Adds a delivery to the log of deliveries, and lets the oldest go where it is full. */
export function addDelivery({ store }: { readonly store: Pick<Store, 'deliveries'> }, row: Draft<DeliveryRow>) {
  const { deliveries } = store;
  if (deliveries.count() >= MAX_DELIVERIES) {
    const [oldest] = deliveries.page({ limit: 1, filter: ({ status }) => status !== 'PENDING' }).rows;
    if (oldest) deliveries.remove(oldest.id);
  }
  return deliveries.insert(row);
}

/** A call that a request made while it waited. */
export interface Called {
  readonly kind: 'VERIFICATION' | 'INLINE';
  readonly hookId: string;
  readonly url: string;
  readonly result: OutgoingResult;
  /** It was answered as the caller wants it. */
  readonly good: boolean;
}

/** Writes down a call that `prepare` made: to be called by `act`, whatever comes of it. */
export function noteCall(
  ctx: Pick<JobContext, 'store' | 'now'> & { readonly request: Pick<RequestFacts, 'id'> },
  { kind, hookId, url, result, good }: Called,
): void {
  addDelivery(ctx, {
    kind,
    hookId,
    url,
    status: good ? 'DELIVERED' : 'FAILED',
    created: ctx.now(),
    requestIds: [ctx.request.id],
    eventIds: [],
    attempts: result.attempts,
  });
}
