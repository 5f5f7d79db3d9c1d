import { OktaError } from '../../server/errors.js';
import { foldKey } from '../../store/collections.js';
import type { GroupRow, UserRow } from '../../store/rows/people.js';
import { type Field, type FieldTable, type FilterProblem, type Operator, pathGetter } from './index.js';

const SEARCH_OPS: readonly Operator[] = ['eq', 'gt', 'ge', 'lt', 'le', 'sw', 'co', 'pr'];
const ORDER_OPS: readonly Operator[] = ['eq', 'gt', 'ge', 'lt', 'le'];
const DATE_OPS: readonly Operator[] = [...ORDER_OPS, 'pr'];

const field = <R>(get: (row: R) => unknown, ops: readonly Operator[], index?: Field<R>['index']): Field<R> => ({
  get,
  type: 'string',
  ops,
  ...(index ? { index } : {}),
});
const date = <R>(get: (row: R) => unknown, ops = DATE_OPS): Field<R> => ({ get, type: 'date', ops });
const raw = (name: string) => ({ name, unique: false, key: (value: string) => value });
const folded = (name: string, unique: boolean) => ({ name, unique, key: foldKey });

/** 400 E0000031, or E0000030 for what is no date (facts: conventions §8). */
const searchError = ({ kind }: FilterProblem): OktaError => new OktaError(kind === 'date' ? 'E0000030' : 'E0000031');
/** 400 E0000053, or E0000030 for what is no date (facts: conventions §8). */
const filterError = ({ kind }: FilterProblem): OktaError => new OktaError(kind === 'date' ? 'E0000030' : 'E0000053');

/** Any property of a profile, base or custom. */
function profileField<R extends { readonly profile: object }>(path: string): Field<R> | undefined {
  if (!path.startsWith('profile.')) return undefined;
  const get = pathGetter(path.slice('profile.'.length));
  return { get: (row) => get(row.profile), type: 'any', ops: SEARCH_OPS };
}

const profile =
  (name: string) =>
  (row: { readonly profile: Readonly<Record<string, unknown>> }): unknown =>
    row.profile[name];

const status = (ops: readonly Operator[]): Field<UserRow> => field((row) => row.status, ops, raw('status'));
const login = (ops: readonly Operator[]): Field<UserRow> => field(profile('login'), ops, folded('login', true));
const email = (ops: readonly Operator[]): Field<UserRow> => field(profile('email'), ops, folded('email', false));

/** `GET /users?search=`. */
export const userSearch: FieldTable<UserRow> = {
  fields: {
    id: field((row) => row.id, SEARCH_OPS),
    // Statuses are written in capitals only: another spelling in a case-insensitive search cannot use the index.
    status: { ...status(SEARCH_OPS), index: { name: 'status', unique: false, key: (value) => value.toUpperCase() } },
    created: date((row) => row.created),
    activated: date((row) => row.activated),
    statusChanged: date((row) => row.statusChanged),
    lastUpdated: date((row) => row.lastUpdated),
    'type.id': field((row) => row.typeId, SEARCH_OPS),
    'profile.login': login(SEARCH_OPS),
    'profile.email': email(SEARCH_OPS),
  },
  dynamic: profileField,
  caseSensitive: false,
  error: searchError,
};

/** `GET /users?filter=`. */
export const userFilter: FieldTable<UserRow> = {
  fields: {
    id: field((row) => row.id, ['eq']),
    status: status(['eq']),
    lastUpdated: date((row) => row.lastUpdated, ORDER_OPS),
    'profile.login': login(['eq']),
    'profile.email': email(['eq']),
    'profile.firstName': field(profile('firstName'), ['eq']),
    'profile.lastName': field(profile('lastName'), ['eq']),
  },
  caseSensitive: true,
  error: filterError,
};

const groupDates = {
  lastUpdated: date<GroupRow>((row) => row.lastUpdated),
  lastMembershipUpdated: date<GroupRow>((row) => row.lastMembershipUpdated),
};

/** `GET /groups?search=`. */
export const groupSearch: FieldTable<GroupRow> = {
  fields: {
    id: field((row) => row.id, SEARCH_OPS),
    type: field((row) => row.type, SEARCH_OPS),
    created: date((row) => row.created),
    ...groupDates,
    'source.id': field(() => undefined, SEARCH_OPS),
  },
  dynamic: profileField,
  caseSensitive: false,
  error: searchError,
};

/** `GET /groups?filter=`. */
export const groupFilter: FieldTable<GroupRow> = {
  fields: { id: field((row) => row.id, ['eq']), type: field((row) => row.type, ['eq'], raw('type')), ...groupDates },
  caseSensitive: true,
  error: filterError,
};

/**
 * How a list is sorted by one property of its search table; text without case.
 * @throws OktaError as the table words it, for a property it does not know
 */
export function sortBy<R>(path: string, order: string | undefined, table: FieldTable<R>) {
  const found = Object.hasOwn(table.fields, path) ? table.fields[path] : table.dynamic?.(path);
  if (!found) throw table.error({ kind: 'field', text: path, position: 0, found: path });
  const by = (row: R): string | number | null => {
    const value = found.get(row);
    if (typeof value === 'string') return value.toLowerCase();
    if (typeof value === 'boolean') return value ? 1 : 0;
    return typeof value === 'number' ? value : null;
  };
  return { by, descending: order?.toLowerCase() === 'desc' };
}
