import { faultAt, type Literal, type Token, tokenize } from './tokens.js';

/** The operators of Okta's filter language, a subset of SCIM's (facts: conventions §8). */
export const operators = ['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'sw', 'co', 'ew', 'pr'] as const;
export type Operator = (typeof operators)[number];

/** `path op value`. */
export interface Comparison {
  readonly kind: 'compare';
  readonly path: string;
  readonly op: Operator;
  /** Null for `pr`, too. */
  readonly value: Literal;
  /** Where the path begins, in characters from the start of the text. */
  readonly at: number;
}

/** `path[inner]`: an element of the list at `path` passes `inner`, whose paths begin at the element. */
export interface ValueFilter {
  readonly kind: 'some';
  readonly path: string;
  readonly inner: Expression;
  readonly at: number;
}

/** A parsed expression. `and` and `or` have two parts or more. */
export type Expression =
  | { readonly kind: 'and'; readonly parts: readonly Expression[] }
  | { readonly kind: 'or'; readonly parts: readonly Expression[] }
  | { readonly kind: 'not'; readonly inner: Expression }
  | ValueFilter
  | Comparison;

/** More characters, terms or levels of brackets than these are refused, so that a filter's cost is bounded. */
const MAX_LENGTH = 8000;
const MAX_TERMS = 1000;
const MAX_DEPTH = 64;

const isOperator = (text: string): text is Operator => (operators as readonly string[]).includes(text);

/** Recursive descent, its depth bounded: `or` binds loosest, then `and`, then `not`, brackets and comparisons. */
class Parser {
  readonly #tokens: readonly Token[];
  #next = 0;
  #terms = 0;
  #depth = 0;

  constructor(readonly text: string) {
    this.#tokens = tokenize(text);
  }

  parse(): Expression {
    const expression = this.#or();
    this.#expect('end');
    return expression;
  }

  #peek(): Token {
    return this.#tokens[this.#next] as Token;
  }

  #take(): Token {
    const token = this.#peek();
    if (token.kind !== 'end') this.#next += 1;
    return token;
  }

  #expect(kind: Token['kind']): Token {
    const token = this.#take();
    if (token.kind !== kind) throw faultAt('syntax', this.text, token);
    return token;
  }

  #takeWord(word: string): boolean {
    const token = this.#peek();
    if (token.kind !== 'word' || token.text.toLowerCase() !== word) return false;
    this.#next += 1;
    return true;
  }

  #or(): Expression {
    return this.#chain('or', () => this.#chain('and', () => this.#unary()));
  }

  #chain(kind: 'and' | 'or', part: () => Expression): Expression {
    const first = part();
    if (!this.#takeWord(kind)) return first;
    const parts = [first];
    do parts.push(part());
    while (this.#takeWord(kind));
    return { kind, parts };
  }

  #unary(): Expression {
    if (this.#peek().kind === '(') return this.#nested(() => this.#bracketed('(', ')'));
    if (this.#takeWord('not')) return this.#nested(() => ({ kind: 'not', inner: this.#unary() }));
    return this.#term();
  }

  #bracketed(open: '(' | '[', close: ')' | ']'): Expression {
    this.#expect(open);
    const inner = this.#or();
    this.#expect(close);
    return inner;
  }

  #nested(parse: () => Expression): Expression {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw faultAt('size', this.text, this.#peek());
    const expression = parse();
    this.#depth -= 1;
    return expression;
  }

  #term(): Expression {
    const path = this.#expect('word');
    this.#terms += 1;
    if (this.#terms > MAX_TERMS) throw faultAt('size', this.text, path);
    if (this.#peek().kind === '[') {
      const inner = this.#nested(() => this.#bracketed('[', ']'));
      return { kind: 'some', path: path.text, inner, at: path.at };
    }
    const word = this.#take();
    const op = word.text.toLowerCase();
    if (word.kind !== 'word' || !isOperator(op)) throw faultAt('operator', this.text, word);
    const value = op === 'pr' ? null : this.#expect('literal').value;
    return { kind: 'compare', path: path.text, op, value, at: path.at };
  }
}

/**
 * Parses a filter or search expression (facts: conventions §8). Bounded by length, terms and depth, and so is its cost.
 * @throws FilterError
 */
export function parseFilter(text: string): Expression {
  if (text.length > MAX_LENGTH) throw faultAt('size', text, { at: MAX_LENGTH, text: '' });
  return new Parser(text).parse();
}
