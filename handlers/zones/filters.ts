import type { FieldTable } from '../../languages/filter/compile.js';
import { EQ, filterError, type Index, text } from '../../languages/filter/fields.js';
import type { ZoneRow } from '../../store/rows/zones.js';

const byUsage: Index<'usage'> = { name: 'usage', unique: false, key: (value) => value };

/** `GET /zones?filter=`. */
export const zoneFilter: FieldTable<ZoneRow, 'usage'> = {
  fields: { id: text((row) => row.id, EQ), usage: text((row) => row.usage, EQ, byUsage) },
  caseSensitive: true,
  error: filterError,
};
