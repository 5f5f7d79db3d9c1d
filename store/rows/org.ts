import type { JsonObject, Row, Timestamp } from './common.js';

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
