import type { Row, Timestamp } from './common.js';
import { collection } from './spec.js';

/** What an org does about addresses that are known for attacks: one row, or none while it is as it was made. */
export interface ThreatInsightRow extends Row {
  readonly action: 'none' | 'audit' | 'block';
  /** Ids of zones whose addresses are let be. */
  readonly excludeZones: readonly string[];
  readonly created: Timestamp;
  readonly lastUpdated: Timestamp;
}

export const threatInsight = collection<ThreatInsightRow>()({
  prefix: 'thi',
  typeName: 'ThreatInsightConfiguration',
  index: { zone: (row) => row.excludeZones },
  references: {
    zone: {
      to: 'zones',
      onRemove: 'clear',
      clear: (row, id) => ({ excludeZones: row.excludeZones.filter((zone) => zone !== id) }),
    },
  },
});
