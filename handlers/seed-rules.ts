import { compileExpression } from '../languages/expression/compile.js';
import type { RuleCompiler } from '../seeds/read/rules.js';

/** Lends the expression language of group rules to seeds, which the store reads without knowing handlers. */
export const compileSeedRule: RuleCompiler = (expression, known) => {
  const rule = compileExpression(expression, known);
  return (user) => rule.matches(user);
};
