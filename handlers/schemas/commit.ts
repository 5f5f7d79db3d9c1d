import type { Context } from '../../contract/context.js';
import { invalidateReaders } from '../../objects/groups/rules/readers.js';
import { beginJob } from '../../objects/job.js';
import { withoutTarget } from '../../objects/profile-mappings/uses.js';
import { clearedFrom, clearPropertiesJob } from '../../objects/schemas/removed-properties.js';
import type { SchemaRow } from '../../store/rows/schemas.js';
import type { SchemaChange } from './update.js';

/**
 * Stores a schema and takes the values of removed properties out of the profiles that follow it, and out of what
 * mappings make. Group rules that read what is gone for good become invalid, the others are applied to the profiles as
 * they are now.
 */
export function commitChange(ctx: Context, { next, removed }: SchemaChange): SchemaRow {
  const row = ctx.store.schemas.replace(next.id, next);
  if (removed.length === 0) return row;
  if (row.of === 'user') {
    invalidateReaders(ctx, removed);
    for (const name of removed) withoutTarget(ctx, { side: 'user', typeId: `oty${row.id.slice(3)}` }, name);
  }
  beginJob(ctx, clearPropertiesJob, clearedFrom(row, removed));
  return row;
}
