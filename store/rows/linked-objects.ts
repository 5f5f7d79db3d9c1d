import type { Row } from './common.js';

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
