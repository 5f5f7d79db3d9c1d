import { readDefinition } from '../../objects/schemas/definition.js';
import type { JsonObject } from '../../store/rows/common.js';
import type { WrittenProperties } from './parts.js';
import type { Path, Problem } from './problems.js';

/** Custom property definitions by name, complete. */
export type Properties = Readonly<Record<string, JsonObject>>;

/** Complete definitions from written ones; problems where they cannot be used. */
export function definitionsOf(
  written: WrittenProperties,
  path: Path,
  defaults: JsonObject,
  problems: Problem[],
): Properties {
  const read: Record<string, JsonObject> = {};
  for (const [name, given] of Object.entries(written)) {
    const result = readDefinition(given as JsonObject, { title: name, type: 'string', ...defaults });
    for (const message of result.problems) problems.push({ path: [...path, name], message: `is wrong: ${message}` });
    if (result.mismatch) problems.push({ path: [...path, name], message: 'has an enum and a oneOf that differ' });
    read[name] = result.definition;
  }
  return read;
}
