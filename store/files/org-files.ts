import { join } from 'node:path';

/** Where an org lives on disk. */
export interface OrgFiles {
  readonly state: string;
  readonly journal: string;
  /** The journal that the compactor works on. */
  readonly aside: string;
  readonly lock: string;
}

/** The paths of an org's files. */
export const filesOf = (dir: string, name: string): OrgFiles => ({
  state: join(dir, `${name}.json`),
  journal: join(dir, `${name}.journal`),
  aside: join(dir, `${name}.journal.old`),
  lock: join(dir, `${name}.lock`),
});
