import type { Json, JsonObject, Row, Timestamp } from './common.js';

/** The org itself: one row. */
export interface OrgRow extends Row {
  readonly subdomain: string;
  readonly companyName: string;
  readonly created: Timestamp;
}

/** An API token. Only its hash is kept. */
export interface TokenRow extends Row {
  readonly name: string;
  readonly userId: string;
  /** SHA-256 of the token's value, base64url. */
  readonly hash: string;
  readonly created: Timestamp;
}

/** A policy, as far as other groups need it (facts: policy-applicability). */
export interface PolicyRow extends Row {
  readonly type: string;
  readonly name: string;
  readonly description: string;
  readonly status: 'ACTIVE' | 'INACTIVE';
  readonly priority: number;
  readonly system: boolean;
  readonly created: Timestamp;
  readonly lastUpdated: Timestamp;
  readonly conditions: Json;
  readonly settings: JsonObject;
}

/** Mail, text message or call that Okta would have sent: read at `/_sandbox/outbox`. */
export interface MessageRow extends Row {
  readonly kind: 'email' | 'sms' | 'call';
  readonly template: string;
  readonly to: string;
  readonly userId: string;
  readonly created: Timestamp;
  /** What the message would tell: links, tokens, codes. */
  readonly content: JsonObject;
}

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
  readonly ip?: string;
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
