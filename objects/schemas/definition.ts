import type { Json, JsonObject } from '../../store/rows/common.js';
import { isChoice, isObject, isText, MAX_CHOICES, MAX_TEXT, type Reading, takeChoices, takeItems } from './choices.js';
import { formats } from './formats.js';

/** A property definition as read, and what is wrong with it. */
export interface ReadDefinition {
  /** Members in the order that Okta shows them in, defaults filled in. */
  readonly definition: JsonObject;
  /** Sentences that name the member; empty where the definition can be used. */
  readonly problems: readonly string[];
  /** `enum` and the constants of `oneOf` differ: a refusal with a code of its own. */
  readonly mismatch: boolean;
}

const types = ['string', 'boolean', 'number', 'integer', 'array'];
const scopes = ['NONE', 'SELF'];
const mutabilities = ['READ_WRITE', 'READ_ONLY', 'WRITE_ONLY', 'IMMUTABLE'];
const actions = ['HIDE', 'READ_ONLY', 'READ_WRITE'];
const masters = ['PROFILE_MASTER', 'OKTA', 'OVERRIDE'];
const uniqueness = [true, 'UNIQUE_VALIDATED', 'PENDING_UNIQUENESS'];
const NOT_UNIQUE = 'NOT_UNIQUE';

/** Every member that a property definition can have. */
const members = new Set(
  ['title', 'description', 'type', 'required', 'format', 'unique', 'mutability', 'externalName', 'externalNamespace']
    .concat(['scope', 'minLength', 'maxLength', 'minimum', 'maximum', 'enum', 'oneOf', 'items', 'pattern'])
    .concat(['permissions', 'master', 'default']),
);

/** Whether a property definition can have a member of this name. */
export const isMember = (key: string): boolean => members.has(key);

/** Whether `unique` asks for uniqueness: clients say false, nothing, or NOT_UNIQUE where they want none. */
export const isUnique = (unique: unknown): boolean => (unique ?? false) !== false && unique !== NOT_UNIQUE;

/**
 * Whether a definition names a type, scope or master that there is none of. Okta does not get so far as to look at
 * such a body as a definition (facts: common-b).
 */
export function hasUnknownValue({ type, scope, master }: JsonObject): boolean {
  const isUnknown = (value: Json | undefined, known: readonly string[]): boolean =>
    typeof value === 'string' && !known.includes(value);
  return isUnknown(type, types) || isUnknown(scope, scopes) || (isObject(master) && isUnknown(master.type, masters));
}

const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,99}$/;

/** Whether a custom property may have this name: also none that every object of the run time has. */
export const isPropertyName = (name: string): boolean => NAME.test(name) && !(name in Object.prototype);

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** A default is kept and shown; it is never filled into a profile (facts: reports). */
const isDefault = (value: Json): boolean => !isObject(value) && JSON.stringify(value).length <= MAX_TEXT;

/** Takes a member when it is given and `ok`; null counts as not given. */
function take(reading: Reading, key: string, ok: (value: Json) => boolean, fallback?: Json): void {
  const value = reading.given[key];
  if (value === undefined || value === null) {
    if (fallback !== undefined) reading.out[key] = fallback;
  } else if (ok(value)) reading.out[key] = value;
  else reading.problems.push(`${key}: The field has an invalid value`);
}

function takePermissions(reading: Reading): void {
  const given = reading.given.permissions ?? [{ principal: 'SELF', action: 'READ_ONLY' }];
  const isPermission = (value: Json): value is JsonObject =>
    isObject(value) && value.principal === 'SELF' && actions.includes(value.action as string);
  const list = Array.isArray(given) ? (given as readonly Json[]) : [];
  if (list.length !== 1 || !list.every(isPermission)) {
    reading.problems.push('permissions: The field has an invalid value');
  } else reading.out.permissions = list.map(({ principal, action }) => ({ principal, action }) as JsonObject);
}

/** `required` and `unique` are shown only where they hold. */
function takeFlags(reading: Reading): void {
  const { required, unique } = reading.given;
  if (typeof (required ?? false) !== 'boolean') reading.problems.push('required: The field has an invalid value');
  else if (required) reading.out.required = true;
  if (isUnique(unique) && !uniqueness.includes(unique as string)) {
    reading.problems.push('unique: The field has an invalid value');
  }
}

function takeBounds(reading: Reading, least: string, most: string, ok: (value: Json) => boolean): void {
  take(reading, least, ok);
  take(reading, most, ok);
  const [from, to] = [reading.out[least], reading.out[most]];
  if (typeof from === 'number' && typeof to === 'number' && from > to) {
    reading.problems.push(`${least}: The field has an invalid value`);
  }
}

const only = (reading: Reading, applies: boolean, ...keys: string[]): void => {
  if (applies) return;
  for (const key of keys) {
    if ((reading.given[key] ?? undefined) !== undefined)
      reading.problems.push(`${key}: The field has an invalid value`);
  }
};

const pick = (from: JsonObject, ...keys: string[]): JsonObject =>
  Object.fromEntries(keys.flatMap((key) => (from[key] === undefined ? [] : [[key, from[key] as Json]])));

const isSource = (value: Json): boolean =>
  isObject(value) && isText(value.value) && value.value !== '' && isText(value.type ?? '');

/** Who masters a property; OVERRIDE names the sources in their order (facts: schemas §3). */
function isMaster(value: Json): boolean {
  if (!isObject(value) || !masters.includes(value.type as string)) return false;
  const given = value.priority ?? undefined;
  if (given === undefined) return value.type !== 'OVERRIDE';
  const sources = Array.isArray(given) ? (given as readonly Json[]) : [];
  return sources.length > 0 && sources.length <= MAX_CHOICES && sources.every(isSource);
}

/** A master as it is kept: members that it does not have are left out. */
const masterOf = (given: JsonObject): JsonObject => {
  const sources = Array.isArray(given.priority) ? (given.priority as readonly JsonObject[]) : undefined;
  const kept = pick(given, 'type');
  return sources ? { ...kept, priority: sources.map((source) => pick(source, 'type', 'value')) } : kept;
};

/**
 * Reads the definition of a custom property (facts: schemas §2, §3) and fills in what Okta fills in. Members that it
 * does not know are left out.
 * @param defaults `title` and `type` where they may be left out; `master` where the schema gives one
 */
export function readDefinition(given: JsonObject, defaults: JsonObject = {}): ReadDefinition {
  const reading: Reading = { given, out: {}, problems: [], mismatch: false };
  const { out } = reading;
  take(reading, 'title', isText, defaults.title);
  if (String(given.title ?? defaults.title ?? '').trim() === '') {
    reading.problems.push('title: The field cannot be left blank');
  }
  take(reading, 'description', isText);
  take(reading, 'type', (value) => types.includes(value as string), defaults.type);
  if ((given.type ?? defaults.type ?? null) === null) reading.problems.push('type: The field cannot be left blank');
  const type = out.type ?? null;
  const [isString, isNumber] = [type === 'string', type === 'number' || type === 'integer'];
  takeFlags(reading);
  if (isString) take(reading, 'format', (value) => typeof value === 'string' && Object.hasOwn(formats, value));
  if (isUnique(given.unique)) {
    only(reading, isString || isNumber, 'unique');
    out.unique = 'UNIQUE_VALIDATED';
  }
  take(reading, 'mutability', (value) => mutabilities.includes(value as string), 'READ_WRITE');
  take(reading, 'externalName', isText);
  take(reading, 'externalNamespace', isText);
  take(reading, 'scope', (value) => scopes.includes(value as string), 'NONE');
  if (isString) takeBounds(reading, 'minLength', 'maxLength', isCount);
  if (isNumber) takeBounds(reading, 'minimum', 'maximum', (value) => isChoice(value, type));
  if (isString || isNumber) takeChoices(reading, given, out, type);
  if (type === 'array') takeItems(reading);
  only(reading, isString, 'format', 'minLength', 'maxLength');
  only(reading, isNumber, 'minimum', 'maximum');
  only(reading, type === 'array', 'items');
  only(reading, isString || isNumber, 'enum', 'oneOf');
  // A pattern is documented for logins alone, and none is ever run. An empty one is how clients send none.
  only(reading, given.pattern === '', 'pattern');
  takePermissions(reading);
  take(reading, 'master', isMaster, defaults.master);
  take(reading, 'default', isDefault);
  if (isObject(out.master)) out.master = masterOf(out.master);
  return { definition: out, problems: reading.problems, mismatch: reading.mismatch };
}
