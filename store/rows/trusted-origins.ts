import type { Row, Timestamp } from './common.js';
import { collection, foldKey } from './spec.js';

export type OriginScope = {
  readonly type: 'CORS' | 'REDIRECT' | 'IFRAME_EMBED';
  /** Of IFRAME_EMBED: which of Okta's own pages may be embedded. */
  readonly allowedOktaApps?: readonly string[];
};

/** An origin whose pages may call the API, or to which people may be sent back (facts: trusted-origin). */
export interface TrustedOriginRow extends Row {
  readonly name: string;
  /** Scheme, host and port, as given. */
  readonly origin: string;
  readonly scopes: readonly OriginScope[];
  readonly status: 'ACTIVE' | 'INACTIVE';
  readonly created: Timestamp;
  readonly createdBy: string;
  readonly lastUpdated: Timestamp;
  readonly lastUpdatedBy: string;
}

export const trustedOrigins = collection<TrustedOriginRow>()({
  prefix: 'tos',
  typeName: 'TrustedOrigin',
  unique: { name: (row) => foldKey(row.name), origin: (row) => foldKey(row.origin) },
  uniqueness: { name: { folded: true }, origin: { folded: true } },
  index: {
    status: (row) => row.status,
    /** Origins that are patterns, active ones alone: a browser's origin is compared with each. */
    pattern: (row) => (row.status === 'ACTIVE' && row.origin.includes('*') ? 'pattern' : undefined),
    author: (row) => [row.createdBy, row.lastUpdatedBy],
  },
  // An origin tells who made it even when that user is gone.
  references: { author: { to: 'users', onRemove: 'keep' } },
});
