import type { JsonObject } from '../../store/rows/common.js';
import { type ReadDefinition, readDefinition } from '../schemas/definition.js';

const unions = ['DISABLE', 'ENABLE'];

/** What of a definition is shown for the users of apps: who may write a property is not (recorded). */
export const shownDefinition = ({
  mutability: _,
  permissions: __,
  master: ___,
  ...definition
}: JsonObject): JsonObject => definition;

/** One custom property of an app's users (facts: schemas §5). */
export function readAppDefinition(given: JsonObject): ReadDefinition {
  const { union = null } = given;
  const read = readDefinition(given);
  const problems = [...read.problems];
  if (union !== null && !unions.includes(union as string)) problems.push('union: The field has an invalid value');
  const definition = shownDefinition(read.definition);
  // How the values of several groups come together is a matter of lists.
  const isUnited = given.type === 'array' && union !== null;
  return { ...read, definition: isUnited ? { ...definition, union } : definition, problems };
}
