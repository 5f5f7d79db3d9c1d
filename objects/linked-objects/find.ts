import type { ReadContext } from '../../contract/context.js';
import { notFound } from '../../contract/errors.js';
import type { LinkedObjectRow } from '../../store/rows/linked-objects.js';

/** The definition by either of its names. @throws OktaError 404 */
export function findRelation(ctx: ReadContext, name: string): LinkedObjectRow {
  const row = ctx.store.linkedObjects.by('name', name);
  if (!row) throw notFound(name, 'LinkedObjectProperty');
  return row;
}
