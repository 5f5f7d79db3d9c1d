import type { OperationsOf } from '../routes.js';

/** The operations of ProfileMapping that are not written yet. */
export const profileMapping = [
  'listProfileMappings',
  'getProfileMapping',
  'updateProfileMapping',
] as const satisfies readonly OperationsOf<'ProfileMapping'>[];
