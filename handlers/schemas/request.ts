import { invalid, OktaError } from '../../contract/errors.js';
import { isObject } from '../../objects/schemas/choices.js';
import { hasUnknownValue } from '../../objects/schemas/definition.js';
import type { Json, JsonObject } from '../../store/rows/common.js';

/** What a request asks of a schema. Anything may be missing. */
export interface SchemaRequest {
  readonly title?: unknown;
  readonly base: JsonObject;
  readonly custom: JsonObject;
}

const objectIn = (from: JsonObject, key: string): JsonObject => (isObject(from[key]) ? from[key] : {});

/**
 * The parts of a request body that say something.
 * @throws OktaError 400 E0000003 where a definition names a type, scope or master that there is none of
 */
export function schemaRequest(body: unknown): SchemaRequest {
  const given = isObject(body) ? body : {};
  const definitions = objectIn(given, 'definitions');
  const base = objectIn(objectIn(definitions, 'base'), 'properties');
  const custom = objectIn(objectIn(definitions, 'custom'), 'properties');
  for (const definition of [...Object.values(base), ...Object.values(custom)]) {
    if (isObject(definition) && hasUnknownValue(definition)) throw new OktaError('E0000003');
  }
  return { ...(given.title === undefined ? {} : { title: given.title }), base, custom };
}

/** The refusal of one property: 400 E0000001 with a cause that names it. */
export const refuse = (name: string, cause: string): OktaError => invalid(name, `${name}: ${cause}`);

/** A definition without one of its members. */
export const without = (definition: JsonObject, key: string): JsonObject =>
  Object.fromEntries(Object.entries(definition).filter(([name]) => name !== key)) as JsonObject;

/** The type of an array's items, null where the definition has none. */
export const itemType = (definition: JsonObject): Json =>
  isObject(definition.items) ? (definition.items.type ?? null) : null;

const isGiven = (value: Json | undefined): boolean => value !== undefined && value !== null;

/**
 * What Okta refuses about a definition before it looks at its members one by one, each in a summary of its own: users
 * quote them of lists without items, and of lengths beside another type, which one client always sent.
 * @throws OktaError 400
 */
export function refuseShape(name: string, { type, items, minLength, maxLength }: JsonObject): void {
  if (type === 'array' && !isGiven(items)) {
    throw new OktaError('error', { args: [`Items not present for array property: ${name}.`] });
  }
  if (typeof type === 'string' && type !== 'string' && (isGiven(minLength) || isGiven(maxLength))) {
    throw invalid(`The type: ${type} is not a string type and supported with minLength and maxLength.`);
  }
}
