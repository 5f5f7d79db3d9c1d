import type { FieldTable } from '../../languages/filter/compile.js';
import {
  DATE_OPS,
  date,
  EQ,
  FILTER_DATE_OPS,
  filterError,
  indexed,
  PART_OPS,
  profile,
  profileField,
  SEARCH_OPS,
  searchError,
  text,
} from '../../languages/filter/fields.js';
import type { GroupRow } from '../../store/rows/groups.js';

const byType = indexed('type');

/** `GET /groups?search=`. */
export const groupSearch: FieldTable<GroupRow, 'type'> = {
  fields: {
    id: text((row) => row.id, SEARCH_OPS),
    type: text((row) => row.type, SEARCH_OPS),
    created: date((row) => row.created, DATE_OPS),
    lastUpdated: date((row) => row.lastUpdated, DATE_OPS),
    lastMembershipUpdated: date((row) => row.lastMembershipUpdated, DATE_OPS),
    'profile.name': text(profile('name'), PART_OPS),
    'profile.description': text(profile('description'), PART_OPS),
    'source.id': text((row) => row.sourceAppId, SEARCH_OPS),
  },
  dynamic: profileField,
  caseSensitive: false,
  error: searchError,
};

/** `GET /groups?filter=`. */
export const groupFilter: FieldTable<GroupRow, 'type'> = {
  fields: {
    id: text((row) => row.id, EQ),
    type: text((row) => row.type, EQ, byType),
    lastUpdated: date((row) => row.lastUpdated, FILTER_DATE_OPS),
    lastMembershipUpdated: date((row) => row.lastMembershipUpdated, FILTER_DATE_OPS),
  },
  caseSensitive: true,
  error: filterError,
};
