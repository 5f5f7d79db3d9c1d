import type { CollectionName } from '../../store/collections.js';
import { rowsOf } from '../../store/references.js';
import type { Row } from '../../store/rows/common.js';
import type { Collection, Store } from '../../store/types.js';

/** Whether there is an inline hook with this id: none where the org keeps no hooks. */
export function isInlineHook(store: Store, id: string): boolean {
  const hooks: Collection<Row> | undefined = rowsOf(store, 'inlineHooks' as CollectionName);
  return hooks?.get(id) !== undefined;
}
