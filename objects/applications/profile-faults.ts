import type { Json } from '../../store/rows/common.js';
import { profileCheck, sentence } from '../schemas/check.js';
import type { AppSchema } from './app-schema.js';

/** Compiled checks hang on an object: one for each version of a schema, and one for the base that most share. */
const definitions = new WeakMap<object, Parameters<typeof profileCheck>[0]>();

/** What is wrong with values that an app's schema defines: a sentence for each. Null is no value. */
export function profileFaults({ row, base, custom }: AppSchema, profile: Readonly<Record<string, Json>>): string[] {
  let schema = definitions.get(row);
  if (!schema) definitions.set(row, (schema = { of: 'group', base, custom }));
  const { properties } = profileCheck(schema);
  return Object.entries(profile).flatMap(([name, value]) => {
    const fault = value === null ? undefined : properties.get(name)?.check(value);
    return fault === undefined ? [] : [sentence(name, fault)];
  });
}
