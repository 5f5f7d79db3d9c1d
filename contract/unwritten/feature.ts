import type { OperationsOf } from '../routes.js';

/** The operations of Feature that are not written yet. */
export const feature = [
  'listFeatures',
  'getFeature',
  'listFeatureDependencies',
  'listFeatureDependents',
  'updateFeatureLifecycle',
] as const satisfies readonly OperationsOf<'Feature'>[];
