import type { Json, JsonObject, Row, Timestamp } from './common.js';

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
