import { lintFaults } from './lint.js';
import { pending, withoutPending } from './pending.js';
import { folders, paperFolders } from './rules.js';
import { sizeFaults } from './sizes.js';
import { type Fault, readPapers, readSources, type Source } from './sources.js';
import { paperFaults, textFaults } from './texts.js';
import { wallFaults } from './walls.js';

/** Holds sources to all rules of the house but the linter's. */
export function sourceFaults(sources: readonly Source[]): Fault[] {
  return [...wallFaults(sources), ...textFaults(sources), ...sizeFaults(sources)];
}

/** Holds the project to the rules of the house, the linter's among them. @returns what is wrong, in order of place */
export async function houseFaults(): Promise<Fault[]> {
  const [lint, sources, papers] = await Promise.all([lintFaults(), readSources(folders), readPapers(paperFolders)]);
  const faults = withoutPending([...lint, ...sourceFaults(sources), ...paperFaults(papers)], pending);
  return faults.sort((a, b) => a.path.localeCompare(b.path) || a.line - b.line);
}
