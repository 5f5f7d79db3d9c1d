import { isShippedSeed, loadSeed, type Seed, seedNameOf } from '../seeds/load.js';
import { StateFileError } from '../store/errors.js';
import type { SeedName } from '../store/journal/commit-line.js';

/** Where an org's seed comes from: read when a new org or a reset wants it, since a large one takes seconds. */
export class SeedSource {
  /** What `load` gave; undefined before. */
  loaded: Promise<Seed> | undefined;

  /** @param asked the seed that was asked for; without it the one that the state file was made from, or `default` */
  constructor(
    readonly asked: string | undefined,
    readonly stored: SeedName | undefined,
  ) {}

  /** Name and, where it is known without reading it, hash. */
  get name(): string {
    return this.asked === undefined ? (this.stored?.name ?? 'default') : seedNameOf(this.asked);
  }

  /** @throws StateFileError where it cannot be used, or only its name is known */
  load(): Promise<Seed> {
    const source = this.asked ?? this.name;
    if (this.asked === undefined && !isShippedSeed(source)) {
      throw new StateFileError(
        `This org was made from the seed file "${source}", and where that file is was not said. ` +
          'Start with --seed and its path to reset the org.',
      );
    }
    this.loaded ??= loadSeed(source);
    // What failed once may be mended by the next time.
    this.loaded.catch(() => {
      this.loaded = undefined;
    });
    return this.loaded;
  }

  /** The seed as it is by now. */
  reload(): Promise<Seed> {
    this.loaded = undefined;
    return this.load();
  }
}
