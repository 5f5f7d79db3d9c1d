import type { Path } from './problems.js';
import type { AnySection } from './section.js';
import { allSections, type SeedFile, seedShape } from './shape.js';

/** What of a seed can be checked further though some of it has faults. */
export interface GoodPart {
  readonly file: SeedFile;
  /** How items that have faults are called: what names them names something. */
  readonly names: ReadonlySet<string>;
}

/** Sections that say what other sections may hold: with a fault there nothing can be said of these. */
const BASIC: readonly (string | number)[] = ['userProperties', 'groupProperties', 'userTypes', 'extends'];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** All texts by which others may call an item. */
function namesOf(item: unknown): string[] {
  if (!isObject(item)) return [];
  const profile = isObject(item.profile) ? item.profile : {};
  return [item.name, item.label, item.domain, profile.login, profile.name].filter((name) => typeof name === 'string');
}

/** The items of a list without faults, each at its own place. */
function goodItems(section: AnySection, items: readonly unknown[], names: Set<string>): unknown[] {
  return items.map((item) => {
    const parsed = section.shape.safeParse(item);
    if (parsed.success) return parsed.data;
    for (const name of namesOf(item)) names.add(name);
    return undefined;
  });
}

/** @param faults the places of the faults. @returns undefined where what is left says nothing */
export function goodPartOf(data: unknown, faults: readonly Path[]): GoodPart | undefined {
  if (!isObject(data) || faults.some(([first]) => first === undefined || BASIC.includes(first))) return undefined;
  const names = new Set<string>();
  const lists: Record<string, unknown> = {};
  for (const [name, section] of allSections) {
    const items = data[name];
    if (Array.isArray(items)) lists[name] = goodItems(section, items, names);
    else if (items !== undefined) return undefined;
  }
  const { extends: base, userProperties, groupProperties } = data;
  const rest = seedShape.safeParse({
    ...(base === undefined ? {} : { extends: base }),
    ...(userProperties === undefined ? {} : { userProperties }),
    ...(groupProperties === undefined ? {} : { groupProperties }),
  });
  return rest.success ? { file: { ...rest.data, ...lists } as SeedFile, names } : undefined;
}
