import type { HandlersOf } from '../../contract/operations.js';
import { activateFactor, enrollFactor } from './enroll.js';
import { deleteFactor, getFactor, listFactors, listSupportedFactors, listSupportedSecurityQuestions } from './read.js';
import { getFactorTransactionStatus, verifyFactor } from './verify.js';

/** The factors of users (facts: factors). */
export const factors = {
  listFactors,
  enrollFactor,
  listSupportedFactors,
  listSupportedSecurityQuestions,
  getFactor,
  deleteFactor,
  activateFactor,
  getFactorTransactionStatus,
  verifyFactor,
} satisfies HandlersOf<'UserFactor'>;
