import type { Context, ReadContext } from '../../contract/context.js';
import { notFound } from '../../contract/errors.js';
import type { HandlersOf } from '../../contract/operations.js';
import { show } from '../../contract/reply.js';
import { schemaTarget, typeTarget } from '../../objects/logs/targets.js';
import { groupSchema } from '../../objects/schemas/profile.js';
import { groupSchemaView, userSchemaView } from '../../objects/schemas/view.js';
import type { SchemaRow } from '../../store/rows/schemas.js';
import { appSchemas } from './apps.js';
import { commitChange } from './commit.js';
import { schemaRequest } from './request.js';
import { planChange, shownAfter } from './update.js';

/** The schema by its id, or that of the default type by `default`. */
function findUserSchema(ctx: ReadContext, given: string): SchemaRow {
  const type = given === 'default' ? ctx.store.userTypes.where('default', 'true')[0] : undefined;
  const row = ctx.store.schemas.get(type ? `osc${type.id.slice(3)}` : given);
  if (row?.of !== 'user') throw notFound(given, 'Schema');
  return row;
}

/** Both kinds of schema are said to be user profiles in the log (facts: system-log-events §A). */
function logUpdate(ctx: Context, row: SchemaRow): void {
  const type = ctx.store.userTypes.get(`oty${row.id.slice(3)}`);
  ctx.log('directory.user_profile.update', [type ? typeTarget(type) : schemaTarget(row)]);
}

/** The profile schemas of user types (facts: schemas). */
export const userSchemas = {
  ...appSchemas,

  getUserSchema: ({ params }, ctx) => show(userSchemaView, findUserSchema(ctx, params.schemaId)),

  updateUserProfile({ params, body }, ctx) {
    const request = schemaRequest(body);
    const change = planChange(ctx, findUserSchema(ctx, params.schemaId), request);
    const row = commitChange(ctx, change);
    logUpdate(ctx, row);
    return change.pending.length === 0 ? show(userSchemaView, row) : userSchemaView(shownAfter(row, change), ctx.links);
  },
} satisfies HandlersOf<'UserSchema'>;

/** The profile schema of groups (facts: schemas §4). */
export const groupSchemas = {
  getGroupSchema: (_, ctx) => show(groupSchemaView, groupSchema(ctx)),

  updateGroupSchema({ body }, ctx) {
    const change = planChange(ctx, groupSchema(ctx), schemaRequest(body));
    const row = commitChange(ctx, change);
    logUpdate(ctx, row);
    return change.pending.length === 0
      ? show(groupSchemaView, row)
      : groupSchemaView(shownAfter(row, change), ctx.links);
  },
} satisfies HandlersOf<'GroupSchema'>;
