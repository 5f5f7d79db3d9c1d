import type { View } from '../../contract/reply.js';
import type { Schemas } from '../../contract/routes.js';
import type { UserTypeRow } from '../../store/rows/user-types.js';
import { schemaIdOf } from '../schemas/ids.js';

const link = (rel: string, { href }: { href: string }) => ({ rel, href, method: 'GET' });

/** A user type (facts: user-types). */
export const userTypeView: View<UserTypeRow, Schemas['UserType']> = (row, links) => ({
  id: row.id,
  displayName: row.displayName,
  name: row.name,
  description: row.description,
  createdBy: row.createdBy,
  lastUpdatedBy: row.lastUpdatedBy,
  created: row.created,
  lastUpdated: row.lastUpdated,
  default: row.default,
  _links: {
    schema: link('schema', links.to('getUserSchema', { schemaId: schemaIdOf(row.id) })),
    self: link('self', links.to('getUserType', { typeId: row.id })),
  },
});
