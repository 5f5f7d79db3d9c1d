/** A literal of an expression: JSON without objects and arrays. */
export type Literal = string | number | boolean | null;

/** A piece of an expression; `at` counts characters from the start of the text. */
export interface Token {
  readonly kind: 'word' | 'literal' | '(' | ')' | '[' | ']' | 'end';
  readonly text: string;
  /** What a literal stands for; null for all else. */
  readonly value: Literal;
  readonly at: number;
}

/** Why an expression cannot be used. An endpoint words it in its own way. */
export interface FilterProblem {
  readonly kind: 'syntax' | 'operator' | 'field' | 'combination' | 'value' | 'date' | 'size';
  /** The whole expression. */
  readonly text: string;
  /** Where the part at fault begins, in characters from the start of the text. */
  readonly position: number;
  /** The part at fault. */
  readonly found: string;
  /** The operator that does not go with the property. */
  readonly op?: string;
}

/** Carries a problem out of the parser and the compiler. */
export class FilterError extends Error {
  constructor(readonly problem: FilterProblem) {
    super(`${problem.kind} at ${problem.position}: ${problem.found}`);
  }
}

/** An error for this part of the expression. */
export const faultAt = (
  kind: FilterProblem['kind'],
  text: string,
  part: { readonly at: number; readonly text: string },
): FilterError => new FilterError({ kind, text, position: part.at, found: part.text });

// Sticky patterns that can match in one way only: each character is looked at once.
const SPACE = /\s*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y;
const WORD = /[A-Za-z_$][\w$:-]*(?:\.[A-Za-z_$][\w$:-]*)*/y;

const WORD_LITERALS: ReadonlyMap<string, Literal> = new Map<string, Literal>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** The end of the string literal that begins at `at`: behind its closing quote, or the text's end where it has none. */
function endOfString(text: string, at: number): number {
  for (let i = at + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x5c) i += 1;
    else if (code === 0x22) return i + 1;
  }
  return text.length;
}

function stringAt(text: string, at: number): Token {
  const source = text.slice(at, endOfString(text, at));
  try {
    return { kind: 'literal', text: source, value: JSON.parse(source) as string, at };
  } catch {
    throw faultAt('syntax', text, { at, text: source });
  }
}

function wordAt(at: number, word: string): Token {
  const value = WORD_LITERALS.get(word);
  return value === undefined
    ? { kind: 'word', text: word, value: null, at }
    : { kind: 'literal', text: word, value, at };
}

function tokenAt(text: string, at: number): Token {
  const first = text.charAt(at);
  if (first === '') return { kind: 'end', text: '', value: null, at };
  if (first === '(' || first === ')' || first === '[' || first === ']')
    return { kind: first, text: first, value: null, at };
  if (first === '"') return stringAt(text, at);
  const number = match(NUMBER, text, at);
  if (number !== undefined) return { kind: 'literal', text: number, value: Number(number), at };
  const word = match(WORD, text, at);
  if (word !== undefined) return wordAt(at, word);
  throw faultAt('syntax', text, { at, text: text.slice(at, at + 20) });
}

/**
 * Cuts an expression into tokens, the last of kind `end`.
 * @throws FilterError `syntax` for a character that begins no token and for a string that is no JSON string
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; ; ) {
    at += match(SPACE, text, at)?.length ?? 0;
    const token = tokenAt(text, at);
    tokens.push(token);
    if (token.kind === 'end') return tokens;
    at += token.text.length;
  }
}
