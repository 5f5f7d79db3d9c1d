import { statSync } from 'node:fs';
import { fingerprintOf } from '../seeds/fingerprint.js';
import { isPath, isShippedSeed, loadSeed, type Seed, seedNameOf } from '../seeds/load.js';
import { OBJECT_SEED, type SeedObject } from '../seeds/object.js';
import { StateFileError } from '../store/errors.js';
import type { SeedName } from '../store/journal/commit-line.js';
import type { OptionWords } from '../store/option-words.js';

/** About four thousand users, which take a tenth of a second to read and to apply. */
export const LARGE_BYTES = 1 << 20;

const unknownSource = (name: string): StateFileError =>
  new StateFileError(
    name === OBJECT_SEED
      ? 'This org was made from a seed that was an object. Give it to createSandbox as `seed` again to reset the org.'
      : (option) =>
          `This org was made from the seed file "${name}", and where that file is was not said. ` +
          `Start with ${option('seed')} and its path to reset the org.`,
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

  /** What an org remembers of the seed that it is made from. */
  async identity({ name, hash }: Seed): Promise<SeedName> {
    const text = await fingerprintOf(this.asked ?? name);
    return text === undefined ? { name, hash } : { name, hash, text };
  }

  /**
   * What has to be told of the seed that was asked for beside an org of its name, which goes on with what it was made
   * from whatever became of that; undefined where it is the same, and where the org does not remember what it was.
   */
  async difference(made: SeedName, option: OptionWords): Promise<string | undefined> {
    if (this.asked === undefined || made.text === undefined) return undefined;
    const own = typeof this.asked === 'string' ? `the seed ${this.asked}` : 'the seed object';
    try {
      if ((await fingerprintOf(this.asked)) === made.text) return undefined;
      return `${own} was changed since this org was made from it: the org goes on as it is; ${option('fresh')} or a reset takes the new one.`;
    } catch (error) {
      return `${own} cannot be read (${(error as Error).message}): the org goes on as it is; a reset will want it.`;
    }
  }

  /** The seed as it is by now. */
  reload(): Promise<Seed> {
    this.loaded = undefined;
    return this.load();
  }
}
