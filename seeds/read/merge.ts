import type { SeedContent, SeedLists } from '../types.js';
import { definitionsOf, type Properties } from './definitions.js';
import type { Path, Problem } from './problems.js';
import { type AnySection, keyOf, type Reading, type WrittenSecrets } from './section.js';
import { allSections, type SeedFile } from './shape.js';

/** A seed with what it extends in it, before its secrets are hashed. */
export interface Merged {
  readonly content: SeedContent;
  /** Where each item stands in the file; what came from the extended seed is not in it. */
  readonly places: ReadonlyMap<object, Path>;
  /** What is still to be hashed, by the item that it belongs to. */
  readonly secrets: ReadonlyMap<object, WrittenSecrets>;
  readonly problems: readonly Problem[];
}

interface Merging extends Reading {
  readonly places: Map<object, Path>;
}

/** Joins one list: an item with the key of an inherited one takes its place; a key that comes twice is a problem. */
function join(
  name: string,
  section: AnySection,
  inherited: readonly object[],
  /** An item that has faults of its own is none, and keeps its place. */
  written: readonly (object | undefined)[],
  merging: Merging,
): object[] {
  const byKey = new Map(inherited.map((item) => [keyOf(section, item), item]));
  const firsts = new Map<string, number>();
  for (const [index, given] of written.entries()) {
    if (given === undefined) continue;
    const path = [name, index];
    const item = section.read ? section.read(given, path, merging) : given;
    const key = keyOf(section, item);
    const first = firsts.get(key);
    if (first !== undefined) {
      merging.problems.push({ path, message: `repeats ${name}[${first}]: "${key}" is there already` });
    } else firsts.set(key, index);
    byKey.set(key, item);
    merging.places.set(item, path);
  }
  return [...byKey.values()];
}

/** Custom properties of the default type may be written apart, as they are all that most seeds say of types. */
const withProperties = (types: SeedLists['userTypes'], own: Properties): SeedLists['userTypes'] =>
  types.map((type) => (type.default ? { ...type, properties: { ...type.properties, ...own } } : type));

const ofProfiles = { master: { type: 'PROFILE_MASTER' } };

/** Puts a seed file over the seed that it extends. */
export function mergeSeed(file: SeedFile, base: SeedContent | undefined): Merged {
  const secrets = new Map<object, WrittenSecrets>();
  const merging: Merging = { places: new Map(), problems: [], secrets };
  const { problems } = merging;
  const lists = Object.fromEntries(
    allSections.map(([name, section]) => [name, join(name, section, base?.[name] ?? [], file[name], merging)]),
  ) as unknown as SeedLists;
  const own = definitionsOf(file.userProperties, ['userProperties'], ofProfiles, problems);
  const ofGroups = definitionsOf(file.groupProperties, ['groupProperties'], ofProfiles, problems);
  const content: SeedContent = {
    org: { subdomain: 'sandbox', companyName: 'Mockta', ...base?.org, ...file.org },
    groupProperties: { ...base?.groupProperties, ...ofGroups },
    ...lists,
    userTypes: withProperties(lists.userTypes, own),
  };
  return { content, places: merging.places, secrets, problems };
}
