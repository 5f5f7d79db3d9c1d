import type { OperationsOf } from '../routes.js';

/** The operations of ThreatInsight that are not written yet. */
export const threatInsight = [
  'getCurrentConfiguration',
  'updateConfiguration',
] as const satisfies readonly OperationsOf<'ThreatInsight'>[];
