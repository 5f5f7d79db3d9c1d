import type { Row, Timestamp } from './common.js';
import { collection, foldKey } from './spec.js';

export type FeatureStage = { readonly value: 'EA' | 'BETA'; readonly state?: 'OPEN' | 'CLOSED' };

/** Something of Okta's that an org turns on by itself (facts: feature). */
export interface FeatureRow extends Row {
  readonly name: string;
  readonly description: string;
  readonly status: 'ENABLED' | 'DISABLED';
  readonly stage: FeatureStage;
  /** Ids of the features that it needs. */
  readonly needs: readonly string[];
  /** Pages to read about it; a questionnaire for those who try it. */
  readonly helpDoc?: string;
  readonly devDoc?: string;
  readonly survey?: string;
  readonly created: Timestamp;
}

export const features = collection<FeatureRow>()({
  prefix: 'ftr',
  typeName: 'Feature',
  unique: { name: (row) => foldKey(row.name) },
  uniqueness: { name: { folded: true } },
  index: { needs: (row) => row.needs },
  references: {
    needs: {
      to: 'features',
      onRemove: 'clear',
      clear: (row, id) => ({ needs: row.needs.filter((needed) => needed !== id) }),
    },
  },
});
