/** Something that keeps what can be made again. */
export interface Keeper {
  /** Lets go of what was not asked for since the last turn, and begins to watch the rest. */
  turn(): void;
}

/**
 * What all keepers of a sandbox may hold together, in bytes. Each holds two generations; when the young ones reach half
 * of the budget, every keeper turns: so no more than the budget is ever held, however it is shared out.
 */
export class MemoryBudget {
  readonly #keepers = new Set<Keeper>();
  #young = 0;
  #old = 0;

  /** @param limit bytes */
  constructor(readonly limit: number) {}

  /** Nothing larger is worth its place. */
  get largest(): number {
    return this.limit / 16;
  }

  join(keeper: Keeper): void {
    this.#keepers.add(keeper);
  }

  leave(keeper: Keeper): void {
    this.#keepers.delete(keeper);
  }

  /** Counts bytes into the young generation. */
  take(bytes: number): void {
    this.#young += bytes;
    if (this.#young <= this.limit / 2) return;
    this.#old = this.#young - bytes;
    this.#young = bytes;
    for (const keeper of this.#keepers) keeper.turn();
  }

  /** Lets go of what was not asked for since the last turn, where all together is more than that many bytes. */
  rest(most: number): void {
    if (this.#young + this.#old <= most) return;
    this.#old = this.#young;
    this.#young = 0;
    for (const keeper of this.#keepers) keeper.turn();
  }
}
