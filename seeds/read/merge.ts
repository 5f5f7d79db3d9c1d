import type { SeedContent, SeedLists } from '../types.js';
import { definitionsOf, type Properties } from './definitions.js';
import { type Places, type Problem, placesIn } from './problems.js';
import { type AnySection, keyOf, type Reading, type WrittenSecrets } from './section.js';
import { allSections, type SeedFile } from './shape.js';

/** A seed with what it extends in it, before its secrets are hashed. */
export interface Merged {
  readonly content: SeedContent;
  /** Where each item stands in the file; what came from the extended seed is not in it. */
  readonly places: Places;
  /** What is still to be hashed, by the item that it belongs to. */
  readonly secrets: ReadonlyMap<object, WrittenSecrets>;
  readonly problems: readonly Problem[];
}

/** Joins one list: an item with the key of an inherited one takes its place; a key that comes twice is a problem. */
function join(
  name: string,
  section: AnySection,
  inherited: readonly object[],
  /** An item that has faults of its own is none, and keeps its place. */
  written: readonly (object | undefined)[],
  reading: Reading,
): { readonly joined: object[]; readonly own: readonly (object | undefined)[] } {
  const byKey = new Map(inherited.map((item) => [keyOf(section, item), item]));
  const inheritedKeys = new Set(byKey.keys());
  const own: (object | undefined)[] = [];
  for (const [index, given] of written.entries()) {
    if (given === undefined) {
      own.push(undefined);
      continue;
    }
    const path = [name, index];
    const item = section.read ? section.read(given, path, reading) : given;
    const key = keyOf(section, item);
    // What stands under the key is inherited, or an item of this file.
    const other = byKey.get(key);
    if (other !== undefined && !inheritedKeys.delete(key)) {
      reading.problems.push({ path, message: `repeats ${name}[${own.indexOf(other)}]: "${key}" is there already` });
      own.push(item);
      continue;
    }
    own.push(item);
    byKey.set(key, item);
  }
  return { joined: [...byKey.values()], own };
}

/** Custom properties of the default type may be written apart, as they are all that most seeds say of types. */
const withProperties = (types: SeedLists['userTypes'], own: Properties): SeedLists['userTypes'] =>
  types.map((type) => (type.default ? { ...type, properties: { ...type.properties, ...own } } : type));

const ofProfiles = { master: { type: 'PROFILE_MASTER' } };

/** Puts a seed file over the seed that it extends. */
export function mergeSeed(file: SeedFile, base: SeedContent | undefined): Merged {
  const secrets = new Map<object, WrittenSecrets>();
  const problems: Problem[] = [];
  const reading: Reading = { problems, secrets };
  const lists: Record<string, object[]> = {};
  const owns: (readonly [string, readonly (object | undefined)[]])[] = [];
  for (const [name, section] of allSections) {
    const { joined, own } = join(name, section, base?.[name] ?? [], file[name], reading);
    lists[name] = joined;
    owns.push([name, own]);
  }
  return {
    content: contentOf(file, base, lists as unknown as SeedLists, problems),
    places: placesIn(owns),
    secrets,
    problems,
  };
}

/** Everything of a seed but its secrets. */
function contentOf(file: SeedFile, base: SeedContent | undefined, lists: SeedLists, problems: Problem[]): SeedContent {
  const own = definitionsOf(file.userProperties, ['userProperties'], ofProfiles, problems);
  const ofGroups = definitionsOf(file.groupProperties, ['groupProperties'], ofProfiles, problems);
  return {
    org: { subdomain: 'sandbox', companyName: 'Mockta', ...base?.org, ...file.org },
    groupProperties: { ...base?.groupProperties, ...ofGroups },
    ...lists,
    userTypes: withProperties(lists.userTypes, own),
  };
}
