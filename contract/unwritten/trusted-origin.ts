import type { OperationsOf } from '../routes.js';

/** The operations of TrustedOrigin that are not written yet. */
export const trustedOrigin = [
  'listOrigins',
  'createOrigin',
  'getOrigin',
  'updateOrigin',
  'deleteOrigin',
  'activateOrigin',
  'deactivateOrigin',
] as const satisfies readonly OperationsOf<'TrustedOrigin'>[];
