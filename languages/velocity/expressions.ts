import { parse } from 'velocityjs';
import type { Cursor } from './cursor.js';
import { limits } from './limits.js';
import type { BinaryOperator, Expression, Operand } from './nodes.js';
import { type ReadQuoted, readOperand } from './operands.js';

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
const BINARY: ReadonlySet<unknown> = new Set(['||', '&&', '==', '!=', '<', '>', '<=', '>=', '+', '-', '*', '/', '%']);

const isOperator = (value: unknown): value is BinaryOperator => BINARY.has(value);

/**
 * Brackets that make velocityjs's one order of `||` and `&&`, and of `==` and `<`, into Java's: each operator closes as
 * many as its place from the tightest and opens them again, as the first FORTRAN compiler did it.
 */
const BRACKETS: Readonly<Record<string, number>> = {
  '||': 4,
  '&&': 3,
  '==': 2,
  '!=': 2,
  '<': 1,
  '>': 1,
  '<=': 1,
  '>=': 1,
};
const MOST = 5;

function bracketed(word: string): string {
  if (word === '(') return '('.repeat(MOST);
  if (word === ')') return ')'.repeat(MOST);
  const count = BRACKETS[word] ?? 0;
  return `${')'.repeat(count)} ${word} ${'('.repeat(count)}`;
}

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
    cursor.skip();
    const before = cursor.match(/(?:!|not(?![\w-]))/y) ? '!' : cursor.take('(') ? '(' : undefined;
    if (before) {
      skeleton.words.push(before);
      if (before === '(') open += 1;
      if (skeleton.words.length > 2 * limits.operators) cursor.fail();
      continue;
    }
    const start = cursor.at;
    let operand: Operand | undefined = readOperand(cursor, quoted);
    if (operand.kind === 'word') cursor.fail(start);
    skeleton.words.push(`$x${skeleton.operands.push(operand) - 1}`);
    for (; open > 0 && cursor.match(/\s*\)/y); open -= 1, operand = undefined) skeleton.words.push(')');
    const operator = readOperator(cursor, operand);
    if (operator === undefined) {
      if (open > 0) cursor.fail();
      return skeleton;
    }
    skeleton.words.push(operator);
    if (skeleton.operands.length > limits.operators) cursor.fail();
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Puts the operands back into what velocityjs made of the skeleton. */
function filled(ast: unknown, operands: readonly Operand[]): Expression {
  if (isRecord(ast) && ast.type === 'references') {
    const operand = operands[Number(String(ast.id).slice(1))];
    if (operand) return operand;
  }
  if (isRecord(ast) && ast.type === 'math' && Array.isArray(ast.expression)) {
    const [left, right] = ast.expression;
    if (ast.operator === 'parenthesis') return filled(left, operands);
    if (ast.operator === 'not') return { kind: 'not', inner: filled(left, operands) };
    if (isOperator(ast.operator)) {
      return { kind: 'binary', operator: ast.operator, left: filled(left, operands), right: filled(right, operands) };
    }
  }
  throw new Error('velocityjs answered with an unknown node');
}

function conditionOf(ast: unknown): unknown {
  const first = Array.isArray(ast) ? ast[0] : ast;
  return Array.isArray(first) ? conditionOf(first) : isRecord(first) ? first.condition : undefined;
}

/**
 * Reads an expression of operators. velocityjs knows their order; it reads names, numbers and quotes otherwise than
 * Velocity (`$one-1`, `1.0`, `"a ""q"""`), and its time for a text is not bounded, so that it gets the operators alone,
 * with a short name in the place of each operand.
 */
export function readExpression(cursor: Cursor, quoted: ReadQuoted): Expression {
  const { words, operands } = readSkeleton(cursor, quoted);
  const [only] = operands;
  if (words.length === 1 && only) return only;
  return filled(conditionOf(parse(`#if(${['(', ...words, ')'].map(bracketed).join('')})#end`)), operands);
}
