import type { Cursor } from './cursor.js';
import { limits } from './limits.js';
import type { Expression, Operand } from './nodes.js';
import { type ReadQuoted, readOperand } from './operands.js';
import type { Operators } from './operators.js';

const WORDS: Readonly<Record<string, string>> = {
  and: '&&',
  or: '||',
  eq: '==',
  ne: '!=',
  gt: '>',
  ge: '>=',
  lt: '<',
  le: '<=',
};
const OPERATOR = /\|\||&&|[=!<>]=|[<>+*/%]|-(?![\d.])|(?:and|or|eq|ne|gt|ge|lt|le)(?![\w-])/y;

/** Reads an operator after an operand. `$one-1` subtracts, where `3 -1` and `$f()-1` are errors (facts: velocity). */
function readOperator(cursor: Cursor, before: Operand | undefined): string | undefined {
  const plain = before?.kind === 'reference' && !before.braces && /[\w]$/.test(before.source);
  if (plain && cursor.match(/-(?=\d)/y)) return '-';
  cursor.skip();
  const found = cursor.match(OPERATOR)?.[0];
  return found === undefined ? undefined : (WORDS[found] ?? found);
}

/** The operands of an expression, and the expression with a name in the place of each. */
interface Skeleton {
  words: string[];
  operands: Operand[];
}

function readSkeleton(cursor: Cursor, quoted: ReadQuoted): Skeleton {
  const skeleton: Skeleton = { words: [], operands: [] };
  for (let open = 0; ; ) {
    cursor.part();
    cursor.skip();
    const before = cursor.match(/(?:!|not(?![\w-]))/y) ? '!' : cursor.take('(') ? '(' : undefined;
    if (before) {
      skeleton.words.push(before);
      if (before === '(') open += 1;
      if (skeleton.words.length > 2 * limits.operators) throw cursor.fault();
      continue;
    }
    const start = cursor.at;
    let operand: Operand | undefined = readOperand(cursor, quoted);
    if (operand.kind === 'word') throw cursor.fault(start);
    skeleton.words.push(`$x${skeleton.operands.push(operand) - 1}`);
    for (; open > 0 && cursor.match(/\s*\)/y); open -= 1, operand = undefined) skeleton.words.push(')');
    const operator = readOperator(cursor, operand);
    if (operator === undefined) {
      if (open > 0) throw cursor.fault();
      return skeleton;
    }
    skeleton.words.push(operator);
    if (skeleton.operands.length > limits.operators) throw cursor.fault();
  }
}

/** Reads an expression of operands and operators. */
export function readExpression(cursor: Cursor, quoted: ReadQuoted, operators: Operators): Expression {
  const { words, operands } = readSkeleton(cursor, quoted);
  const [only] = operands;
  return words.length === 1 && only ? only : operators.tree(words, operands);
}
