import type { Json, JsonObject } from '../../store/rows/common.js';
import { type ReadDefinition, readDefinition } from '../schemas/definition.js';

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const unions = ['DISABLE', 'ENABLE'];
const MAX_CHOICES = 1000;

const same = (a: Json, b: Json): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Lists of objects are taken for apps alone: what an object may be is not looked into. */
function objectItems(items: JsonObject): { items: JsonObject; problems: string[]; mismatch: boolean } {
  const choices = items.enum ?? null;
  const titled = items.oneOf ?? null;
  const list = Array.isArray(choices) ? (choices as readonly Json[]) : [];
  const pairs = Array.isArray(titled) ? (titled as readonly Json[]) : [];
  const isBad =
    (choices !== null && (list.length === 0 || list.length > MAX_CHOICES || !list.every(isObject))) ||
    (titled !== null && (pairs.length === 0 || !pairs.every(isObject)));
  const mismatch =
    titled !== null &&
    (list.length !== pairs.length ||
      pairs.some((pair, i) => !isObject(pair) || !same(pair.const ?? null, list[i] ?? null)));
  const read: JsonObject = {
    type: 'object',
    ...(choices === null ? {} : { enum: list }),
    ...(titled === null
      ? {}
      : {
          oneOf: pairs.map((pair) =>
            isObject(pair) ? { const: pair.const ?? null, title: pair.title ?? null } : pair,
          ),
        }),
    additionalProperties: true,
  };
  return { items: read, problems: isBad ? ['items: The field has an invalid value'] : [], mismatch };
}

/** What of a definition is shown for the users of apps: who may write a property is not (recorded). */
export const shownDefinition = ({
  mutability: _,
  permissions: __,
  master: ___,
  ...definition
}: JsonObject): JsonObject => definition;

/** One custom property of an app's users (facts: schemas §5). */
export function readAppDefinition(given: JsonObject): ReadDefinition {
  const { union = null, items = null } = given;
  const ofObjects =
    given.type === 'array' && isObject(items) && items.type === 'object' ? objectItems(items) : undefined;
  const plain = ofObjects ? { ...given, items: { type: 'string' } } : given;
  const read = readDefinition(plain);
  const problems = [...read.problems, ...(ofObjects?.problems ?? [])];
  if (union !== null && !unions.includes(union as string)) problems.push('union: The field has an invalid value');
  const definition = shownDefinition({ ...read.definition, ...(ofObjects ? { items: ofObjects.items } : {}) });
  return {
    // How the values of several groups come together is a matter of lists.
    definition: given.type === 'array' && union !== null ? { ...definition, union } : definition,
    problems,
    mismatch: read.mismatch || ofObjects?.mismatch === true,
  };
}
