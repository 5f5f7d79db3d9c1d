import type { FieldTable } from '../../languages/filter/compile.js';
import { searchError, text } from '../../languages/filter/fields.js';
import type { OAuth2ScopeRow } from '../../store/rows/authorization-servers.js';

/** `GET /authorizationServers/{id}/scopes?filter=`. */
export const scopeFilter: FieldTable<OAuth2ScopeRow, never> = {
  fields: {
    id: text((row) => row.id, ['eq']),
    name: text((row) => row.name, ['eq', 'sw']),
  },
  caseSensitive: true,
  error: searchError,
};
