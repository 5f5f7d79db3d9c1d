import type { Row } from '../rows/common.js';
import type { KeyIndexes } from './key-indexes.js';
import type { RowList } from './row-list.js';

/** What a collection held before a `load`; that does not touch it. */
export interface RowsSnapshot<R extends Row> {
  readonly byId: Map<string, R> | undefined;
  readonly ordered: RowList<R>;
  readonly indexes: KeyIndexes<R>;
  readonly nextSeq: number;
}
