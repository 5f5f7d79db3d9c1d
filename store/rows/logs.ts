import type { JsonObject, Row } from './common.js';
import { collection } from './spec.js';

/** What an event says of an object that took part. */
export interface LogTarget {
  readonly id: string;
  readonly type: string;
  readonly alternateId: string;
  readonly displayName: string;
  readonly detailEntry?: JsonObject | null;
}

/** What the events of one request share; one object for all of them in memory. */
export interface LogOrigin {
  readonly actor: LogTarget;
  readonly requestId: string;
  readonly tokenId?: string;
  /** The session that it was done in, where that is not the one of the API token. */
  readonly sessionId?: string;
  readonly ip?: string;
  /** Names of the network zones that held the address. */
  readonly zone?: string;
  readonly userAgent?: string;
  /** Path and query of the request; absent for what a job of the org did itself. */
  readonly url?: string;
}

/**
 * A System Log event, compact: the parts that the event type gives (message, legacy type) and those that are always
 * the same are added when it is shown (facts: system-log §1).
 */
export interface LogRow extends Row {
  readonly type: string;
  /** Milliseconds since 1970 on the org's clock. */
  readonly at: number;
  readonly origin: LogOrigin;
  readonly targets: readonly LogTarget[];
  readonly outcome?: { readonly result: string; readonly reason: string | null };
  readonly severity?: string;
  readonly debugData?: JsonObject;
}

export const logs = collection<LogRow>()({ prefix: 'log', typeName: 'LogEvent', serial: true });
