import { OktaError } from '../../contract/errors.js';
import type { Row } from '../../store/rows/common.js';
import type { PageQuery } from '../../store/types.js';
import {
  compileFilter,
  type Field,
  type FieldIndex,
  type FieldTable,
  type FilterProblem,
  type Operator,
  pathGetter,
} from './compile.js';

export { sortBy } from './compile.js';

// Which properties and operators: facts, conventions §8.
export const SEARCH_OPS: readonly Operator[] = ['eq', 'gt', 'ge', 'lt', 'le', 'sw', 'pr'];
/** Names and addresses can be searched for a part of them, too (facts: reports). */
export const PART_OPS: readonly Operator[] = [...SEARCH_OPS, 'co'];
export const DATE_OPS: readonly Operator[] = ['eq', 'gt', 'ge', 'lt', 'le', 'pr'];
export const FILTER_DATE_OPS: readonly Operator[] = ['eq', 'gt', 'ge', 'lt', 'le'];
export const EQ: readonly Operator[] = ['eq'];

/** An index of the collection that finds the rows with `eq`. */
export type Index<I extends string = string> = FieldIndex<I>;

/** An index whose keys are the values as they stand. */
export const indexed = <I extends string>(name: I): Index<I> => ({ name, unique: false, key: (value) => value });

export const text = <R, I extends string = never>(
  get: (row: R) => unknown,
  ops: readonly Operator[],
  index?: Index<I>,
): Field<R, I> => ({
  get,
  type: 'string',
  ops,
  ...(index ? { index } : {}),
});
export const date = <R>(get: (row: R) => unknown, ops: readonly Operator[]): Field<R, never> => ({
  get,
  type: 'date',
  ops,
});

/** 400 E0000031, with a cause for what cannot be parsed; E0000030 for what is no date (facts: reports). */
export const searchError = ({ kind }: FilterProblem): OktaError => {
  if (kind === 'date') return new OktaError('E0000030');
  const isParsed = kind !== 'syntax' && kind !== 'operator';
  return new OktaError('E0000031', isParsed ? {} : { causes: ['Invalid search syntax.'] });
};
/** 400 E0000031 without causes, or E0000030 for what is no date; E0000053 is the System Log's (facts: reports). */
export const filterError = ({ kind }: FilterProblem): OktaError =>
  new OktaError(kind === 'date' ? 'E0000030' : 'E0000031');

interface WithProfile {
  readonly profile: Readonly<Record<string, unknown>>;
}

export const profile =
  (name: string) =>
  (row: WithProfile): unknown =>
    row.profile[name];

/** Any property of a profile, base or custom. */
export function profileField(path: string): Field<WithProfile, never> | undefined {
  if (!path.startsWith('profile.')) return undefined;
  const get = pathGetter(path.slice('profile.'.length));
  return { get: (row) => get(row.profile), type: 'any', ops: SEARCH_OPS };
}

/**
 * What a list with this filter walks over: for `collection.page`.
 * @throws OktaError as the table words it
 */
export function filterOf<R extends Row, I extends string>(
  expression: string | null | undefined,
  table: FieldTable<R, I>,
): Pick<PageQuery<R, I>, 'filter' | 'within' | 'equal'> {
  if (!expression) return {};
  const { test, within, equal } = compileFilter(expression, table);
  return within && !within.unique
    ? { filter: test, within: { index: within.index, key: within.key } }
    : { filter: test, equal };
}
