import type { Caller, Context, EventDetails, RequestFacts } from '../contract/context.js';
import type { EventTypeName } from '../contract/event-table.js';
import type { Links } from '../contract/links.js';
import type { OutgoingCall, OutgoingResult } from '../contract/outgoing.js';
import type { View } from '../contract/reply.js';
import { logRow, originOf } from '../objects/logs/origin.js';
import { putMessage } from '../objects/outbox.js';
import type { Clock } from '../store/clock.js';
import type { IdSource } from '../store/ids.js';
import type { Row } from '../store/rows/common.js';
import type { LogOrigin, LogTarget } from '../store/rows/logs.js';
import type { MessageRow } from '../store/rows/org.js';
import type { ScryptCost } from '../store/rows/users.js';
import type { Store } from '../store/types.js';
import type { KeptBytes } from './kept-bytes.js';
import type { Org } from './org.js';
import type { Outgoing } from './outgoing/outgoing.js';

/** The origin of an event that somebody else did, or in another session. */
function byWhom(origin: LogOrigin, { actor, sessionId }: EventDetails): LogOrigin {
  if (!actor && sessionId === undefined) return origin;
  return { ...origin, ...(actor ? { actor } : {}), ...(sessionId === undefined ? {} : { sessionId }) };
}

/** What a handler sees of one request: the org, the caller, the request, and what it may leave behind. */
export class RequestContext implements Context {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly links: Links;
  readonly passwordCost: ScryptCost;
  readonly #outgoing: Outgoing;
  #origin: LogOrigin | undefined;
  #jobOrigin: LogOrigin | undefined;

  constructor(
    org: Org,
    readonly caller: Caller,
    readonly request: RequestFacts,
    readonly kept: KeptBytes,
  ) {
    this.links = kept.links;
    this.store = org.store.collections;
    this.clock = org.clock;
    this.ids = org.ids;
    this.passwordCost = org.passwordCost;
    this.#outgoing = org.outgoing;
  }

  call(call: OutgoingCall): Promise<OutgoingResult> {
    return this.#outgoing.call(call);
  }

  get requestId(): string {
    return this.request.id;
  }

  etag<R extends Row, V>(view: View<R, V>, row: R): string {
    return this.kept.etag(view as View<never, unknown>, row);
  }

  now(): string {
    return this.clock.timestamp();
  }

  log(eventType: EventTypeName, targets: readonly LogTarget[], details: EventDetails = {}): void {
    // One origin object for all events of the request: it is what most of an event's memory would be.
    const origin = details.job
      ? (this.#jobOrigin ??= originOf(this, { job: true }))
      : (this.#origin ??= originOf(this, { job: false }));
    this.store.logs.insert(logRow(eventType, targets, details, byWhom(origin, details), this.clock.now()));
  }

  send(message: Pick<MessageRow, 'kind' | 'template' | 'to' | 'userId' | 'content'>): void {
    const { kind, template, to, userId, content } = message;
    putMessage(this.store, { requestId: this.request.id, created: this.now(), kind, template, to, userId, content });
  }
}
