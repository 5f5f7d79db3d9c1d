import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../../store/clock.js';
import { filesOf } from '../../store/files/org-files.js';
import type { Identity } from '../../store/open.js';
import type { SeedSource } from '../seed-source.js';
import { seedAside } from './aside.js';

/** Whose pattern it is. */
export interface Seeded {
  readonly org: string;
  /** The folder of the state files; without it nothing is kept from one reset to the next. */
  readonly data: string | undefined;
  readonly identity: Identity;
}

/** A large seed on its way into an org: its pattern, and the state file that is made of it. */
export class Seeding {
  /** Where the state file is made. */
  readonly path: string;
  readonly #pattern: string;
  readonly #temporary: string | undefined;

  constructor(readonly of: Seeded) {
    this.#temporary = of.data === undefined ? mkdtempSync(join(tmpdir(), 'mockta-')) : undefined;
    const { state, pattern } = filesOf(of.data ?? (this.#temporary as string), of.org);
    this.#pattern = pattern;
    this.path = `${state}.next`;
  }

  /** Makes the pattern, unless it stands. @throws StateFileError for a seed that cannot be used; nothing was changed then */
  async prepare(source: SeedSource): Promise<void> {
    const make = { source: source.path, pattern: this.#pattern, org: this.of.org, ...this.of.identity };
    const tokens = await seedAside({ make });
    if (tokens.length > 0) source.tokens = tokens;
  }

  /** Makes the state file, at the time that the clock tells. @param commit what it says its last commit is */
  async place(commit: number, clock: Clock): Promise<void> {
    await seedAside({ place: { pattern: this.#pattern, to: this.path, commit, now: clock.now() } });
  }

  /** To be called when the state file was taken over, or is not wanted any more. */
  end(): void {
    if (this.#temporary !== undefined) rmSync(this.#temporary, { recursive: true, force: true });
    else rmSync(this.path, { force: true });
  }
}

/** Makes the state file of a new org. */
export async function writeNewOrg(of: Seeded, source: SeedSource, clock: Clock, path: string): Promise<void> {
  const seeding = new Seeding(of);
  try {
    await seeding.prepare(source);
    await seeding.place(0, clock);
    renameSync(seeding.path, path);
  } finally {
    seeding.end();
  }
}
