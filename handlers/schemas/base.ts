import { isDeepStrictEqual } from 'node:util';
import { invalid } from '../../contract/errors.js';
import { isObject } from '../../objects/schemas/choices.js';
import { isMember, isUnique, readDefinition } from '../../objects/schemas/definition.js';
import { loginRule } from '../../objects/schemas/login-pattern.js';
import type { Json, JsonObject } from '../../store/rows/common.js';
import type { SchemaRow } from '../../store/rows/schemas.js';
import { refuse } from './request.js';

type Definitions = SchemaRow['base'];

/**
 * The members of a base property that may change, by property (facts: schemas §3). Who masters a property is echoed
 * as posted (facts: schemas §2), so it can be chosen for base properties too (inferred).
 */
const changeable = (name: string): readonly string[] => [
  'permissions',
  'master',
  ...(name === 'firstName' || name === 'lastName' ? ['required'] : []),
  ...(name === 'login' ? ['pattern'] : []),
];

/** A member that is not there and false, where only true is shown, mean the same. */
const plain = (key: string, value: Json | undefined): Json =>
  value === undefined || value === false || (key === 'unique' && !isUnique(value)) ? null : value;

function patternOf(name: string, pattern: Json): string | undefined {
  if (pattern === null || pattern === '') return undefined;
  if (typeof pattern !== 'string' || !loginRule(pattern)) throw refuse(name, 'pattern is not supported');
  return pattern;
}

/** Refuses another value for what is fixed. Null says nothing; members that no property has are not looked at. */
function refuseFixed(name: string, current: JsonObject, given: JsonObject): void {
  const allowed = changeable(name);
  for (const [key, value] of Object.entries(given)) {
    if (value === null || allowed.includes(key) || !isMember(key)) continue;
    if (!isDeepStrictEqual(plain(key, value), plain(key, current[key]))) {
      throw refuse(name, `${key} of a base property cannot be changed`);
    }
  }
}

/** A base property with its changes; members keep their order. */
function changeBase(name: string, current: JsonObject, given: JsonObject): JsonObject {
  refuseFixed(name, current, given);
  const { required: wasRequired, pattern: wasPattern, permissions, master, ...rest } = current;
  const required = given.required ?? wasRequired;
  const pattern = 'pattern' in given ? patternOf(name, given.pattern ?? null) : wasPattern;
  const read = readDefinition({
    ...rest,
    permissions: given.permissions ?? permissions ?? null,
    master: given.master ?? master ?? null,
  });
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

/**
 * Base properties as a request makes them. None can be added or removed (facts: schemas §3).
 * @throws OktaError 400 E0000001
 */
export function nextBase(base: Definitions, given: JsonObject): Definitions {
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
