import { isDeepStrictEqual } from 'node:util';
import type { Json, JsonObject } from '../../store/rows/common.js';
import type { SchemaRow } from '../../store/rows/schemas.js';
import { isObject } from './choices.js';
import { formats } from './formats.js';
import { type LoginRule, loginRule } from './login-pattern.js';

/** Says what is wrong with a value, or undefined. The value is neither null nor missing. */
type ValueCheck = (value: unknown) => string | undefined;

/** One property of a profile, ready to check values with. */
export interface PropertyCheck {
  readonly name: string;
  readonly required: boolean;
  readonly unique: boolean;
  readonly mutability: string;
  readonly check: ValueCheck;
}

/** A schema, compiled. */
export interface ProfileCheck {
  readonly properties: ReadonlyMap<string, PropertyCheck>;
  readonly required: readonly string[];
  readonly unique: readonly string[];
  /** Properties that keep their value where a profile is replaced: a caller cannot clear them. */
  readonly fixed: readonly string[];
  /** Set for user schemas: what logins must look like. */
  readonly login: LoginRule | undefined;
}

/** The sentences that name what is wrong with a value (facts: errors §3). */
export const faults = {
  type: 'The value is not of the type of the property',
  value: 'The field has an invalid value',
  pattern: 'Does not match required pattern',
  tooLong: 'The field is too long',
  tooShort: 'The field is too short',
  login: 'Username must be in the form of an email address',
} as const;

/** How a fault of a property reads (facts: errors §3); a value of another type as users quote it, and no matter of its field alone. */
export const sentence = (name: string, fault: string): string =>
  fault === faults.type ? `Invalid value data type for property '${name}'` : `${name}: ${fault}`;

/** Whether a value is of a property type; integers have 32 bits. */
function isOfType(value: unknown, type: unknown): boolean {
  switch (type) {
    case 'string':
      return typeof value === 'string';
    case 'boolean':
      return typeof value === 'boolean';
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'integer':
      return typeof value === 'number' && (value | 0) === value;
    case 'object':
      return isObject(value);
    default:
      return false;
  }
}

const listOf = (value: Json | undefined): ReadonlySet<Json> | undefined =>
  Array.isArray(value) ? new Set<Json>(value) : undefined;

/** Bounds of base properties of users that Okta holds values to though its schema does not show them (facts: users §1). */
const unshownBounds: Readonly<Record<string, { readonly minLength: number } | { readonly maxLength: number }>> = {
  email: { minLength: 5 },
  city: { maxLength: 128 },
  state: { maxLength: 128 },
  streetAddress: { maxLength: 1024 },
  postalAddress: { maxLength: 4096 },
  zipCode: { maxLength: 50 },
};

function textCheck(definition: JsonObject, rule: LoginRule | undefined): ValueCheck {
  const { minLength, maxLength, format } = definition;
  const least = typeof minLength === 'number' && rule?.kind !== 'any' ? minLength : 0;
  const most = typeof maxLength === 'number' ? maxLength : Number.POSITIVE_INFINITY;
  const formatted = typeof format === 'string' && Object.hasOwn(formats, format) ? formats[format] : undefined;
  return (value) => {
    const text = value as string;
    if (rule && !rule.fits(text)) return rule.kind === 'email' ? faults.login : faults.pattern;
    // An empty text is how clients clear a value: it is kept as it is, and `required` is checked elsewhere.
    if (text === '') return undefined;
    if (formatted && !formatted(text)) return faults.pattern;
    if (text.length > most) return faults.tooLong;
    return text.length < least ? faults.tooShort : undefined;
  };
}

function numberCheck(definition: JsonObject): ValueCheck {
  const { minimum, maximum } = definition;
  const least = typeof minimum === 'number' ? minimum : Number.NEGATIVE_INFINITY;
  const most = typeof maximum === 'number' ? maximum : Number.POSITIVE_INFINITY;
  return (value) => ((value as number) < least || (value as number) > most ? faults.value : undefined);
}

/** Whether a value is one of those; objects are compared by what they hold. */
const isAmong = (allowed: ReadonlySet<Json>, value: unknown): boolean =>
  allowed.has(value as Json) || (isObject(value) && [...allowed].some((one) => isDeepStrictEqual(one, value)));

function arrayCheck(definition: JsonObject): ValueCheck {
  const items = isObject(definition.items) ? definition.items : {};
  const allowed = listOf(items.enum);
  return (value) => {
    if (!Array.isArray(value) || !value.every((item) => isOfType(item, items.type))) return faults.type;
    return !allowed || value.every((item) => isAmong(allowed, item)) ? undefined : faults.value;
  };
}

function valueCheck(definition: JsonObject, rule: LoginRule | undefined): ValueCheck {
  const { type } = definition;
  if (type === 'array') return arrayCheck(definition);
  const allowed = listOf(definition.enum);
  const more =
    type === 'string' ? textCheck(definition, rule) : type === 'boolean' ? undefined : numberCheck(definition);
  return (value) => {
    if (!isOfType(value, type)) return faults.type;
    if (allowed && !allowed.has(value as Json)) return faults.value;
    return more?.(value);
  };
}

const patternOf = (definition: JsonObject | undefined): string | undefined =>
  typeof definition?.pattern === 'string' ? definition.pattern : undefined;

type Definitions = Pick<SchemaRow, 'of' | 'base' | 'custom'>;

function compile(schema: Definitions): ProfileCheck {
  const login = schema.of === 'user' ? loginRule(patternOf(schema.base.login)) : undefined;
  const properties = new Map<string, PropertyCheck>();
  const bounds = schema.of === 'user' ? unshownBounds : {};
  const base = Object.entries(schema.base).map(
    ([name, shown]) => [name, Object.hasOwn(bounds, name) ? { ...bounds[name], ...shown } : shown] as const,
  );
  for (const [name, definition] of [...base, ...Object.entries(schema.custom)]) {
    properties.set(name, {
      name,
      required: definition.required === true,
      unique: definition.unique !== undefined && definition.unique !== false,
      mutability: typeof definition.mutability === 'string' ? definition.mutability : 'READ_WRITE',
      check: valueCheck(definition, name === 'login' ? login : undefined),
    });
  }
  const all = [...properties.values()];
  return {
    properties,
    required: all.filter((property) => property.required).map((property) => property.name),
    unique: all.filter((property) => property.unique).map((property) => property.name),
    fixed: all
      .filter(({ mutability }) => mutability === 'READ_ONLY' || mutability === 'IMMUTABLE')
      .map((property) => property.name),
    login,
  };
}

const compiled = new WeakMap<Definitions, ProfileCheck>();

/** The checks of a schema; compiled once for each version of it. */
export function profileCheck(schema: Definitions): ProfileCheck {
  let check = compiled.get(schema);
  if (!check) {
    check = compile(schema);
    compiled.set(schema, check);
  }
  return check;
}

/** Whether a required property counts as left out. */
export const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
