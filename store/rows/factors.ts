import type { JsonObject, Row, Timestamp } from './common.js';
import { collection } from './spec.js';
import type { ScryptHash } from './users.js';

/** A code that was sent and is good once. */
export type SentCode = {
  readonly code: string;
  /** Milliseconds since 1970. */
  readonly sent: number;
  readonly expires: number;
};

/** A factor that a user enrolled, or has begun to (facts: factors). */
export interface FactorRow extends Row {
  readonly userId: string;
  readonly factorType: string;
  readonly provider: string;
  readonly vendorName: string;
  readonly status: 'PENDING_ACTIVATION' | 'ACTIVE';
  readonly created: Timestamp;
  readonly lastUpdated: Timestamp;
  /** As it is shown. */
  readonly profile: JsonObject;
  readonly factorProfileId?: string;
  /** Of one-time passwords: the shared secret, base32. */
  readonly secret?: string;
  /** Of a question. */
  readonly answer?: ScryptHash;
  /** The last code that was sent. */
  readonly code?: SentCode;
  /** What an authenticator that holds a key is to sign. */
  readonly nonce?: string;
  /** Wrong codes in a row. */
  readonly failedAttempts?: number;
  /** The last time step, or hash of a code, that was used: none is good twice. */
  readonly used?: string;
}

/** Something that a person is asked on a device: to enrol it, or to approve a sign-in. */
export interface FactorTransactionRow extends Row {
  readonly userId: string;
  readonly factorId: string;
  readonly of: 'ACTIVATION' | 'VERIFICATION';
  readonly result: 'WAITING' | 'SUCCESS' | 'REJECTED' | 'CANCELLED';
  readonly created: Timestamp;
  /** Milliseconds since 1970: from then on it has timed out. */
  readonly expires: number;
}

export const factors = collection<FactorRow>()({
  prefix: 'fac',
  typeName: 'UserFactor',
  index: { user: (row) => row.userId },
  references: { user: { to: 'users', onRemove: 'cascade' } },
});

export const factorTransactions = collection<FactorTransactionRow>()({
  prefix: 'mst',
  typeName: 'FactorTransaction',
  index: { user: (row) => row.userId, factor: (row) => row.factorId, result: (row) => row.result },
  references: { user: { to: 'users', onRemove: 'cascade' }, factor: { to: 'factors', onRemove: 'cascade' } },
});
