import type { FieldTable } from '../../languages/filter/compile.js';
import { EQ, filterError, indexed, text } from '../../languages/filter/fields.js';
import type { ZoneRow } from '../../store/rows/zones.js';

/** `GET /zones?filter=`. */
export const zoneFilter: FieldTable<ZoneRow, 'usage'> = {
  fields: { id: text((row) => row.id, EQ), usage: text((row) => row.usage, EQ, indexed('usage')) },
  caseSensitive: true,
  error: filterError,
};
