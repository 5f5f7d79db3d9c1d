import type { FieldTable } from '../../languages/filter/compile.js';
import { filterError, indexed, text } from '../../languages/filter/fields.js';
import type { TrustedOriginRow } from '../../store/rows/trusted-origins.js';

const OPS = ['eq', 'sw', 'pr'] as const;
const byStatus = indexed('status');

/** `GET /trustedOrigins?filter=`. */
export const originFilter: FieldTable<TrustedOriginRow, 'status'> = {
  fields: {
    id: text((row) => row.id, OPS),
    name: text((row) => row.name, OPS),
    origin: text((row) => row.origin, OPS),
    status: text((row) => row.status, OPS, byStatus),
    'scopes.type': text((row) => row.scopes.map(({ type }) => type), OPS),
  },
  caseSensitive: false,
  error: filterError,
};
