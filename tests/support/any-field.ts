import { OktaError } from '../../contract/errors.js';
import { type FieldTable, operators } from '../../languages/filter/compile.js';

/** A plain object that filters are tried on. */
export interface Doc {
  readonly [name: string]: unknown;
}

/** A table over plain objects: everything below `x.`, any operator; the problem it was told of is the error's text. */
export const anything: FieldTable<Doc> = {
  fields: {},
  dynamic(path) {
    if (path === 'when') return { get: (row) => row.when, type: 'date', ops: operators };
    const name = path.slice(2);
    return path.startsWith('x.') ? { get: (row) => row[name], type: 'any', ops: operators } : undefined;
  },
  caseSensitive: false,
  error: (problem) => new OktaError('E0000031', { summary: JSON.stringify(problem) }),
};
