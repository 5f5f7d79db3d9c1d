import { foldKey } from '../../store/rows/spec.js';
import type { SeedContent } from '../types.js';
import { report } from './findings.js';
import type { Places, Problem } from './problems.js';
import { type Checking, type Named, nameOf, type Section } from './section.js';
import { allSections } from './shape.js';

/** What is asked of a seed while it is checked: names are made when they are asked for. */
function checkingOf(content: SeedContent, places: Places): Checking {
  const made = new Map<string, Named>();
  const named = (wanted: string): Named => {
    const [name, section] = allSections.find(([name]) => name === wanted) ?? [];
    if (!name || !section) throw new Error(`there is no section "${wanted}"`);
    const names = content[name].map((item) => nameOf(section, item));
    return { noun: section.noun, names: new Map(names.map((name) => [foldKey(name), name])) };
  };
  return {
    places,
    problems: [],
    groupProperties: content.groupProperties,
    items<Item extends object, Written extends object>(section: Section<Item, Written>) {
      const name = allSections.find(([, other]) => other === section)?.[0];
      return (name ? content[name] : []) as readonly object[] as readonly Item[];
    },
    named(wanted) {
      const names = made.get(wanted) ?? named(wanted);
      made.set(wanted, names);
      return names;
    },
  };
}

function checkIds(content: SeedContent, checking: Checking): void {
  const seen = new Set<string>();
  for (const [name] of allSections) {
    for (const item of content[name]) {
      if (item.id === undefined) continue;
      if (seen.has(item.id)) report(checking, item, ['id'], `is taken: another item of the seed has ${item.id}`);
      seen.add(item.id);
    }
  }
}

/** Everything that a seed's shape does not say: references, profiles, uniqueness, what an org cannot be without. */
export function checkSeed(content: SeedContent, places: Places): Problem[] {
  const checking = checkingOf(content, places);
  for (const [name, section] of allSections) section.check?.(content[name], checking);
  checkIds(content, checking);
  return checking.problems;
}
