import type { JsonObject } from '../../store/rows/common.js';
import type { IdentityProviderRow } from '../../store/rows/identity-providers.js';
import { idpSchemaName } from '../identity-providers/types.js';
import type { ProfileSchema } from './app-schema.js';

const property = (title: string): JsonObject => ({ title, type: 'string', scope: 'NONE', maxLength: 100 });

/** What the mapping of every provider reads (facts: identity-provider, side effects of create). */
const base: ProfileSchema['base'] = {
  userName: { title: 'Username', type: 'string', required: true, scope: 'NONE', maxLength: 100 },
  firstName: property('First name'),
  lastName: property('Last name'),
  email: property('Email'),
  mobilePhone: property('Mobile phone'),
};

/** The schema of a provider's users: it is there with the provider, and of its row. */
export function idpUserSchema({ id, name, type, created, userSchema }: IdentityProviderRow): ProfileSchema {
  const { base: changed = {}, custom = {}, lastUpdated = created } = userSchema ?? {};
  const row = { name: idpSchemaName(type), base: changed, created, lastUpdated };
  return { row, app: { id, label: name }, base: { ...base, ...changed }, custom };
}
