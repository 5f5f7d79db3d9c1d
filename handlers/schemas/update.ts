import { isDeepStrictEqual } from 'node:util';
import type { ReadContext } from '../../contract/context.js';
import { blank, invalid, OktaError } from '../../contract/errors.js';
import { mappingReading } from '../../objects/profile-mappings/uses.js';
import { profileCheck } from '../../objects/schemas/check.js';
import { isObject } from '../../objects/schemas/choices.js';
import { isPropertyName, readDefinition } from '../../objects/schemas/definition.js';
import { namesBeingCleared } from '../../objects/schemas/removed-properties.js';
import type { Json, JsonObject } from '../../store/rows/common.js';
import type { SchemaRow } from '../../store/rows/schemas.js';
import { nextBase } from './base.js';
import { itemType, refuse, refuseShape, type SchemaRequest, without } from './request.js';

/** A schema as it will be, and what must be done to the profiles that follow it. */
export interface SchemaChange {
  readonly next: SchemaRow;
  readonly removed: readonly string[];
  /** Properties whose uniqueness the answer shows as being looked into (facts: schemas §3). */
  readonly pending: readonly string[];
}

/** The most unique custom properties of one schema. */
const MAX_UNIQUE = 5;

/** The summary itself tells what names are (facts: reports). */
const badName = (name: string): OktaError =>
  new OktaError('E0000001', {
    summary: `Invalid property name: ${name}. Property name should only have alphanumeric characters and underscores. It should not start with a digit.`,
  });

/** Refuses a name that no property can have, or that something else has. */
function refuseName(ctx: ReadContext, schema: SchemaRow, name: string): void {
  if (!isPropertyName(name)) throw badName(name);
  const base = Object.keys(schema.base).find((other) => other.toLowerCase() === name.toLowerCase());
  if (base !== undefined) throw refuse(name, `Property name is taken by the base property ${base}`);
  if (schema.of === 'user' && ctx.store.linkedObjects.by('name', name)) {
    throw refuse(name, 'Property name is taken by a linked object');
  }
  // A value that somebody gives the new property must not be taken for one of the old (inferred).
  if (namesBeingCleared(ctx, schema.id).includes(name)) {
    throw refuse(name, 'Wait until the data clean up process finishes and then try again.');
  }
}

/** A property that a mapping reads stays (facts: reports). @throws OktaError 400 */
function refuseMapped(ctx: ReadContext, schema: SchemaRow, name: string): void {
  if (schema.of !== 'user') return;
  const reader = mappingReading(ctx, { side: 'user', typeId: `oty${schema.id.slice(3)}` }, name);
  if (reader !== undefined) throw invalid('updateUserSchemas', `Property '${name}' is used in ${reader}`);
}

/** The definition that replaces or adds a property. */
function definitionFrom(schema: SchemaRow, name: string, given: JsonObject): JsonObject {
  const defaults: JsonObject = schema.of === 'group' ? { master: { type: 'PROFILE_MASTER' } } : {};
  refuseShape(name, given);
  const read = readDefinition(given, defaults);
  if (read.problems.length > 0) throw invalid(name, ...read.problems.map((problem) => `${name}.${problem}`));
  if (read.mismatch) throw new OktaError('E0000123');
  const before = Object.hasOwn(schema.custom, name) ? schema.custom[name] : undefined;
  if (
    before &&
    (before.type !== read.definition.type || !isDeepStrictEqual(itemType(before), itemType(read.definition)))
  ) {
    throw refuse(name, 'The type of a property cannot be changed');
  }
  return read.definition;
}

/** Whether two profiles that must differ in a property hold one value. */
function hasDuplicates(ctx: ReadContext, schema: SchemaRow, name: string): boolean {
  const types = new Set([`oty${schema.id.slice(3)}`]);
  for (const other of ctx.store.schemas.where('of', 'user')) {
    if (profileCheck(other).properties.get(name)?.unique) types.add(`oty${other.id.slice(3)}`);
  }
  const profiles =
    schema.of === 'group'
      ? ctx.store.groups.all().map((row) => row.profile)
      : ctx.store.users.all().flatMap((row) => (types.has(row.typeId) ? [row.profile] : []));
  const seen = new Set<Json>();
  return profiles.some((profile) => {
    const value = profile[name];
    if (value === undefined || value === null || value === '') return false;
    const twice = seen.has(value);
    seen.add(value);
    return twice;
  });
}

/**
 * Works out what a request makes of a schema (facts: schemas §3): definitions of custom properties are added or
 * replaced, null removes; of base properties only what Okta lets change does.
 * @throws OktaError 400 E0000001 or E0000123; nothing has changed then
 */
export function planChange(ctx: ReadContext, schema: SchemaRow, request: SchemaRequest): SchemaChange {
  const custom: Record<string, JsonObject> = { ...schema.custom };
  const [removed, pending]: [string[], string[]] = [[], []];
  for (const [name, given] of Object.entries(request.custom)) {
    if (given === null) {
      if (!Object.hasOwn(custom, name)) continue;
      refuseMapped(ctx, schema, name);
      delete custom[name];
      removed.push(name);
      continue;
    }
    refuseName(ctx, schema, name);
    if (!isObject(given)) throw refuse(name, 'The field has an invalid value');
    const before = custom[name];
    const definition = definitionFrom(schema, name, given);
    custom[name] = definition;
    if (!before || definition.unique === undefined || before.unique !== undefined) continue;
    // The check takes Okta a while. Ours takes none, but its outcome shows with the next read only.
    pending.push(name);
    if (hasDuplicates(ctx, schema, name)) custom[name] = without(definition, 'unique');
  }
  const unique = Object.keys(custom).filter((name) => custom[name]?.unique !== undefined || pending.includes(name));
  const one = unique[MAX_UNIQUE];
  if (one !== undefined) throw refuse(one, `No more than ${MAX_UNIQUE} properties can be unique`);
  return { next: { ...schema, ...nextTexts(ctx, schema, request), custom }, removed, pending };
}

function nextTexts(ctx: ReadContext, schema: SchemaRow, request: SchemaRequest): Partial<SchemaRow> {
  // Groups keep their base and title whatever a request says (facts: schemas §3).
  if (schema.of === 'group') return { lastUpdated: ctx.now() };
  const { title } = request;
  if (title !== undefined && title !== null && (typeof title !== 'string' || title.trim() === '')) {
    throw invalid('title', blank('title'));
  }
  return {
    lastUpdated: ctx.now(),
    base: nextBase(schema.base, request.base),
    ...(typeof title === 'string' ? { title } : {}),
  };
}

/** The schema as the answer to its change shows it. */
export const shownAfter = (row: SchemaRow, change: SchemaChange): SchemaRow => {
  const custom: Record<string, JsonObject> = { ...row.custom };
  for (const name of change.pending) {
    const asked = change.next.custom[name];
    if (asked) custom[name] = withUnique(asked, 'PENDING_UNIQUENESS');
  }
  return { ...row, custom };
};

/** `unique` stands before `mutability`. */
const withUnique = (definition: JsonObject, unique: string): JsonObject =>
  Object.fromEntries(
    Object.entries(without(definition, 'unique')).flatMap((entry) =>
      entry[0] === 'mutability' ? [['unique', unique], entry] : [entry],
    ),
  ) as JsonObject;
