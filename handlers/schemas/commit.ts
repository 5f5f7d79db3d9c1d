import type { Context } from '../../contract/context.js';
import { applyRules } from '../../objects/groups/rules/apply.js';
import { invalidateReaders, isRead } from '../../objects/groups/rules/readers.js';
import type { Json } from '../../store/rows/common.js';
import type { SchemaRow } from '../../store/rows/schemas.js';
import type { SchemaChange } from './update.js';

/** A profile without some of its members; undefined where it has none of them. */
function cleared<P extends Readonly<Record<string, Json>>>(profile: P, names: readonly string[]): P | undefined {
  if (!names.some((name) => Object.hasOwn(profile, name))) return undefined;
  return Object.fromEntries(Object.entries(profile).filter(([name]) => !names.includes(name))) as P;
}

function clearGroups(ctx: Context, removed: readonly string[]): void {
  for (const group of [...ctx.store.groups.all()]) {
    const profile = cleared(group.profile, removed);
    if (profile) ctx.store.groups.replace(group.id, { ...group, profile });
  }
}

function clearUsers(ctx: Context, typeId: string, removed: readonly string[]): void {
  const read = isRead(ctx, removed);
  for (const user of [...ctx.store.users.where('type', typeId)]) {
    const profile = cleared(user.profile, removed);
    if (!profile) continue;
    const after = ctx.store.users.replace(user.id, { ...user, profile });
    if (read) applyRules(ctx, after);
  }
}

/**
 * Stores a schema and takes the values of removed properties out of the profiles that follow it. Group rules that
 * read what is gone for good become invalid, the others are applied to the profiles as they are now.
 */
export function commitChange(ctx: Context, { next, removed }: SchemaChange): SchemaRow {
  const row = ctx.store.schemas.replace(next.id, next);
  if (removed.length === 0) return row;
  if (row.of === 'group') clearGroups(ctx, removed);
  else {
    invalidateReaders(ctx, removed);
    clearUsers(ctx, `oty${row.id.slice(3)}`, removed);
  }
  return row;
}
