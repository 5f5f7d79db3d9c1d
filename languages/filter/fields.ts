import { OktaError } from '../../contract/errors.js';
import { type Field, type FilterProblem, type Operator, pathGetter } from './compile.js';

export { sortBy } from './compile.js';

// Which properties and operators: facts, conventions §8.
export const SEARCH_OPS: readonly Operator[] = ['eq', 'gt', 'ge', 'lt', 'le', 'sw', 'pr'];
export const DATE_OPS: readonly Operator[] = ['eq', 'gt', 'ge', 'lt', 'le', 'pr'];
export const FILTER_DATE_OPS: readonly Operator[] = ['eq', 'gt', 'ge', 'lt', 'le'];
export const EQ: readonly Operator[] = ['eq'];

export type Index = NonNullable<Field<never>['index']>;

export const text = <R>(get: (row: R) => unknown, ops: readonly Operator[], index?: Index): Field<R> => ({
  get,
  type: 'string',
  ops,
  ...(index ? { index } : {}),
});
export const date = <R>(get: (row: R) => unknown, ops: readonly Operator[]): Field<R> => ({ get, type: 'date', ops });

/** 400 E0000031, or E0000030 for what is no date. */
export const searchError = ({ kind }: FilterProblem): OktaError =>
  new OktaError(kind === 'date' ? 'E0000030' : 'E0000031');
/** 400 E0000053, or E0000030 for what is no date. */
export const filterError = ({ kind }: FilterProblem): OktaError =>
  new OktaError(kind === 'date' ? 'E0000030' : 'E0000053');

interface WithProfile {
  readonly profile: Readonly<Record<string, unknown>>;
}

export const profile =
  (name: string) =>
  (row: WithProfile): unknown =>
    row.profile[name];

/** Any property of a profile, base or custom. */
export function profileField(path: string): Field<WithProfile> | undefined {
  if (!path.startsWith('profile.')) return undefined;
  const get = pathGetter(path.slice('profile.'.length));
  return { get: (row) => get(row.profile), type: 'any', ops: SEARCH_OPS };
}
