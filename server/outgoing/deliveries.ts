import type { Links } from '../../contract/links.js';
import type { OutgoingAttempt } from '../../contract/outgoing.js';
import { addDelivery } from '../../objects/hooks/deliveries.js';
import { delivers, deliveryCall } from '../../objects/hooks/event-hooks.js';
import { eventHookTarget } from '../../objects/hooks/view.js';
import { logRow, systemOrigin } from '../../objects/logs/origin.js';
import type { Clock } from '../../store/clock.js';
import type { OrgStore } from '../../store/org-store.js';
import type { DeliveryRow, EventHookRow } from '../../store/rows/hooks.js';
import type { LogRow } from '../../store/rows/logs.js';
import type { Outgoing } from './outgoing.js';

/** The most events of one delivery. */
const BATCH = 100;
/** Events that are looked at in one turn of the event loop. */
const CHUNK = 1000;

/** What the deliveries of an org work with. */
export interface DeliveryParts {
  readonly store: OrgStore;
  readonly clock: Clock;
  readonly outgoing: Outgoing;
  /** Links as they are outside of any request. */
  links(): Links;
}

/** The end of this turn of the event loop: what came in meanwhile goes first. */
const endOfTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const unique = (texts: readonly string[]): string[] => [...new Set(texts)];

/**
 * Brings an org's events to one of its hooks, in order and one call at a time. Nothing is held in memory: the System Log
 * is what is still to be told, a cursor says how far it has been, and a row stands for a delivery from before its call
 * until after its answer, so that a start finds what was cut off and makes it again.
 */
export class HookDeliveries {
  /** `seq` up to which the log was seen to hold nothing for the hook; the cursor's row moves with deliveries alone. */
  #seen = 0;

  /** @param isCurrent false once the org was reset or closed: what was begun is of no account then */
  constructor(
    readonly hookId: string,
    readonly parts: DeliveryParts,
    readonly isCurrent: () => boolean,
  ) {}

  /** Delivers until nothing is left, or the hook is no longer one that is delivered to. */
  async run(): Promise<void> {
    const { store } = this.parts;
    for (;;) {
      await endOfTurn();
      if (!this.isCurrent() || store.readOnly !== undefined) return;
      const hook = store.collections.eventHooks.get(this.hookId);
      if (!hook || !delivers(hook)) return this.#giveUp();
      const row = this.#waiting() ?? this.#next(hook);
      if (row === 'later') continue;
      if (!row) return;
      await store.synced();
      if (!this.isCurrent()) return;
      await this.#deliver(hook, row);
    }
  }

  /** The delivery that comes first of those that are to be made. */
  #waiting(): DeliveryRow | undefined {
    const within = { index: 'pending', key: this.hookId } as const;
    return this.parts.store.collections.deliveries.page({ limit: 1, within }).rows[0];
  }

  /** Makes a delivery of the events behind the cursor; `later` where the log is not looked through yet. */
  #next(hook: EventHookRow): DeliveryRow | 'later' | undefined {
    const { collections } = this.parts.store;
    const cursor = collections.deliveryCursors.by('of', this.hookId);
    const after = { seq: Math.max(this.#seen, cursor?.at ?? 0) };
    const { rows } = collections.logs.page({ limit: CHUNK, after });
    const found = rows.filter(({ type }) => hook.items.includes(type)).slice(0, BATCH);
    const last = found.length === BATCH ? found.at(-1) : rows.at(-1);
    if (found.length > 0 && last) return this.#begin(hook, found, last.seq);
    this.#seen = last?.seq ?? this.#seen;
    return rows.length < CHUNK ? undefined : 'later';
  }

  /** The row of a delivery, and the cursor behind its events: one change. */
  #begin(hook: EventHookRow, events: readonly LogRow[], at: number): DeliveryRow {
    const { store, clock } = this.parts;
    const { deliveryCursors } = store.collections;
    return store.transaction(() => {
      const cursor = deliveryCursors.by('of', hook.id);
      if (cursor) deliveryCursors.update(cursor.id, { at });
      else deliveryCursors.insert({ hookId: hook.id, at });
      return addDelivery(
        { store: store.collections },
        {
          kind: 'EVENT',
          hookId: hook.id,
          url: hook.channel.config.uri,
          status: 'PENDING',
          created: clock.timestamp(),
          requestIds: unique(events.map(({ origin }) => origin.requestId)),
          eventIds: events.map(({ id }) => id),
          attempts: [],
        },
      );
    });
  }

  async #deliver(hook: EventHookRow, row: DeliveryRow): Promise<void> {
    const { store, clock, outgoing, links } = this.parts;
    const events = row.eventIds.flatMap((id) => store.collections.logs.get(id) ?? []);
    const at = clock.now();
    if (events.length === 0) {
      return this.#end(row, 'FAILED', [
        { at, took: 0, status: null, error: 'The System Log no longer holds the events' },
      ]);
    }
    const call = deliveryCall(hook, row.id, new Date(at).toISOString(), events, links());
    const { status, attempts } = await outgoing.call(call);
    // What was closed meanwhile is made again at the next start.
    if (!this.isCurrent()) return;
    // Of an answer nothing but its status counts.
    this.#end(row, status >= 200 && status < 300 ? 'DELIVERED' : 'FAILED', attempts, hook);
  }

  /** Writes down how a delivery ended, and each of its tries in the System Log. */
  #end(row: DeliveryRow, status: DeliveryRow['status'], attempts: readonly OutgoingAttempt[], hook?: EventHookRow) {
    const { store, clock } = this.parts;
    if (store.readOnly !== undefined) return;
    const { deliveries, logs } = store.collections;
    store.transaction(() => {
      if (deliveries.get(row.id)) deliveries.update(row.id, { status, attempts });
      const origin = systemOrigin(row.requestIds[0] ?? '');
      for (const attempt of hook ? attempts : []) {
        const good = attempt.status !== null && attempt.status >= 200 && attempt.status < 300;
        const reason = attempt.error ?? `HTTP status ${attempt.status}`;
        const details = good ? {} : { outcome: { result: 'FAILURE', reason: reason.slice(0, 255) }, severity: 'WARN' };
        if (hook) logs.insert(logRow('event_hook.delivery', [eventHookTarget(hook)], details, origin, clock.now()));
      }
    });
  }

  /** A hook that is inactive, unverified or gone gets nothing any more, what was on its way included. */
  #giveUp(): void {
    for (let row = this.#waiting(); row; row = this.#waiting()) {
      const at = this.parts.clock.now();
      const error = 'The event hook is gone, inactive or not verified';
      this.#end(row, 'FAILED', [...row.attempts, { at, took: 0, status: null, error }]);
    }
  }
}
