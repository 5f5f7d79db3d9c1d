import type { Json, JsonObject, Row, Timestamp } from './common.js';
import { collection } from './spec.js';

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

export const policies = collection<PolicyRow>()({
  prefix: '00p',
  typeName: 'Policy',
  index: { type: (row) => row.type },
});
