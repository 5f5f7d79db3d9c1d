import jsep from 'jsep';

/** An expression that a group rule may not have; the message is the cause that Okta would give. */
export class ExpressionError extends Error {}

/** A part of an expression's syntax tree. */
export type Node = jsep.Expression;

const MAX_LENGTH = 2048;
const MAX_DEPTH = 32;

// The language has words for operators, and knows no bit operators.
jsep.removeAllBinaryOps();
jsep.removeAllUnaryOps();
const binary: Readonly<Record<string, number>> = {
  '?:': 0.5,
  OR: 1,
  or: 1,
  '||': 1,
  AND: 2,
  and: 2,
  '&&': 2,
  '==': 6,
  '!=': 6,
  eq: 6,
  ne: 6,
  '<': 7,
  '>': 7,
  '<=': 7,
  '>=': 7,
  lt: 7,
  gt: 7,
  le: 7,
  ge: 7,
  matches: 7,
  '+': 9,
};
for (const [op, precedence] of Object.entries(binary)) jsep.addBinaryOp(op, precedence);
for (const op of ['!', 'not', 'NOT', '-']) jsep.addUnaryOp(op);

/** Bounds what the parser is given, and turns `{1,2}`, the language's arrays, into the parser's. */
function prepare(text: string): string {
  if (text.length > MAX_LENGTH) throw new ExpressionError(`The expression is longer than ${MAX_LENGTH} characters.`);
  let depth = 0;
  /** Signs in a row: each is a level of its own until its operand comes. */
  let signs = 0;
  let quote = '';
  let prepared = '';
  for (let i = 0; i < text.length; i++) {
    let char = text[i] as string;
    if (quote !== '') {
      if (char === '\\') char += text[++i] ?? '';
      else if (char === quote) quote = '';
    } else {
      if (char === '"' || char === "'") quote = char;
      else if ('([{'.includes(char)) depth += 1;
      else if (')]}'.includes(char)) depth -= 1;
      if ('!-'.includes(char)) signs += 1;
      else if (char.trim() !== '') signs = 0;
    }
    if (depth + signs > MAX_DEPTH)
      throw new ExpressionError(`The expression is nested deeper than ${MAX_DEPTH} levels.`);
    if (quote === '') char = char === '{' ? '[' : char === '}' ? ']' : char;
    prepared += char;
  }
  return prepared;
}

/** Reads an expression as a tree. @throws ExpressionError for one that is none, is too long or nests too deep */
export function parse(text: string): Node {
  try {
    return jsep(prepare(text));
  } catch (error) {
    if (error instanceof ExpressionError) throw error;
    throw new ExpressionError(`The expression could not be parsed: ${(error as Error).message}`);
  }
}
