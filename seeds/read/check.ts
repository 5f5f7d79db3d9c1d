import { foldKey } from '../../store/rows/spec.js';
import type { SeedContent } from '../types.js';
import { type Checking, type Named, report } from './findings.js';
import type { Path, Problem } from './problems.js';
import { nameOf } from './section.js';
import { allSections } from './shape.js';

/** The names of each section's items, made when they are asked for. */
function namesOf(content: SeedContent): Checking['named'] {
  const made = new Map<string, Named>();
  return (wanted) => {
    let named = made.get(wanted);
    if (!named) {
      const section = allSections.find(([name]) => name === wanted)?.[1];
      if (!section) throw new Error(`there is no section "${wanted}"`);
      const names = content[wanted].map((item) => nameOf(section, item));
      named = { noun: section.noun, names: new Map(names.map((name) => [foldKey(name), name])) };
      made.set(wanted, named);
    }
    return named;
  };
}

function checkIds(checking: Checking): void {
  const seen = new Set<string>();
  for (const [name] of allSections) {
    for (const item of checking.content[name]) {
      if (item.id === undefined) continue;
      if (seen.has(item.id)) report(checking, item, ['id'], `is taken: another item of the seed has ${item.id}`);
      seen.add(item.id);
    }
  }
}

/** Everything that a seed's shape does not say: references, profiles, uniqueness, what an org cannot be without. */
export function checkSeed(content: SeedContent, places: ReadonlyMap<object, Path>): Problem[] {
  const checking: Checking = { content, places, problems: [], named: namesOf(content) };
  for (const [name, section] of allSections) section.check?.(content[name], checking);
  checkIds(checking);
  return checking.problems;
}
