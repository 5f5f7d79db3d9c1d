import type { JsonObject, Row, Timestamp } from './common.js';
import { collection } from './spec.js';

/** The profile schema of a user type (`osc…`) or of groups (`group`), facts: schemas. */
export interface SchemaRow extends Row {
  readonly of: 'user' | 'group';
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly created: Timestamp;
  readonly lastUpdated: Timestamp;
  /** Property definitions as Okta shows them, by name, in order. */
  readonly base: Readonly<Record<string, JsonObject>>;
  readonly custom: Readonly<Record<string, JsonObject>>;
}

export const schemas = collection<SchemaRow>()({
  prefix: 'osc',
  typeName: 'Schema',
  index: {
    of: (row) => row.of,
    type: (row) => (row.of === 'user' ? `oty${row.id.slice(3)}` : undefined),
  },
  references: { type: { to: 'userTypes', onRemove: 'cascade' } },
});
