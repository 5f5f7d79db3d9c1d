import type { FieldTable } from '../../languages/filter/compile.js';
import {
  DATE_OPS,
  date,
  EQ,
  FILTER_DATE_OPS,
  filterError,
  type Index,
  indexed,
  PART_OPS,
  profile,
  profileField,
  SEARCH_OPS,
  searchError,
  text,
} from '../../languages/filter/fields.js';
import { foldKey } from '../../store/rows/spec.js';
import type { UserRow } from '../../store/rows/users.js';

/** The indexes of users that filters name. */
export type UserIndex = 'status' | 'email';

const byStatus = indexed('status');
// Statuses are written in capitals only, so that a search in any case finds its key.
const byAnyStatus: Index<'status'> = { name: 'status', unique: false, key: (value) => value.toUpperCase() };
const byLogin: Index<never> = { name: 'login', unique: true, key: foldKey };
const byEmail: Index<'email'> = { name: 'email', unique: false, key: foldKey };

/** `GET /users?search=`. */
export const userSearch: FieldTable<UserRow, UserIndex> = {
  fields: {
    id: text((row) => row.id, SEARCH_OPS),
    status: text((row) => row.status, SEARCH_OPS, byAnyStatus),
    created: date((row) => row.created, DATE_OPS),
    activated: date((row) => row.activated, DATE_OPS),
    statusChanged: date((row) => row.statusChanged, DATE_OPS),
    lastUpdated: date((row) => row.lastUpdated, DATE_OPS),
    'type.id': text((row) => row.typeId, SEARCH_OPS),
    'profile.login': text(profile('login'), PART_OPS, byLogin),
    'profile.email': text(profile('email'), PART_OPS, byEmail),
    'profile.firstName': text(profile('firstName'), PART_OPS),
    'profile.lastName': text(profile('lastName'), PART_OPS),
  },
  dynamic: profileField,
  caseSensitive: false,
  error: searchError,
};

/** `GET /users?filter=`. */
export const userFilter: FieldTable<UserRow, UserIndex> = {
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
