import type { Row } from './common.js';
import { collection } from './spec.js';

/** A relation between users, such as manager and subordinate (facts: linked-objects). */
export interface LinkedObjectRow extends Row {
  readonly primary: LinkedObjectEnd;
  readonly associated: LinkedObjectEnd;
}
export interface LinkedObjectEnd {
  readonly name: string;
  readonly title: string;
  readonly description?: string | null;
  readonly type: 'USER';
}

/** `associatedId` has `primaryId` as its primary in the relation `definitionId`. */
export interface LinkRow extends Row {
  readonly definitionId: string;
  readonly primaryId: string;
  readonly associatedId: string;
}

export const linkedObjects = collection<LinkedObjectRow>()({
  prefix: 'lnk',
  typeName: 'LinkedObjectProperty',
  unique: { name: (row) => [row.primary.name, row.associated.name] },
});

export const links = collection<LinkRow>()({
  prefix: 'lnv',
  typeName: 'LinkedObject',
  unique: { associated: (row) => `${row.definitionId} ${row.associatedId}` },
  index: {
    definition: (row) => row.definitionId,
    primary: (row) => `${row.definitionId} ${row.primaryId}`,
    user: (row) => (row.primaryId === row.associatedId ? row.primaryId : [row.primaryId, row.associatedId]),
  },
  references: {
    definition: { to: 'linkedObjects', onRemove: 'cascade' },
    user: { to: 'users', onRemove: 'cascade' },
  },
});
