import type { OktaError } from '../../server/errors.js';
import {
  type Comparison,
  type Expression,
  FilterError,
  type FilterProblem,
  type Literal,
  type Operator,
  parseFilter,
} from './parse.js';

export { type FilterProblem, type Operator, operators, parseFilter } from './parse.js';

/** What a property is and which operators an endpoint takes on it. */
export interface Field<R> {
  /** The value, or the values where any one may match. */
  get(row: R): unknown;
  readonly type: 'string' | 'date' | 'number' | 'boolean' | 'any';
  readonly ops: readonly Operator[];
  /** The collection's index that finds the rows with `eq`, and how a literal becomes its key. */
  readonly index?: { readonly name: string; readonly unique: boolean; key(value: string): string };
}

/** The properties that an endpoint takes in one of its parameters, and how it words a refusal. */
export interface FieldTable<R> {
  readonly fields: Readonly<Record<string, Field<R>>>;
  /** Properties that are not listed: a schema's own. */
  dynamic?(path: string): Field<R> | undefined;
  readonly caseSensitive: boolean;
  error(problem: FilterProblem): OktaError;
}

/** A compiled expression: a test, and an index key outside of which no row can pass it. */
export interface Compiled<R> {
  test(row: R): boolean;
  readonly within?: { readonly index: string; readonly unique: boolean; readonly key: string };
}

type Test<R> = (row: R) => boolean;

const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)$/;

/** A date literal as rows hold dates: UTC with milliseconds, so that text order is time order. */
function dateText(value: Literal): string | undefined {
  if (typeof value !== 'string' || !DATE.test(value)) return undefined;
  const ms = Date.parse(value.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
}

type Scalar = string | number | boolean;

/** Whether two scalars stand in the relation; both are of one type. */
const relations: Readonly<Record<Exclude<Operator, 'pr'>, (a: Scalar, b: Scalar) => boolean>> = {
  eq: (a, b) => a === b,
  ne: (a, b) => a !== b,
  gt: (a, b) => a > b,
  ge: (a, b) => a >= b,
  lt: (a, b) => a < b,
  le: (a, b) => a <= b,
  sw: (a, b) => typeof a === 'string' && a.startsWith(b as string),
  co: (a, b) => typeof a === 'string' && a.includes(b as string),
  ew: (a, b) => typeof a === 'string' && a.endsWith(b as string),
};

const isPresent = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

function compare<R>(field: Field<R>, op: Exclude<Operator, 'pr'>, value: Literal, caseSensitive: boolean): Test<R> {
  const { get } = field;
  if (value === null) return op === 'ne' ? (row) => isPresent(get(row)) : (row) => op === 'eq' && !isPresent(get(row));
  const holds = relations[op];
  const fold = !caseSensitive && field.type !== 'date' && typeof value === 'string';
  const literal = fold ? (value as string).toLowerCase() : value;
  const kind = typeof literal;
  const one = (actual: unknown): boolean => {
    if (typeof actual !== kind) {
      // A number or a boolean of a profile may be asked for as text.
      if (kind === 'string' && (typeof actual === 'number' || typeof actual === 'boolean')) {
        return holds(String(actual), literal);
      }
      return op === 'ne';
    }
    return holds(fold ? (actual as string).toLowerCase() : (actual as Scalar), literal);
  };
  return (row) => {
    const actual = get(row);
    return Array.isArray(actual) ? actual.some(one) : one(actual);
  };
}

const fits = (type: Field<unknown>['type'], value: Literal): boolean =>
  value === null || type === 'any' || type === 'date' || typeof value === type;

class Compiler<R> {
  constructor(
    readonly text: string,
    readonly table: FieldTable<R>,
  ) {}

  compile(node: Expression): Test<R> {
    if (node.kind === 'not') {
      const inner = this.compile(node.inner);
      return (row) => !inner(row);
    }
    if (node.kind === 'compare') return this.#comparison(node);
    const left = this.compile(node.left);
    const right = this.compile(node.right);
    return node.kind === 'and' ? (row) => left(row) && right(row) : (row) => left(row) || right(row);
  }

  /** An index that holds every row which can pass: `eq` on an indexed property, alone or and-ed with more. */
  within(node: Expression): Compiled<R>['within'] {
    if (node.kind === 'and') {
      const left = this.within(node.left);
      return left?.unique ? left : (this.within(node.right) ?? left);
    }
    if (node.kind !== 'compare' || node.op !== 'eq' || typeof node.value !== 'string') return undefined;
    const index = this.#field(node).index;
    return index && { index: index.name, unique: index.unique, key: index.key(node.value) };
  }

  #field(node: Comparison): Field<R> {
    const { fields, dynamic } = this.table;
    const field = Object.hasOwn(fields, node.path) ? fields[node.path] : dynamic?.(node.path);
    if (!field) throw this.#refuse('field', node);
    return field;
  }

  #comparison(node: Comparison): Test<R> {
    const field = this.#field(node);
    if (!field.ops.includes(node.op)) throw this.#refuse('combination', node);
    if (node.op === 'pr') return (row) => isPresent(field.get(row));
    if (!fits(field.type, node.value)) throw this.#refuse('value', node);
    let { value } = node;
    if (field.type === 'date' && value !== null) {
      const date = dateText(value);
      if (date === undefined) throw this.#refuse('date', node);
      value = date;
    }
    return compare(field, node.op, value, this.table.caseSensitive);
  }

  #refuse(kind: FilterProblem['kind'], node: Comparison): FilterError {
    return new FilterError({ kind, text: this.text, position: node.position, found: node.path, op: node.op });
  }
}

const MAX_CACHED = 256;
const caches = new WeakMap<object, Map<string, Compiled<never>>>();

/**
 * Compiles an expression against an endpoint's table; kept by text.
 * @throws OktaError as the table words it
 */
export function compileFilter<R>(text: string, table: FieldTable<R>): Compiled<R> {
  let cache = caches.get(table) as Map<string, Compiled<R>> | undefined;
  if (!cache) caches.set(table, (cache = new Map()) as Map<string, Compiled<never>>);
  const known = cache.get(text);
  if (known) return known;
  try {
    const expression = parseFilter(text);
    const compiler = new Compiler(text, table);
    const within = compiler.within(expression);
    const compiled: Compiled<R> = { test: compiler.compile(expression), ...(within ? { within } : {}) };
    if (cache.size >= MAX_CACHED) cache.clear();
    cache.set(text, compiled);
    return compiled;
  } catch (error) {
    throw error instanceof FilterError ? table.error(error.problem) : error;
  }
}

/** Reads a value at a dotted path of an object; the path is split once. */
export function pathGetter(path: string): (value: unknown) => unknown {
  const names = path.split('.');
  return (value) => {
    let at = value;
    for (const name of names) {
      if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined;
      at = (at as Record<string, unknown>)[name];
    }
    return at;
  };
}
