import { isDeepStrictEqual } from 'node:util';
import type { Context, ReadContext } from '../../server/context.js';
import { blank, invalid, OktaError } from '../../server/errors.js';
import { profileCheck } from '../../store/profile/check.js';
import { isPropertyName, readDefinition } from '../../store/profile/definition.js';
import { loginRule } from '../../store/profile/login-pattern.js';
import type { Json, JsonObject } from '../../store/rows/common.js';
import type { SchemaRow } from '../../store/rows/people.js';
import { ruleOf } from '../groups/rules/apply.js';

type Definitions = SchemaRow['custom'];

/** What a request asks of a schema. Anything may be missing. */
export interface SchemaRequest {
  readonly title?: unknown;
  readonly base: JsonObject;
  readonly custom: JsonObject;
}

/** A schema as it will be, and what must be done to the profiles that follow it. */
export interface SchemaChange {
  readonly next: SchemaRow;
  readonly removed: readonly string[];
  /** Properties whose uniqueness the answer shows as being looked into (facts: schemas §3). */
  readonly pending: readonly string[];
}

/** The most unique custom properties of one schema. */
const MAX_UNIQUE = 5;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const objectIn = (from: JsonObject, key: string): JsonObject => (isObject(from[key]) ? from[key] : {});

/** The parts of a request body that say something. */
export function schemaRequest(body: unknown): SchemaRequest {
  const given = isObject(body) ? body : {};
  const definitions = objectIn(given, 'definitions');
  return {
    ...(given.title === undefined ? {} : { title: given.title }),
    base: objectIn(objectIn(definitions, 'base'), 'properties'),
    custom: objectIn(objectIn(definitions, 'custom'), 'properties'),
  };
}

const refuse = (name: string, cause: string): OktaError => invalid(name, `${name}: ${cause}`);

/** The members of a base property that may change, by property (facts: schemas §3). */
const changeable = (name: string): readonly string[] => [
  'permissions',
  ...(name === 'firstName' || name === 'lastName' ? ['required'] : []),
  ...(name === 'login' ? ['pattern'] : []),
];

/** A member that is not there, null, or false where only true is shown, all mean the same. */
const plain = (value: Json | undefined): Json => (value === undefined || value === false ? null : value);

function patternOf(name: string, pattern: Json): string | undefined {
  if (pattern === null || pattern === '') return undefined;
  if (typeof pattern !== 'string' || !loginRule(pattern)) throw refuse(name, 'pattern is not supported');
  return pattern;
}

/** A base property with its changes; members keep their order. */
function changeBase(name: string, current: JsonObject, given: JsonObject): JsonObject {
  const allowed = changeable(name);
  for (const [key, value] of Object.entries(given)) {
    if (!allowed.includes(key) && !isDeepStrictEqual(plain(value), plain(current[key]))) {
      throw refuse(name, `${key} of a base property cannot be changed`);
    }
  }
  const { required: wasRequired, pattern: wasPattern, permissions, ...rest } = current;
  const required = 'required' in given ? given.required : wasRequired;
  const pattern = 'pattern' in given ? patternOf(name, given.pattern ?? null) : wasPattern;
  const read = readDefinition({ ...rest, permissions: given.permissions ?? permissions ?? null });
  if (typeof (required ?? false) !== 'boolean') throw refuse(name, 'required: The field has an invalid value');
  if (read.problems.length > 0) throw invalid(name, ...read.problems.map((problem) => `${name}.${problem}`));
  const next: Record<string, Json> = {};
  for (const [key, value] of Object.entries(read.definition)) {
    if (key === 'permissions' && pattern !== undefined) next.pattern = pattern;
    next[key] = value;
    if (key === 'type' && required === true) next.required = true;
  }
  return next;
}

/** Base properties as they will be. None can be added or removed. */
function nextBase(base: Definitions, given: JsonObject): Definitions {
  const next: Record<string, JsonObject> = { ...base };
  for (const [name, change] of Object.entries(given)) {
    const current = Object.hasOwn(base, name) ? base[name] : undefined;
    if (!current) throw invalid(name, `Property name '${name}' is not defined in the base profile`);
    if (!isObject(change)) throw refuse(name, 'a base property cannot be removed');
    const changed = changeBase(name, current, change);
    if (!isDeepStrictEqual(changed, current)) next[name] = changed;
  }
  return next;
}

/** Refuses a name that no property can have, or that something else has. */
function refuseName(ctx: ReadContext, schema: SchemaRow, name: string): void {
  if (!isPropertyName(name)) throw refuse(name, 'Property names are letters, digits and underscores');
  const base = Object.keys(schema.base).find((other) => other.toLowerCase() === name.toLowerCase());
  if (base !== undefined) throw refuse(name, `Property name is taken by the base property ${base}`);
  if (schema.of === 'user' && ctx.store.linkedObjects.by('name', name)) {
    throw refuse(name, 'Property name is taken by a linked object');
  }
}

/** The definition that replaces or adds a property. */
function definitionFrom(schema: SchemaRow, name: string, given: JsonObject): JsonObject {
  const defaults: JsonObject = schema.of === 'group' ? { master: { type: 'PROFILE_MASTER' } } : {};
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

const itemType = (definition: JsonObject): Json =>
  isObject(definition.items) ? (definition.items.type ?? null) : null;

/** Refuses to remove a property that a group rule reads. */
function refuseUsed(ctx: ReadContext, schema: SchemaRow, name: string): void {
  if (schema.of !== 'user') return;
  const rule = ctx.store.groupRules
    .all()
    .find((row) => row.status !== 'INVALID' && ruleOf(row.expression).attributes.has(name));
  if (rule) throw refuse(name, `The property is used by the group rule ${rule.name}`);
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

const without = (definition: JsonObject, key: string): JsonObject =>
  Object.fromEntries(Object.entries(definition).filter(([name]) => name !== key)) as JsonObject;

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
      refuseUsed(ctx, schema, name);
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

/** A profile without some of its members; the same profile where it has none of them. */
function cleared<P extends Readonly<Record<string, Json>>>(profile: P, names: readonly string[]): P | undefined {
  if (!names.some((name) => Object.hasOwn(profile, name))) return undefined;
  return Object.fromEntries(Object.entries(profile).filter(([name]) => !names.includes(name))) as P;
}

/** Stores a schema and takes the values of removed properties out of the profiles that follow it. */
export function commitChange(ctx: Context, { next, removed }: SchemaChange): SchemaRow {
  const row = ctx.store.schemas.replace(next.id, next);
  if (removed.length === 0) return row;
  if (row.of === 'group') {
    for (const group of [...ctx.store.groups.all()]) {
      const profile = cleared(group.profile, removed);
      if (profile) ctx.store.groups.replace(group.id, { ...group, profile });
    }
    return row;
  }
  for (const user of [...ctx.store.users.where('type', `oty${row.id.slice(3)}`)]) {
    const profile = cleared(user.profile, removed);
    if (profile) ctx.store.users.replace(user.id, { ...user, profile });
  }
  return row;
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
