import { statSync } from 'node:fs';
import { isPath, isShippedSeed, loadSeed, type Seed, seedNameOf } from '../seeds/load.js';
import { OBJECT_SEED, type SeedObject } from '../seeds/object.js';
import { StateFileError } from '../store/errors.js';
import type { SeedName } from '../store/journal/commit-line.js';

/** About four thousand users, which take a tenth of a second to read and to apply. */
export const LARGE_BYTES = 1 << 20;

const unknownSource = (name: string): StateFileError =>
  new StateFileError(
    name === OBJECT_SEED
      ? 'This org was made from a seed that was an object. Give it to createSandbox as `seed` again to reset the org.'
      : `This org was made from the seed file "${name}", and where that file is was not said. ` +
          'Start with --seed and its path to reset the org.',
  );

/** Where an org's seed comes from: read when a new org or a reset wants it, since a large one takes seconds. */
export class SeedSource {
  /** What `load` gave; undefined before. */
  loaded: Promise<Seed> | undefined;
  /** The values of the tokens of a seed that was read elsewhere. */
  tokens: readonly string[] = [];

  /** @param asked the seed that was asked for; without it the one that the state file was made from, or `default` */
  constructor(
    readonly asked: string | SeedObject | undefined,
    readonly stored: SeedName | undefined,
  ) {}

  /** Name and, where it is known without reading it, hash. */
  get name(): string {
    if (this.asked === undefined) return this.stored?.name ?? 'default';
    return typeof this.asked === 'string' ? seedNameOf(this.asked) : OBJECT_SEED;
  }

  /** Whether it is a file so large that to read and apply it here would hold everything up. */
  get isLarge(): boolean {
    if (typeof this.asked !== 'string' || !isPath(this.asked)) return false;
    const found = statSync(this.asked, { throwIfNoEntry: false });
    return found?.isFile() === true && found.size >= LARGE_BYTES;
  }

  /** The path of its file as it was given, of one that is large. */
  get path(): string {
    return String(this.asked);
  }

  /** @throws StateFileError where it cannot be used, or only its name is known */
  load(): Promise<Seed> {
    const source = this.asked ?? this.name;
    if (this.asked === undefined && !isShippedSeed(this.name)) throw unknownSource(this.name);
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
