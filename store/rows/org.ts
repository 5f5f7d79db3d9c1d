import type { JsonObject, Row, Timestamp } from './common.js';
import { collection } from './spec.js';

/** The org itself: one row. */
export interface OrgRow extends Row {
  readonly subdomain: string;
  readonly companyName: string;
  /** Which engine signs people in: Identity Engine unless a seed says Classic. */
  readonly pipeline?: 'idx' | 'v1';
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
  /** The request that sent it; absent in rows of earlier versions. */
  readonly requestId?: string;
  readonly created: Timestamp;
  /** What the message would tell: links, tokens, codes. */
  readonly content: JsonObject;
}

export const org = collection<OrgRow>()({ prefix: '00o', typeName: 'Org' });

export const tokens = collection<TokenRow>()({
  prefix: '00T',
  typeName: 'Token',
  unique: { hash: (row) => row.hash },
  index: { user: (row) => row.userId },
  references: { user: { to: 'users', onRemove: 'cascade' } },
});

export const messages = collection<MessageRow>()({
  prefix: 'msg',
  typeName: 'Message',
  index: { user: (row) => row.userId },
  references: { user: { to: 'users', onRemove: 'cascade' } },
  serial: true,
});
