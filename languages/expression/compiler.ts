import type jsep from 'jsep';
import { type Matcher, safePattern } from '../pattern/all-ways.js';
import { PatternError } from '../pattern/tree.js';
import {
  EvaluationError,
  type ExpressionFunction,
  functions,
  isGroupFunction,
  made,
  type Run,
  type Value,
} from './functions.js';
import { ExpressionError, type Node } from './syntax.js';

export type Evaluate = (run: Run) => Value;

/** What differs between the places where expressions stand. */
export interface Dialect {
  /** What an attribute may be of: `user` in group rules. */
  readonly roots: readonly string[];
  /** The root of the profile that is made, where an expression may ask for it: nothing of it is there yet. */
  readonly made?: string;
  readonly functions: Readonly<Record<string, ExpressionFunction>>;
  /** Named where something is not part of the language there. */
  readonly place: string;
}

/** The language of group rules (facts: groups §3). */
const ruleDialect: Dialect = { roots: ['user'], functions, place: 'group rules' };

const MAX_NODES = 400;
/** Characters of text that a function looks at for one step. */
const CHARS = 16;

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
export class Compiler {
  /** Profile attributes that it met. */
  readonly attributes = new Set<string>();
  /** Whether it met a function that asks for groups. */
  usesGroups = false;
  /** How many parts it met. */
  nodes = 0;

  constructor(
    readonly known: (attribute: string, root: string) => boolean,
    readonly dialect: Dialect = ruleDialect,
  ) {}

  /** @throws ExpressionError */
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
    const root = object.type === 'Identifier' ? (object as jsep.Identifier).name : '';
    if (!this.dialect.roots.includes(root)) throw new ExpressionError(`Invalid property ${name} in expression`);
    if (!this.known(name, root)) throw new ExpressionError(`Invalid property ${name} in expression ${root}.${name}`);
    if (root === this.dialect.made) return () => null;
    this.attributes.add(name);
    return ({ profile }) => (Object.hasOwn(profile, name) ? (profile[name] as Value) : null);
  }

  #call(node: jsep.CallExpression): Evaluate {
    const name = nameOf(node.callee);
    const args = node.arguments.map((argument) => this.compile(argument));
    if (name === 'user.getInternalProperty') return this.#internal(node.arguments);
    const library = this.dialect.functions;
    const known = Object.hasOwn(library, name) ? library[name] : undefined;
    if (!known) throw new ExpressionError(`Function ${name} is not supported in ${this.dialect.place}.`);
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
    if (!relation) throw new ExpressionError(`Operator ${operator} is not supported in ${this.dialect.place}.`);
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
