import type { OperationsOf } from '../routes.js';

/** The operations of UserFactor that are not written yet. */
export const userFactor = [
  'listFactors',
  'enrollFactor',
  'listSupportedFactors',
  'listSupportedSecurityQuestions',
  'getFactor',
  'deleteFactor',
  'activateFactor',
  'getFactorTransactionStatus',
  'verifyFactor',
] as const satisfies readonly OperationsOf<'UserFactor'>[];
