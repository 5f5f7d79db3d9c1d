import { lintFaults } from './lint.js';
import { pending, withoutPending } from './pending.js';
import { folders, paperFolders } from './rules.js';
import { sizeFaults } from './sizes.js';
import { type Fault, readPapers, readSources } from './sources.js';
import { paperFaults, textFaults } from './texts.js';
import { wallFaults } from './walls.js';

/** Holds the project to the rules of the house, the linter's among them. @returns what is wrong, in order of place */
export async function houseFaults(): Promise<Fault[]> {
  const [lint, sources, papers] = await Promise.all([lintFaults(), readSources(folders), readPapers(paperFolders)]);
  const ours = [...wallFaults(sources), ...textFaults(sources), ...sizeFaults(sources), ...paperFaults(papers)];
  const faults = withoutPending([...lint, ...ours], pending);
  return faults.sort((a, b) => a.path.localeCompare(b.path) || a.line - b.line);
}
