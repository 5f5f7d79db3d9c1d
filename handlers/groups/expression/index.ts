import jsep from 'jsep';
import { EvaluationError, functions, isGroupFunction, made, type Run, type Subject, type Value } from './functions.js';
import { type Matcher, PatternError, safePattern } from './regex.js';

export type { Subject } from './functions.js';

/** An expression that a group rule may not have; the message is the cause that Okta would give. */
export class ExpressionError extends Error {}

type Node = jsep.Expression;
type Evaluate = (run: Run) => Value;

/** A compiled expression. */
export interface Rule {
  /** Whether it is true of this user. What cannot be evaluated is not true. */
  matches(subject: Subject): boolean;
  /** Profile attributes that it names. */
  readonly attributes: ReadonlySet<string>;
  /** Whether it asks for the user's groups. */
  readonly usesGroups: boolean;
}

const MAX_LENGTH = 2048;
const MAX_DEPTH = 32;
const MAX_NODES = 400;
/** What one evaluation may cost, in steps: a few milliseconds. An expression that needs more is not true. */
const MAX_STEPS = 100_000;
/** Characters of text that a function looks at for one step. */
const CHARS = 16;

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

const equal = (a: Value, b: Value): boolean => a === b;

function order(a: Value, b: Value): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  throw new EvaluationError('these values have no order');
}

function add(a: Value, b: Value): Value {
  if (typeof a === 'number' && typeof b === 'number') return a + b;
  if (Array.isArray(a) || Array.isArray(b)) throw new EvaluationError('an array cannot be added');
  return made(`${a ?? ''}${b ?? ''}`);
}

const truth = (value: Value): boolean => {
  if (typeof value === 'boolean') return value;
  if (value === null) return false;
  throw new EvaluationError('a Boolean is expected');
};

const relations: Readonly<Record<string, (a: Value, b: Value) => Value>> = {
  '==': equal,
  eq: equal,
  '!=': (a, b) => !equal(a, b),
  ne: (a, b) => !equal(a, b),
  '<': (a, b) => order(a, b) < 0,
  lt: (a, b) => order(a, b) < 0,
  '>': (a, b) => order(a, b) > 0,
  gt: (a, b) => order(a, b) > 0,
  '<=': (a, b) => order(a, b) <= 0,
  le: (a, b) => order(a, b) <= 0,
  '>=': (a, b) => order(a, b) >= 0,
  ge: (a, b) => order(a, b) >= 0,
  '+': add,
};

function costOf(values: readonly Value[]): number {
  let chars = 0;
  for (const value of values) if (typeof value === 'string' || Array.isArray(value)) chars += value.length;
  return values.length + chars / CHARS;
}

/** Turns a syntax tree into closures; what is not on the list is refused. */
class Compiler {
  readonly attributes = new Set<string>();
  usesGroups = false;
  nodes = 0;

  constructor(readonly known: (attribute: string) => boolean) {}

  compile(node: Node): Evaluate {
    this.nodes += 1;
    if (this.nodes > MAX_NODES) throw new ExpressionError(`The expression has more than ${MAX_NODES} parts.`);
    switch (node.type) {
      case 'Literal':
        return this.#literal(node as jsep.Literal);
      case 'Identifier':
        return this.#identifier(node as jsep.Identifier);
      case 'MemberExpression':
        return this.#member(node as jsep.MemberExpression);
      case 'CallExpression':
        return this.#call(node as jsep.CallExpression);
      case 'UnaryExpression':
        return this.#unary(node as jsep.UnaryExpression);
      case 'ConditionalExpression':
        return this.#conditional(node as jsep.ConditionalExpression);
      case 'ArrayExpression':
        return this.#array(node as jsep.ArrayExpression);
      case 'BinaryExpression':
      case 'LogicalExpression':
        return this.#binary(node as jsep.BinaryExpression);
      default:
        throw new ExpressionError('The expression could not be parsed.');
    }
  }

  #literal({ value }: jsep.Literal): Evaluate {
    if (value instanceof RegExp) throw new ExpressionError('The expression could not be parsed.');
    const constant = (value ?? null) as Value;
    return () => constant;
  }

  #identifier({ name }: jsep.Identifier): Evaluate {
    if (name === 'null') return () => null;
    throw new ExpressionError(`Invalid property ${name} in expression`);
  }

  #member(node: jsep.MemberExpression): Evaluate {
    const { object, property, computed } = node;
    if (computed) {
      const list = this.compile(object);
      const at = this.compile(property);
      return (run) => {
        const values = list(run);
        const index = at(run);
        if (!Array.isArray(values) || typeof index !== 'number') throw new EvaluationError('no such element');
        return (values[index] as Value | undefined) ?? null;
      };
    }
    const name = (property as jsep.Identifier).name;
    if (object.type !== 'Identifier' || (object as jsep.Identifier).name !== 'user') {
      throw new ExpressionError(`Invalid property ${name} in expression`);
    }
    if (!this.known(name)) throw new ExpressionError(`Invalid property ${name} in expression user.${name}`);
    this.attributes.add(name);
    return ({ profile }) => (Object.hasOwn(profile, name) ? (profile[name] as Value) : null);
  }

  #call(node: jsep.CallExpression): Evaluate {
    const name = nameOf(node.callee);
    const args = node.arguments.map((argument) => this.compile(argument));
    if (name === 'user.getInternalProperty') return this.#internal(node.arguments);
    const known = Object.hasOwn(functions, name) ? functions[name] : undefined;
    if (!known) throw new ExpressionError(`Function ${name} is not supported in group rules.`);
    if (args.length < known.least || args.length > known.most) {
      throw new ExpressionError(`Parameter count mismatch in function ${name}: ${args.length} given.`);
    }
    if (isGroupFunction(name)) this.usesGroups = true;
    if (name === 'isMemberOfGroupNameRegex') {
      const matches = this.#pattern(node.arguments[0]);
      return (run) => run.groups().some((group) => matches(group.name, run.spend));
    }
    return (run) => {
      const values = args.map((argument) => argument(run));
      run.spend(costOf(values));
      return known.call(values, run);
    };
  }

  #internal([argument]: readonly Node[]): Evaluate {
    const name = argument?.type === 'Literal' ? (argument as jsep.Literal).value : undefined;
    if (name === 'id') return ({ id }) => id;
    if (name === 'status') return ({ status }) => status;
    throw new ExpressionError(`Invalid internal property ${String(name)} in expression.`);
  }

  #unary({ operator, argument }: jsep.UnaryExpression): Evaluate {
    const value = this.compile(argument);
    if (operator !== '-') return (run) => !truth(value(run));
    return (run) => {
      const number = value(run);
      if (typeof number !== 'number') throw new EvaluationError('a number is expected');
      return -number;
    };
  }

  #conditional({ test, consequent, alternate }: jsep.ConditionalExpression): Evaluate {
    const [condition, yes, no] = [this.compile(test), this.compile(consequent), this.compile(alternate)];
    return (run) => (truth(condition(run)) ? yes(run) : no(run));
  }

  #array({ elements }: jsep.ArrayExpression): Evaluate {
    const items = elements.map((element) => {
      if (!element) throw new ExpressionError('The expression could not be parsed.');
      return this.compile(element);
    });
    return (run) => items.map((item) => item(run));
  }

  #binary({ operator, left, right }: jsep.BinaryExpression): Evaluate {
    const a = this.compile(left);
    if (operator === 'matches') {
      const matches = this.#pattern(right);
      return (run) => {
        const text = a(run);
        return typeof text === 'string' && matches(text, run.spend);
      };
    }
    const b = this.compile(right);
    if (/^(?:and|&&)$/i.test(operator)) return (run) => truth(a(run)) && truth(b(run));
    if (/^(?:or|\|\|)$/i.test(operator)) return (run) => truth(a(run)) || truth(b(run));
    if (operator === '?:') {
      return (run) => {
        const value = a(run);
        return value === null || value === '' ? b(run) : value;
      };
    }
    const relation = relations[operator];
    if (!relation) throw new ExpressionError(`Operator ${operator} is not supported in group rules.`);
    return (run) => relation(a(run), b(run));
  }

  /** Patterns must be written out: only then their cost is known when the rule is made. */
  #pattern(node: Node | undefined): Matcher {
    const { value, raw } = node?.type === 'Literal' ? (node as jsep.Literal) : { value: undefined, raw: '' };
    if (typeof value !== 'string') throw new ExpressionError('A regular expression must be a literal.');
    try {
      // A backslash is written once or twice: clients do either, and both mean the pattern's own.
      return safePattern(raw.slice(1, -1).replace(/\\([\\"'])/g, '$1'));
    } catch (error) {
      if (error instanceof PatternError) throw new ExpressionError(`The regular expression ${error.message}.`);
      throw error;
    }
  }
}

function nameOf(callee: Node): string {
  if (callee.type === 'Identifier') return (callee as jsep.Identifier).name;
  if (callee.type !== 'MemberExpression' || (callee as jsep.MemberExpression).computed) {
    throw new ExpressionError('The expression could not be parsed.');
  }
  const { object, property } = callee as jsep.MemberExpression;
  return `${nameOf(object)}.${(property as jsep.Identifier).name}`;
}

/**
 * Compiles an expression of the language that group rules have (facts: groups §3).
 * @param known whether some user type's schema has this attribute
 * @throws ExpressionError for what is outside of the language, or not bounded in cost
 */
export function compileExpression(text: string, known: (attribute: string) => boolean): Rule {
  let tree: Node;
  try {
    tree = jsep(prepare(text));
  } catch (error) {
    if (error instanceof ExpressionError) throw error;
    throw new ExpressionError(`The expression could not be parsed: ${(error as Error).message}`);
  }
  const compiler = new Compiler(known);
  const evaluate = compiler.compile(tree);
  return {
    attributes: compiler.attributes,
    usesGroups: compiler.usesGroups,
    matches(subject) {
      let left = MAX_STEPS - compiler.nodes;
      const run: Run = {
        id: subject.id,
        status: subject.status,
        profile: subject.profile,
        groups: () => subject.groups(),
        spend(steps) {
          left -= steps;
          if (left < 0) throw new EvaluationError('the expression costs too much');
        },
      };
      try {
        return evaluate(run) === true;
      } catch (error) {
        if (error instanceof EvaluationError || error instanceof PatternError) return false;
        throw error;
      } finally {
        subject.spend?.(MAX_STEPS - left);
      }
    },
  };
}
