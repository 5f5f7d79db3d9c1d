import { parse } from 'velocityjs';
import { TemplateError } from './error.js';
import { limits } from './limits.js';
import type { BinaryOperator, Expression, Operand } from './nodes.js';

const BINARY: ReadonlySet<unknown> = new Set(['||', '&&', '==', '!=', '<', '>', '<=', '>=', '+', '-', '*', '/', '%']);
const isOperator = (value: unknown): value is BinaryOperator => BINARY.has(value);
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** How far from the tightest an operator is that velocityjs does not tell apart from its neighbour. */
const LEVELS: Readonly<Record<string, number>> = {
  '||': 4,
  '&&': 3,
  '==': 2,
  '!=': 2,
  '<': 1,
  '>': 1,
  '<=': 1,
  '>=': 1,
};
const LEVELS_ALL = 5;

/**
 * Brackets that make velocityjs's one order of `||` and `&&`, and of `==` and `<`, into Java's: each operator closes as
 * many as its level and opens them again, as the first FORTRAN compiler did it.
 */
function bracketed(word: string): string[] {
  if (word === '(' || word === ')') return Array.from({ length: LEVELS_ALL }, () => word);
  const count = LEVELS[word] ?? 0;
  const times = (bracket: string) => Array.from({ length: count }, () => bracket);
  return [...times(')'), word, ...times('(')];
}

const mixed = (words: readonly string[]): boolean =>
  (words.includes('||') && words.includes('&&')) || new Set(words.filter((word) => (LEVELS[word] ?? 9) <= 2)).size > 1;

/** Puts the operands back into what velocityjs made of an expression. */
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
 * The order of operators, which velocityjs knows. It reads names, numbers and quotes otherwise than Velocity (`$one-1`,
 * `1.0`, `"a ""q"""`) and takes its time, so that it gets the operators alone, with a short name in the place of each
 * operand; each sequence of them once, and no more than a limit in one template.
 */
export class Operators {
  readonly #known = new Map<string, unknown>();
  #words = 0;

  /** The tree of an expression whose operands are `$x0`, `$x1`, ... in `words`. @throws TemplateError `length` */
  tree(words: readonly string[], operands: readonly Operand[]): Expression {
    const text = words.join(' ');
    let ast = this.#known.get(text);
    if (ast === undefined) {
      const all = mixed(words) ? ['(', ...words, ')'].flatMap(bracketed) : words;
      this.#words += all.length;
      if (this.#words > limits.words)
        throw new TemplateError('length', 'The template has too many different expressions');
      ast = conditionOf(parse(`#if(${all.join(' ')})#end`));
      this.#known.set(text, ast);
    }
    return filled(ast, operands);
  }
}
