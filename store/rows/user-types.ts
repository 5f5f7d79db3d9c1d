import type { Row, Timestamp } from './common.js';
import { collection, foldKey } from './spec.js';

/** A kind of user with a profile schema of its own (facts: user-types). The schema's id is the type's, with `osc` for `oty`. */
export interface UserTypeRow extends Row {
  readonly name: string;
  readonly displayName: string;
  readonly description: string | null;
  readonly createdBy: string;
  readonly lastUpdatedBy: string;
  readonly created: Timestamp;
  readonly lastUpdated: Timestamp;
  readonly default: boolean;
}

export const userTypes = collection<UserTypeRow>()({
  prefix: 'oty',
  typeName: 'CVDType',
  unique: { name: (row) => foldKey(row.name) },
  uniqueness: { name: { folded: true } },
  index: { default: (row) => (row.default ? 'true' : undefined) },
});
