import { join } from 'node:path';

/** Where an org lives on disk. */
export interface OrgFiles {
  readonly state: string;
  readonly journal: string;
  /** The journal that the compactor works on. */
  readonly aside: string;
  readonly lock: string;
  /** The org as its large seed makes it: what resets begin with. */
  readonly pattern: string;
}

/** The paths of an org's files. */
export const filesOf = (dir: string, name: string): OrgFiles => ({
  state: join(dir, `${name}.json`),
  journal: join(dir, `${name}.journal`),
  aside: join(dir, `${name}.journal.old`),
  lock: join(dir, `${name}.lock`),
  pattern: join(dir, `${name}.pattern.json`),
});
