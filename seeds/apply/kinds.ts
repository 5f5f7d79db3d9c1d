import { inOrder } from '../order.js';
import type { SectionName, SeedContent, SeedLists } from '../types.js';
import type { AnyKind, Kind } from './applying.js';
import * as sections from './sections.js';

/** A section that nobody applies, or a kind without a section, does not compile. */
const kinds = sections satisfies { readonly [K in SectionName]: Kind<SeedLists[K][number]> } satisfies Readonly<
  Record<keyof typeof sections & SectionName, unknown>
>;

/** The names of all sections, in the order in which they are applied. */
export const sectionNames: readonly SectionName[] = inOrder(Object.keys(kinds) as SectionName[]);

/** How the items of a section become rows. */
export const kindOf = (name: SectionName): AnyKind => kinds[name] as AnyKind;

/** What an item of a section is called. */
export function nameOf(name: SectionName, item: object): string {
  const kind = kindOf(name);
  if (kind.nameOf) return kind.nameOf(item);
  return 'name' in item ? String(item.name) : '';
}

/** A seed's content with every section: one that was compiled earlier may lack some. */
export function withAllSections({
  org,
  groupProperties = {},
  ...lists
}: Partial<SeedContent> & Pick<SeedContent, 'org'>): SeedContent {
  const all = Object.fromEntries(sectionNames.map((name) => [name, lists[name] ?? []]));
  return { org, groupProperties, ...(all as unknown as SeedLists) };
}
