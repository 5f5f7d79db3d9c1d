import type { Context, ReadContext } from '../../contract/context.js';
import { invalid, OktaError } from '../../contract/errors.js';
import type { HandlersOf } from '../../contract/operations.js';
import { readAppDefinition } from '../../objects/applications/app-definition.js';
import { appSchema, appSchemaShown, type ProfileSchema } from '../../objects/applications/app-schema.js';
import { clearAppProfilesJob } from '../../objects/applications/jobs.js';
import { idpUserSchema } from '../../objects/applications/provider-schema.js';
import { appTarget } from '../../objects/applications/view.js';
import { idpTarget } from '../../objects/identity-providers/view.js';
import { beginJob, sliceBudget } from '../../objects/job.js';
import { mappingReading, withoutTarget } from '../../objects/profile-mappings/uses.js';
import { isObject } from '../../objects/schemas/choices.js';
import { isPropertyName } from '../../objects/schemas/definition.js';
import type { AppSchemaRow } from '../../store/rows/applications.js';
import type { JsonObject } from '../../store/rows/common.js';
import type { LogTarget } from '../../store/rows/logs.js';
import { refuse, refuseShape, schemaRequest } from './request.js';

type Definitions = AppSchemaRow['custom'];

/** The schema of an app's users, or of an identity provider's. @throws OktaError 404 E0000007 */
function find(ctx: ReadContext, id: string): ProfileSchema {
  const idp = ctx.store.identityProviders.get(id);
  return idp ? idpUserSchema(idp) : appSchema(ctx, ctx.store.apps.require(id));
}

/** Keeps what was changed of a schema. @returns whose it is */
function keep(ctx: Context, id: string, base: Definitions, custom: Definitions): LogTarget {
  const changes = { base, custom, lastUpdated: ctx.now() };
  if (ctx.store.identityProviders.get(id)) {
    return idpTarget(ctx.store.identityProviders.update(id, { userSchema: changes }));
  }
  const { row, app } = appSchema(ctx, ctx.store.apps.require(id));
  ctx.store.appSchemas.update(row.id, changes);
  return appTarget(app);
}

/** Of a base property whether it is required may change, and nothing else (facts: schemas §3). @throws OktaError 400 */
function baseAfter({ row, base }: ProfileSchema, given: JsonObject): Definitions {
  const next: Record<string, JsonObject> = { ...row.base };
  for (const [name, change] of Object.entries(given)) {
    const current = Object.hasOwn(base, name) ? base[name] : undefined;
    if (!current) throw invalid(name, `Property name '${name}' is not defined in the base profile`);
    if (!isObject(change)) throw refuse(name, 'a base property cannot be removed');
    const required = change.required ?? current.required === true;
    if (typeof required !== 'boolean') throw refuse(name, 'required: The field has an invalid value');
    if (required === (current.required === true)) continue;
    if (name === 'userName') throw refuse(name, 'required of this base property cannot be changed');
    const { required: _, title = null, description, type = null, ...rest } = current;
    const texts = { title, ...(description === undefined ? {} : { description }), type };
    next[name] = { ...texts, ...(required ? { required } : {}), ...rest };
  }
  return next;
}

function definitionFrom(schema: ProfileSchema, name: string, given: JsonObject): JsonObject {
  refuseShape(name, given);
  const { definition, problems, mismatch } = readAppDefinition(given);
  if (problems.length > 0) throw invalid(name, ...problems.map((problem) => `${name}.${problem}`));
  if (mismatch) throw new OktaError('E0000123');
  const before = Object.hasOwn(schema.custom, name) ? schema.custom[name] : undefined;
  if (before && before.type !== definition.type) throw refuse(name, 'The type of a property cannot be changed');
  return definition;
}

/** @throws OktaError 400 for a name that no property can have, or that the base has */
function refuseName({ base }: ProfileSchema, name: string): void {
  if (!isPropertyName(name)) {
    const rule =
      'Property name should only have alphanumeric characters and underscores. It should not start with a digit.';
    throw new OktaError('E0000001', { summary: `Invalid property name: ${name}. ${rule}` });
  }
  const taken = Object.keys(base).find((other) => other.toLowerCase() === name.toLowerCase());
  if (taken !== undefined) throw refuse(name, `Property name is taken by the base property ${taken}`);
}

/** The custom properties as a request makes them; null removes. */
function customAfter(
  ctx: ReadContext,
  schema: ProfileSchema,
  given: JsonObject,
): { custom: Definitions; removed: string[] } {
  const custom: Record<string, JsonObject> = { ...schema.custom };
  const removed: string[] = [];
  for (const [name, value] of Object.entries(given)) {
    if (value === null) {
      if (!Object.hasOwn(custom, name)) continue;
      const reader = mappingReading(ctx, { appId: schema.app.id, side: 'app' }, name);
      if (reader !== undefined) throw invalid('updateUserSchemas', `Property '${name}' is used in ${reader}`);
      delete custom[name];
      removed.push(name);
      continue;
    }
    refuseName(schema, name);
    if (!isObject(value)) throw refuse(name, 'The field has an invalid value');
    custom[name] = definitionFrom(schema, name, value);
  }
  return { custom, removed };
}

function clear(ctx: Context, appId: string, removed: readonly string[]): void {
  const budget = sliceBudget();
  for (const name of removed) {
    withoutTarget(ctx, { side: 'app', appId }, name);
    beginJob(ctx, clearAppProfilesJob, `${appId} ${name}`, budget);
  }
}

/** The profile schemas of the users of apps (facts: schemas §5). */
export const appSchemas = {
  getApplicationUserSchema: ({ params }, ctx) => appSchemaShown(find(ctx, params.appInstanceId), ctx.links),

  updateApplicationUserProfile({ params, body }, ctx) {
    const schema = find(ctx, params.appInstanceId);
    const request = schemaRequest(body);
    const base = baseAfter(schema, request.base);
    const { custom, removed } = customAfter(ctx, schema, request.custom);
    const target = keep(ctx, schema.app.id, base, custom);
    clear(ctx, schema.app.id, removed);
    ctx.log('directory.app_user_profile.update', [target]);
    return appSchemaShown(find(ctx, schema.app.id), ctx.links);
  },
} satisfies Partial<HandlersOf<'UserSchema'>>;
