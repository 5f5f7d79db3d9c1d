import type { JsonObject, Row, Timestamp } from './common.js';
import { collection } from './spec.js';

/** A way to prove who one is, as the org has it set up (facts: authenticator). */
export interface AuthenticatorRow extends Row {
  /** What it is: `okta_email`, `phone_number`, ... */
  readonly key: string;
  readonly type: string;
  readonly name: string;
  readonly status: 'ACTIVE' | 'INACTIVE';
  readonly created: Timestamp;
  readonly lastUpdated: Timestamp;
  readonly settings?: JsonObject;
  /** With its secrets, which are never shown. */
  readonly provider?: JsonObject;
  /** Somebody took it out of use: it was not merely left as a new org has it. */
  readonly turnedOff?: boolean;
}

export const authenticators = collection<AuthenticatorRow>()({
  prefix: 'aut',
  typeName: 'Authenticator',
  index: { key: (row) => row.key },
});
