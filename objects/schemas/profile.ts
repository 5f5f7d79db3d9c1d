import type { ReadContext } from '../../contract/context.js';
import { blank, invalid, OktaError, taken } from '../../contract/errors.js';
import type { Json } from '../../store/rows/common.js';
import type { SchemaRow } from '../../store/rows/schemas.js';
import { faults, isBlank, type ProfileCheck, profileCheck, sentence } from './check.js';
import { schemaIdOf } from './ids.js';

/** What a profile was before, and how the given one relates to it. */
export interface ProfileWrite {
  /** The stored profile, on updates. */
  readonly previous?: Readonly<Record<string, Json>>;
  /** `partial` keeps what is not given, `replace` drops it. */
  readonly mode: 'create' | 'partial' | 'replace';
  /** The object comes under another schema: what it held already must be free there too. */
  readonly retyped?: boolean;
  /** What Okta calls the request's object in `Api validation failed: …`, such as `newUser`. */
  readonly object: string;
}

type Profile = Readonly<Record<string, unknown>>;

interface Fault {
  readonly what: string;
  readonly cause: string;
}

/** The schema of a user type. @throws MissingRowError for a type that does not exist */
export const userSchema = (ctx: ReadContext, typeId: string): SchemaRow =>
  ctx.store.schemas.require(schemaIdOf(typeId));

/** The schema of groups. */
export const groupSchema = (ctx: ReadContext): SchemaRow => ctx.store.schemas.require('group');

/** Names that no schema defines. They are faults of the object, not of a field. */
const unknownNames = (check: ProfileCheck, given: Profile, object: string): Fault[] =>
  Object.keys(given)
    .filter((name) => !check.properties.has(name))
    .map((name) => ({ what: object, cause: `Property name '${name}' is not defined in profile` }));

const missing = (check: ProfileCheck, profile: Profile): Fault[] =>
  check.required.filter((name) => isBlank(profile[name])).map((name) => ({ what: name, cause: blank(name) }));

function wrongValues(check: ProfileCheck, given: Profile, profile: Profile, object: string): Fault[] {
  const found: (Fault & { readonly name: string })[] = [];
  for (const name of Object.keys(given)) {
    const property = check.properties.get(name);
    const value = given[name];
    if (!property || value === null || value === undefined || (property.required && isBlank(value))) continue;
    const fault = property.check(value);
    if (fault) found.push({ name, what: fault === faults.type ? object : name, cause: sentence(name, fault) });
  }
  if (found.length > 1) {
    // In the order of the schema, whatever that of the request is.
    const names = [...check.properties.keys()];
    found.sort((a, b) => names.indexOf(a.name) - names.indexOf(b.name));
  }
  // A login that is missing is not an e-mail address either: Okta names both.
  if (check.login?.kind === 'email' && isBlank(profile.login)) {
    found.push({ name: 'login', what: 'login', cause: `login: ${faults.login}` });
  }
  return found;
}

const isScalar = (value: unknown): boolean =>
  (typeof value === 'string' && value !== '') || typeof value === 'number' || typeof value === 'boolean';

/** Whether another object than that of `own` has this value in a property that its schema declares unique too. */
function isTaken(ctx: ReadContext, of: SchemaRow['of'], name: string, value: unknown, own: Profile): boolean {
  const holds = ({ profile }: { readonly profile: Profile }): boolean => profile[name] === value && profile !== own;
  if (of === 'group') return ctx.store.groups.all().some(holds);
  const types = new Set<string>();
  for (const schema of ctx.store.schemas.where('of', 'user')) {
    if (profileCheck(schema).properties.get(name)?.unique) types.add(`oty${schema.id.slice(3)}`);
  }
  return ctx.store.users.all().some((row) => holds(row) && types.has(row.typeId));
}

/** Values that must be unique: one name space for all types that declare the property unique; null is never taken. */
const takenValues = (
  ctx: ReadContext,
  schema: SchemaRow,
  check: ProfileCheck,
  given: Profile,
  previous: Profile,
  retyped: boolean,
): Fault[] =>
  check.unique
    .filter((name) => isScalar(given[name]) && (retyped || given[name] !== previous[name]))
    .filter((name) => isTaken(ctx, schema.of, name, given[name], previous))
    .map((name) => ({ what: name, cause: taken(name) }));

/** Read-only properties take no value, immutable ones no second one. */
function refuseFixed(check: ProfileCheck, given: Profile, previous: Profile): void {
  if (check.fixed.length === 0) return;
  for (const [name, value] of Object.entries(given)) {
    const before = Object.hasOwn(previous, name) ? previous[name] : undefined;
    if (value === null ? before === undefined : JSON.stringify(value) === JSON.stringify(before)) continue;
    const mutability = check.properties.get(name)?.mutability;
    if (mutability === 'READ_ONLY') throw new OktaError('E0000077', { args: [name] });
    if (mutability === 'IMMUTABLE' && before !== undefined) throw new OktaError('E0000078', { args: [name] });
  }
}

/** What a replaced profile keeps though it was not given (inferred, as SCIM has it). */
const keptFixed = (check: ProfileCheck, given: Profile, previous: Profile): Profile =>
  Object.fromEntries(
    check.fixed
      .filter((name) => Object.hasOwn(previous, name) && !Object.hasOwn(given, name))
      .map((name) => [name, previous[name]]),
  );

/** Whether nothing of a profile has to be left out of what is stored. */
function isStored(check: ProfileCheck, profile: Profile): boolean {
  for (const name in profile) {
    if (profile[name] === null || profile[name] === undefined || !check.properties.has(name)) return false;
  }
  return true;
}

/** A profile without nulls, and without what the schema no longer defines: that is not carried on. */
function storedForm(check: ProfileCheck, profile: Profile): Record<string, Json> {
  if (isStored(check, profile)) return { ...(profile as Record<string, Json>) };
  const stored: Record<string, Json> = {};
  for (const name of Object.keys(profile)) {
    const value = profile[name];
    if (value !== null && value !== undefined && check.properties.has(name)) stored[name] = value as Json;
  }
  return stored;
}

/**
 * Checks a profile that a caller sent against its schema and gives the profile to store: no nulls, only names that
 * the schema defines. Null clears (facts: schemas, errors §3). Uniqueness of logins and group names is the
 * collections' own matter and not looked at here.
 * @param given the profile of the request; a member that is not an object's own is never read
 * @throws OktaError 400 E0000001 with every cause; 403 E0000077, E0000078 for properties that cannot be written
 */
export function writeProfile(
  ctx: ReadContext,
  schema: SchemaRow,
  given: Profile,
  options: ProfileWrite,
): Record<string, Json> {
  const check = profileCheck(schema);
  const previous: Profile = options.previous ?? {};
  const unknown = unknownNames(check, given, options.object);
  const replaces = options.mode === 'replace' && check.fixed.length > 0;
  const kept = options.mode === 'partial' ? previous : replaces ? keptFixed(check, given, previous) : undefined;
  const profile = kept ? { ...kept, ...given } : given;
  const lacking = missing(check, profile);
  // A new profile that lacks something is told of that alone, whatever else is wrong with its names (facts: reports).
  const names = options.mode === 'create' && lacking.length > 0 ? [] : unknown;
  const found = [...names, ...lacking, ...wrongValues(check, given, profile, options.object)];
  if (found.length === 0) found.push(...takenValues(ctx, schema, check, given, previous, options.retyped === true));
  const [first] = found;
  if (first) throw invalid(first.what, ...found.map((fault) => fault.cause));
  refuseFixed(check, given, previous);
  return storedForm(check, profile);
}
