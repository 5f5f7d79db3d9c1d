import type { OperationsOf } from '../routes.js';

/** The operations of Session that are not written yet. */
export const session = [
  'createSession',
  'getSession',
  'endSession',
  'refreshSession',
] as const satisfies readonly OperationsOf<'Session'>[];
