import type { Links } from '../../contract/links.js';
import type { View } from '../../contract/reply.js';
import type { Schemas } from '../../contract/routes.js';
import type { JsonObject } from '../../store/rows/common.js';
import type { SchemaRow } from '../../store/rows/schemas.js';

type Definitions = SchemaRow['custom'];

const requiredOf = (properties: Definitions): string[] =>
  Object.keys(properties).filter((name) => properties[name]?.required === true);

/** `custom` lists what it requires only while it holds a property; `base` always does (facts: schemas §1). */
export const definitionOf = (id: '#custom' | '#base', properties: Definitions): JsonObject => ({
  id,
  type: 'object',
  properties,
  ...(id === '#base' || Object.keys(properties).length > 0 ? { required: requiredOf(properties) } : {}),
});

const link = (rel: string, { href }: { href: string }): JsonObject => ({ rel, href, method: 'GET' });

function envelope(row: SchemaRow, id: string, links: JsonObject): JsonObject {
  return {
    id,
    $schema: 'http://json-schema.org/draft-04/schema#',
    name: row.name,
    title: row.title,
    description: row.description,
    lastUpdated: row.lastUpdated,
    created: row.created,
    definitions: { custom: definitionOf('#custom', row.custom), base: definitionOf('#base', row.base) },
    type: 'object',
    properties: { profile: { allOf: [{ $ref: '#/definitions/custom' }, { $ref: '#/definitions/base' }] } },
    _links: links,
  };
}

/** The name of the default user type, which no other can have: its schema goes by `default`. */
const isDefault = (row: SchemaRow): boolean => row.name === 'user';

/** A user schema. Its `id` has no `/api/v1`. */
export const userSchemaView: View<SchemaRow, Schemas['UserSchema']> = (row, links) =>
  // The contract's models of definitions know texts only; real ones hold numbers too.
  envelope(row, `${links.base}/meta/schemas/user/${isDefault(row) ? 'default' : row.id}`, {
    self: link('self', links.to('getUserSchema', { schemaId: row.id })),
    type: link('type', links.to('getUserType', { typeId: `oty${row.id.slice(3)}` })),
  }) as Schemas['UserSchema'];

/** The schema of groups. */
export const groupSchemaView: View<SchemaRow, Schemas['GroupSchema']> = (row: SchemaRow, links: Links) =>
  envelope(row, `${links.base}/meta/schemas/group/default`, {
    self: link('self', links.to('getGroupSchema', {})),
  }) as Schemas['GroupSchema'];
