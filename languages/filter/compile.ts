import type { OktaError } from '../../contract/errors.js';
import type { ValueQuery } from '../../store/types.js';
import { bounded, isLong, type TextEqual, testsOf, together } from './bound.js';
import { comparison, equalKeys, isPresent, oneOf, takes, valueKeys } from './compare.js';
import { dateKey, parseDate } from './dates.js';
import { type Comparison, type Expression, type Operator, parseFilter, type ValueFilter } from './parse.js';
import { FilterError, type FilterProblem, faultAt, type Literal } from './tokens.js';

export { type Operator, operators, parseFilter } from './parse.js';
export { pathGetter } from './paths.js';
export type { FilterProblem } from './tokens.js';

/** What a property is and which operators an endpoint takes on it. */
export interface Field<R, I extends string = string> {
  /** The value, or the values where any one may match. */
  get(row: R): unknown;
  /** `date`: a time as rows hold it. `any`: decided by the row, such as a custom profile property. */
  readonly type: 'string' | 'date' | 'number' | 'boolean' | 'any';
  readonly ops: readonly Operator[];
  /** The collection's index that finds the rows with `eq`, and how a literal becomes its key. */
  readonly index?: FieldIndex<I>;
}

/** An index of the collection; of a unique one, at most one row has a key. */
export type FieldIndex<I extends string> = { key(value: string): string } & (
  | { readonly name: I; readonly unique: false }
  | { readonly name: string; readonly unique: true }
);

/** A list of objects that a value filter `path[...]` may look into. */
export interface ListField<R> {
  items(row: R): readonly unknown[];
  readonly of: Fields<unknown>;
}

/** Properties by path. */
export interface Fields<R, I extends string = string> {
  readonly fields: Readonly<Record<string, Field<R, I>>>;
  /** Properties that are not listed, such as a schema's own. */
  dynamic?(path: string): Field<R, I> | undefined;
  readonly lists?: Readonly<Record<string, ListField<R>>>;
}

/**
 * The properties that an endpoint takes in one of its parameters, and how it words a refusal. `I` are the indexes of the
 * collection that its fields may name.
 */
export interface FieldTable<R, I extends string = string> extends Fields<R, I> {
  /** Whether text must match in its case, too. */
  readonly caseSensitive: boolean;
  error(problem: FilterProblem): OktaError;
}

/** A compiled expression: a test, and an index key outside of which no row can pass it. */
export interface Compiled<R, I extends string = string> {
  test(row: R): boolean;
  /** With a `unique` index at most one row can pass. Rows under the key need the test all the same. */
  readonly within?:
    | { readonly index: I; readonly unique: false; readonly key: string }
    | { readonly index: string; readonly unique: true; readonly key: string };
  /** The same of a value that has no index: one may be made where it is looked for again and again. */
  readonly equal?: ValueQuery<R>;
}

type Test<R> = (row: R) => boolean;

const own = <T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined =>
  record && Object.hasOwn(record, name) ? record[name] : undefined;

/** The property at a path, listed or dynamic. */
const fieldAt = <R, I extends string>(fields: Fields<R, I>, path: string): Field<R, I> | undefined =>
  own(fields.fields, path) ?? fields.dynamic?.(path);

const all = <R>(tests: readonly Test<R>[]): Test<R> => {
  const [first, second] = tests;
  if (tests.length === 2 && first && second) return (row) => first(row) && second(row);
  return (row) => {
    for (const test of tests) if (!test(row)) return false;
    return true;
  };
};

const any = <R>(tests: readonly Test<R>[]): Test<R> => {
  const [first, second] = tests;
  if (tests.length === 2 && first && second) return (row) => first(row) || second(row);
  return (row) => {
    for (const test of tests) if (test(row)) return true;
    return false;
  };
};

/** What the compiler needs besides the properties. */
interface Source {
  readonly text: string;
  readonly caseSensitive: boolean;
}

function compile<R>(node: Expression, fields: Fields<R>, source: Source): Test<R> {
  switch (node.kind) {
    case 'compare':
      return compileComparison(node, fields, source);
    case 'some':
      return compileValueFilter(node, fields, source);
    case 'not': {
      const inner = compile(node.inner, fields, source);
      return (row) => !inner(row);
    }
    case 'and':
      return all(node.parts.map((part) => compile(part, fields, source)));
    default: {
      const { sets, rest } = together(node.parts);
      const tests = sets.map((same) => compileSet(same, fields, source));
      return any([...tests, ...rest.map((part) => compile(part, fields, source))]);
    }
  }
}

/** One property against many texts. Each comparison is looked at as if it stood alone. */
function compileSet<R>(same: readonly TextEqual[], fields: Fields<R>, source: Source): Test<R> {
  const tests = same.map((node) => compileComparison(node, fields, source));
  const field = fieldAt(fields, same[0]?.path ?? '');
  if (!field || field.type === 'date') return any(tests);
  const get = field.get.bind(field);
  const texts = same.map(({ value }) => value);
  const check = oneOf(texts, !source.caseSensitive);
  return (row) => check(get(row));
}

const refusal = (kind: FilterProblem['kind'], { text }: Source, { path, op, at }: Comparison): FilterError =>
  new FilterError({ kind, text, position: at, found: path, op });

const fits = (type: Field<never>['type'], value: Literal): boolean =>
  value === null || type === 'any' || type === 'date' || typeof value === type;

function compileComparison<R>(node: Comparison, fields: Fields<R>, source: Source): Test<R> {
  const { op, value, path } = node;
  const field = fieldAt(fields, path);
  if (!field) throw refusal('field', source, node);
  if (!field.ops.includes(op)) throw refusal('combination', source, node);
  const get = field.get.bind(field);
  if (op === 'pr') return (row) => isPresent(get(row));
  if (!takes(op, value) || !fits(field.type, value)) throw refusal('value', source, node);
  let literal = value;
  if (field.type === 'date' && value !== null) {
    const ms = typeof value === 'string' ? parseDate(value) : undefined;
    if (ms === undefined) throw refusal('date', source, node);
    literal = dateKey(ms);
  }
  const check = comparison(op, literal, !source.caseSensitive && field.type !== 'date');
  return (row) => check(get(row));
}

function compileValueFilter<R>(node: ValueFilter, { lists }: Fields<R>, source: Source): Test<R> {
  const list = own(lists, node.path);
  if (!list) throw faultAt('syntax', source.text, { at: node.at + node.path.length, text: '[' });
  const inner = compile(node.inner, list.of, source);
  return (row) => list.items(row).some(inner);
}

/** An index that holds every row which can pass: `eq` on an indexed property, alone or and-ed with more. */
function withinOf<R, I extends string>(node: Expression, fields: Fields<R, I>): Compiled<R, I>['within'] {
  if (node.kind === 'and') {
    const found = node.parts.map((part) => withinOf(part, fields));
    return found.find((within) => within?.unique) ?? found.find((within) => within !== undefined);
  }
  if (node.kind !== 'compare' || node.op !== 'eq' || typeof node.value !== 'string') return undefined;
  const index = fieldAt(fields, node.path)?.index;
  if (!index) return undefined;
  const key = index.key(node.value);
  return index.unique ? { index: index.name, unique: true, key } : { index: index.name, unique: false, key };
}

/** A value outside of which no row can pass: `eq` on a property that has no index, alone or and-ed with more. */
function equalOf<R>(node: Expression, fields: Fields<R>): ValueQuery<R> | undefined {
  if (node.kind === 'and') {
    return node.parts.map((part) => equalOf(part, fields)).find((found) => found !== undefined);
  }
  if (node.kind !== 'compare' || node.op !== 'eq' || node.value === null) return undefined;
  const field = fieldAt(fields, node.path);
  if (!field || field.type === 'date' || field.index) return undefined;
  const get = field.get.bind(field);
  return { name: node.path, keys: equalKeys(node.value), keysOf: (row) => valueKeys(get(row)) };
}

/** A compiled expression, and how many tests it makes of a row. */
interface Counted<R, I extends string> extends Compiled<R, I> {
  readonly tests: number;
}

function compileText<R, I extends string>(text: string, table: FieldTable<R, I>): Counted<R, I> {
  try {
    const expression = parseFilter(text);
    const test = compile(expression, table, { text, caseSensitive: table.caseSensitive });
    const within = withinOf(expression, table);
    const equal = within ? undefined : equalOf(expression, table);
    const tests = testsOf(expression);
    return within ? { test, within, tests } : equal ? { test, equal, tests } : { test, tests };
  } catch (error) {
    throw error instanceof FilterError ? table.error(error.problem) : error;
  }
}

const MAX_KEPT = 256;
const kept = new WeakMap<object, Map<string, Counted<never, never>>>();

/**
 * Compiles an expression against an endpoint's table, for one request: a long expression counts its tests, and throws
 * when they are too many. Kept by table and text; the texts that were longest not asked for go first.
 * @throws OktaError as the table words it
 */
export function compileFilter<R, I extends string>(text: string, table: FieldTable<R, I>): Compiled<R, I> {
  let cache = kept.get(table) as Map<string, Counted<R, I>> | undefined;
  if (!cache) {
    cache = new Map();
    kept.set(table, cache as Map<string, Counted<never, never>>);
  }
  const known = cache.get(text);
  const compiled = known ?? compileText(text, table);
  if (known) cache.delete(text);
  else if (cache.size >= MAX_KEPT) cache.delete(cache.keys().next().value ?? '');
  cache.set(text, compiled);
  if (!isLong(compiled.tests)) return compiled;
  const { within, equal, tests } = compiled;
  const stop = (): never => {
    throw table.error({ kind: 'size', text, position: 0, found: text });
  };
  const test = bounded(compiled.test, tests, stop);
  return within ? { test, within } : equal ? { test, equal } : { test };
}

/**
 * How a list is sorted by one property of its search table; text without case, what is missing last.
 * @param order `desc` for descending, all else ascending
 * @throws OktaError as the table words it, for a property that it does not know
 */
export function sortBy<R>(path: string, order: string | undefined, table: FieldTable<R>) {
  // One property: a list of them is no property of any name.
  const field = path.includes(',') ? undefined : fieldAt(table, path);
  if (!field) throw table.error({ kind: 'field', text: path, position: 0, found: path });
  const by = (row: R): string | number | null => {
    const value = field.get(row);
    if (typeof value === 'string') return value.toLowerCase();
    if (typeof value === 'boolean') return value ? 1 : 0;
    return typeof value === 'number' ? value : null;
  };
  return { by, descending: order?.toLowerCase() === 'desc' };
}
