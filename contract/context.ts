import type { Clock } from '../store/clock.js';
import type { IdSource } from '../store/ids.js';
import type { JsonObject, Row, Timestamp } from '../store/rows/common.js';
import type { LogTarget } from '../store/rows/logs.js';
import type { MessageRow } from '../store/rows/org.js';
import type { ScryptCost } from '../store/rows/users.js';
import type { Store } from '../store/types.js';
import type { EventTypeName } from './event-table.js';
import type { Links } from './links.js';
import type { OutgoingCall, OutgoingResult } from './outgoing.js';
import type { View } from './reply.js';

/** Who calls: the API token and its owner. */
export interface Caller {
  readonly tokenId: string;
  readonly userId: string;
  /** The session of a person who calls by a cookie, in place of a token. */
  readonly sessionId?: string;
}

/** Who calls where nobody does: what time brings, and paths that ask for no token. */
export const nobody: Caller = { tokenId: '', userId: '' };

/** What a handler may know of the HTTP request: no Express types. */
export interface RequestFacts {
  /** The value of X-Okta-Request-Id. */
  readonly id: string;
  /** Path and query as sent. */
  readonly url: string;
  readonly ip: string;
  /** A request header by its lower-case name. */
  header(name: string): string | undefined;
  /** Aborted when the client leaves: what is computed for its answer alone can stop. */
  gone(): AbortSignal;
}

/** What an event says beyond its type and targets. */
export interface EventDetails {
  readonly outcome?: { readonly result: string; readonly reason: string | null };
  readonly severity?: string;
  readonly debugData?: JsonObject;
  /** Who did it, where that is not the caller: a person who proves to be somebody. */
  readonly actor?: LogTarget;
  /** The session that it is about, where that is not the caller's. */
  readonly sessionId?: string;
  /** Done by a job of the org, not by the caller. */
  readonly job?: boolean;
}

/** What `prepare` sees: reads only. */
export interface ReadContext {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly caller: Caller;
  readonly request: RequestFacts;
  readonly links: Links;
  /** What scrypt costs where a secret is hashed from now on: its `N`. */
  readonly passwordCost: ScryptCost;
  /** The org's time as Okta writes it. */
  now(): Timestamp;
  /** The entity tag of a row as this view shows it. */
  etag<R extends Row, V>(view: View<R, V>, row: R): string;
  /**
   * Calls a hook, for `prepare` alone: within three seconds, and once more after a timeout, a broken connection or a 5xx.
   * Never rejects. What it did is not written down: `act` does that, with `noteCall` in `objects/hooks`.
   */
  call(call: OutgoingCall): Promise<OutgoingResult>;
}

/** What a slice of a job sees: the org inside one transaction, and no request. Its events are the org's own. */
export interface JobContext extends Pick<ReadContext, 'store' | 'clock' | 'ids' | 'now'> {
  /** The request, or the one that began the job. */
  readonly requestId: string;
  /** Writes a System Log event; it is part of the transaction. */
  log(eventType: EventTypeName, targets: readonly LogTarget[], details?: EventDetails): void;
  /** Puts a message into the outbox; it is part of the transaction. */
  send(message: Pick<MessageRow, 'kind' | 'template' | 'to' | 'userId' | 'content'>): void;
}

/** What a handler sees: the org inside one transaction, and the request. */
export interface Context extends ReadContext, JobContext {}
