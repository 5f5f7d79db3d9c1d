import type { JobContext, ReadContext } from '../../contract/context.js';
import type { Json } from '../../store/rows/common.js';
import type { GroupRow } from '../../store/rows/groups.js';
import type { SchemaRow } from '../../store/rows/schemas.js';
import type { UserRow } from '../../store/rows/users.js';
import { applyRules } from '../groups/rules/apply.js';
import { isRead } from '../groups/rules/readers.js';
import { type Budget, CHANGE, type JobKind, walk } from '../job.js';

const KIND = 'clearProperties';

/** A profile without some of its members; undefined where it has none of them. */
function cleared<P extends Readonly<Record<string, Json>>>(profile: P, names: readonly string[]): P | undefined {
  if (!names.some((name) => Object.hasOwn(profile, name))) return undefined;
  return Object.fromEntries(Object.entries(profile).filter(([name]) => !names.includes(name))) as P;
}

function clearGroup(ctx: JobContext, group: GroupRow, names: readonly string[], budget: Budget): void {
  const profile = cleared(group.profile, names);
  if (!profile) return;
  budget.steps -= CHANGE;
  ctx.store.groups.update(group.id, { profile });
}

function clearUser(ctx: JobContext, user: UserRow, names: readonly string[], budget: Budget, read: boolean): void {
  const profile = cleared(user.profile, names);
  if (!profile) return;
  budget.steps -= CHANGE;
  const after = ctx.store.users.update(user.id, { profile });
  if (read) applyRules(ctx, after, budget);
}

/** A schema has lost properties: their values go out of the profiles that follow it. */
export const clearPropertiesJob: JobKind = {
  kind: KIND,
  slice: (ctx, { of, cursor }, budget) => {
    const names = (of ?? '').split(' ');
    const schemaId = names.pop() ?? '';
    if (schemaId === 'group') {
      return walk(ctx.store.groups, { cursor }, budget, (group) => clearGroup(ctx, group, names, budget));
    }
    const within = { index: 'type', key: `oty${schemaId.slice(3)}` } as const;
    const read = isRead(ctx, names);
    return walk(ctx.store.users, { cursor, within }, budget, (user) => clearUser(ctx, user, names, budget, read));
  },
};

/** What the job works for: the names of the properties, and then the schema that has lost them. */
export const clearedFrom = ({ id }: SchemaRow, names: readonly string[]): string => [...names, id].join(' ');

/** Names of properties that profiles may still hold although their schema has lost them: the job is under way. */
export const namesBeingCleared = ({ store }: Pick<ReadContext, 'store'>, schemaId: string): readonly string[] =>
  store.jobs.all().flatMap(({ kind, of }) => {
    if (kind !== KIND || !of?.endsWith(` ${schemaId}`)) return [];
    return of.split(' ').slice(0, -1);
  });
