import { OktaError } from '../../contract/errors.js';
import { foldKey } from '../../store/collections.js';
import type { GroupRow, UserRow } from '../../store/rows/users.js';
import { type Field, type FieldTable, type FilterProblem, type Operator, pathGetter } from './compile.js';

export { sortBy } from './compile.js';

// Which properties and operators: facts, conventions §8.
const SEARCH_OPS: readonly Operator[] = ['eq', 'gt', 'ge', 'lt', 'le', 'sw', 'pr'];
const DATE_OPS: readonly Operator[] = ['eq', 'gt', 'ge', 'lt', 'le', 'pr'];
const FILTER_DATE_OPS: readonly Operator[] = ['eq', 'gt', 'ge', 'lt', 'le'];
const EQ: readonly Operator[] = ['eq'];

type Index = NonNullable<Field<never>['index']>;

const text = <R>(get: (row: R) => unknown, ops: readonly Operator[], index?: Index): Field<R> => ({
  get,
  type: 'string',
  ops,
  ...(index ? { index } : {}),
});
const date = <R>(get: (row: R) => unknown, ops: readonly Operator[]): Field<R> => ({ get, type: 'date', ops });

const byStatus: Index = { name: 'status', unique: false, key: (value) => value };
// Statuses are written in capitals only, so that a search in any case finds its key.
const byAnyStatus: Index = { ...byStatus, key: (value) => value.toUpperCase() };
const byLogin: Index = { name: 'login', unique: true, key: foldKey };
const byEmail: Index = { name: 'email', unique: false, key: foldKey };
const byType: Index = { name: 'type', unique: false, key: (value) => value };

/** 400 E0000031, or E0000030 for what is no date. */
const searchError = ({ kind }: FilterProblem): OktaError => new OktaError(kind === 'date' ? 'E0000030' : 'E0000031');
/** 400 E0000053, or E0000030 for what is no date. */
const filterError = ({ kind }: FilterProblem): OktaError => new OktaError(kind === 'date' ? 'E0000030' : 'E0000053');

interface WithProfile {
  readonly profile: Readonly<Record<string, unknown>>;
}

const profile =
  (name: string) =>
  (row: WithProfile): unknown =>
    row.profile[name];

/** Any property of a profile, base or custom. */
function profileField(path: string): Field<WithProfile> | undefined {
  if (!path.startsWith('profile.')) return undefined;
  const get = pathGetter(path.slice('profile.'.length));
  return { get: (row) => get(row.profile), type: 'any', ops: SEARCH_OPS };
}

/** `GET /users?search=`. */
export const userSearch: FieldTable<UserRow> = {
  fields: {
    id: text((row) => row.id, SEARCH_OPS),
    status: text((row) => row.status, SEARCH_OPS, byAnyStatus),
    created: date((row) => row.created, DATE_OPS),
    activated: date((row) => row.activated, DATE_OPS),
    statusChanged: date((row) => row.statusChanged, DATE_OPS),
    lastUpdated: date((row) => row.lastUpdated, DATE_OPS),
    'type.id': text((row) => row.typeId, SEARCH_OPS),
    'profile.login': text(profile('login'), SEARCH_OPS, byLogin),
    'profile.email': text(profile('email'), SEARCH_OPS, byEmail),
  },
  dynamic: profileField,
  caseSensitive: false,
  error: searchError,
};

/** `GET /users?filter=`. */
export const userFilter: FieldTable<UserRow> = {
  fields: {
    id: text((row) => row.id, EQ),
    status: text((row) => row.status, EQ, byStatus),
    lastUpdated: date((row) => row.lastUpdated, FILTER_DATE_OPS),
    'profile.login': text(profile('login'), EQ, byLogin),
    'profile.email': text(profile('email'), EQ, byEmail),
    'profile.firstName': text(profile('firstName'), EQ),
    'profile.lastName': text(profile('lastName'), EQ),
  },
  caseSensitive: true,
  error: filterError,
};

/** `GET /groups?search=`. */
export const groupSearch: FieldTable<GroupRow> = {
  fields: {
    id: text((row) => row.id, SEARCH_OPS),
    type: text((row) => row.type, SEARCH_OPS),
    created: date((row) => row.created, DATE_OPS),
    lastUpdated: date((row) => row.lastUpdated, DATE_OPS),
    lastMembershipUpdated: date((row) => row.lastMembershipUpdated, DATE_OPS),
    // The application that an app group comes from: none of the org's groups has one.
    'source.id': text(() => undefined, SEARCH_OPS),
  },
  dynamic: profileField,
  caseSensitive: false,
  error: searchError,
};

/** `GET /groups?filter=`. */
export const groupFilter: FieldTable<GroupRow> = {
  fields: {
    id: text((row) => row.id, EQ),
    type: text((row) => row.type, EQ, byType),
    lastUpdated: date((row) => row.lastUpdated, FILTER_DATE_OPS),
    lastMembershipUpdated: date((row) => row.lastMembershipUpdated, FILTER_DATE_OPS),
  },
  caseSensitive: true,
  error: filterError,
};
