import type { Links } from '../../contract/links.js';
import type { Json, JsonObject } from '../../store/rows/common.js';
import type { LogTarget } from '../../store/rows/logs.js';
import type { ProfileMappingRow } from '../../store/rows/profile-mappings.js';
import type { Store } from '../../store/types.js';
import { idpSchemaName } from '../identity-providers/types.js';
import { target } from '../logs/targets.js';
import { schemaIdOf } from '../schemas/ids.js';

/** What stands on one side of a mapping, by its name. */
interface Side {
  readonly id: string;
  readonly name: string;
}

/** The app or identity provider of a mapping, and the user type. */
export interface Sides {
  readonly app: Side;
  readonly type: Side;
}

/** What an identity provider's users are called by their kind, in mappings and schemas (facts: profile-mapping). */
function idpName(store: Store, id: string): string {
  const { type } = store.identityProviders.get(id) ?? {};
  return type === undefined ? 'unknown' : idpSchemaName(type);
}

/** Who a mapping is between. */
export function sidesOf(store: Store, { appId, idpId, typeId }: ProfileMappingRow): Sides {
  const id = appId ?? idpId ?? '';
  return {
    app: { id, name: store.apps.get(id)?.name ?? idpName(store, id) },
    type: { id: typeId, name: store.userTypes.get(typeId)?.name ?? 'unknown' },
  };
}

const appSide = ({ id, name }: Side, links: Links): JsonObject => ({
  id,
  name,
  type: 'appuser',
  _links: {
    self: links.to('getApplication', { appId: id }),
    schema: links.to('getApplicationUserSchema', { appInstanceId: id }),
  },
});

const userSide = ({ id, name }: Side, links: Links): JsonObject => ({
  id,
  name,
  type: 'user',
  _links: {
    self: links.to('getUserType', { typeId: id }),
    schema: links.to('getUserSchema', { schemaId: schemaIdOf(id) }),
  },
});

/** A mapping as lists show it: without its properties, which one alone has (facts: profile-mapping). */
export function mappingItem(row: ProfileMappingRow, sides: Sides, links: Links): Record<string, Json> {
  const [app, user] = [appSide(sides.app, links), userSide(sides.type, links)];
  return {
    id: row.id,
    source: row.toward === 'user' ? app : user,
    target: row.toward === 'user' ? user : app,
    _links: { self: links.to('getProfileMapping', { mappingId: row.id }) },
  };
}

/** A mapping with its properties. */
export function mappingShown(row: ProfileMappingRow, sides: Sides, links: Links): Record<string, Json> {
  const { _links = null, ...item } = mappingItem(row, sides, links);
  return { ...item, properties: row.properties, _links };
}

/** A mapping as events name it: by its two sides. */
export function mappingTarget(row: ProfileMappingRow, { app, type }: Sides): LogTarget {
  const name = row.toward === 'user' ? `${app.name} -> ${type.name}` : `${type.name} -> ${app.name}`;
  return target(row.id, 'ProfileMapping', 'unknown', name);
}
