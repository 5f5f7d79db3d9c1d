import type { JournalPort } from './journal.js';

/** A commit that the disk may not hold yet. */
export interface Unsynced {
  /** Where its line begins in the journal. */
  readonly start: number;
  /** Takes it back in memory. */
  undo(): void;
}

interface Sync {
  readonly done: Promise<void>;
  /** How many of the unsynced commits it covers. */
  readonly covers: number;
}

const ignore = (): void => {};

/**
 * Makes commits durable, many with one sync: while one is under way, the commits that come wait together for the next.
 * When the disk refuses, everything that it does not hold is undone, so that nobody is told of it.
 */
export class GroupCommit {
  #unsynced: Unsynced[] = [];
  #running: Sync | undefined;
  #next: Promise<void> | undefined;
  /** No sync begins before this settles. */
  #gate: Promise<void> | undefined;
  #refusal: Error | undefined;

  /** @param failed told of the disk's refusal, after the commits were undone */
  constructor(
    readonly journal: JournalPort,
    readonly failed: (error: Error) => Error,
  ) {}

  /** Notes a commit that was appended. */
  add(commit: Unsynced): void {
    this.#unsynced.push(commit);
  }

  /** Settles when every commit so far is on the disk; undefined where they are already. Rejects when they were undone. */
  wait(): Promise<void> | undefined {
    if (this.#unsynced.length === 0) return undefined;
    if (this.#running?.covers === this.#unsynced.length) return this.#running.done;
    if (!this.#running && !this.#gate) return this.#start();
    if (!this.#next) {
      this.#next = this.#afterThis();
      this.#next.catch(ignore);
    }
    return this.#next;
  }

  /** Runs `act` at a moment at which the disk holds everything and no sync is under way. Rejects where it refuses. */
  async settled(act: () => void): Promise<void> {
    let open = ignore;
    this.#gate = new Promise((resolve) => {
      open = resolve;
    });
    try {
      await this.#running?.done;
      if (this.#unsynced.length > 0) {
        try {
          this.journal.syncNow();
        } catch (error) {
          throw this.#giveUp(error as Error);
        }
        this.#unsynced = [];
      }
      act();
    } finally {
      this.#gate = undefined;
      open();
    }
  }

  async #afterThis(): Promise<void> {
    try {
      await this.#running?.done;
      await this.#gate;
    } finally {
      this.#next = undefined;
    }
    // Who waits here waits for a commit that was undone.
    if (this.#refusal) throw this.#refusal;
    if (this.#unsynced.length > 0) await (this.#running?.done ?? this.#start());
  }

  #start(): Promise<void> {
    const covers = this.#unsynced.length;
    const done = this.journal.sync().then(
      () => {
        this.#running = undefined;
        this.#unsynced.splice(0, covers);
      },
      (error: unknown) => {
        this.#running = undefined;
        throw this.#giveUp(error as Error);
      },
    );
    done.catch(ignore);
    this.#running = { done, covers };
    return done;
  }

  #giveUp(error: Error): Error {
    const start = this.#unsynced[0]?.start;
    for (const commit of this.#unsynced.reverse()) commit.undo();
    this.#unsynced = [];
    try {
      if (start !== undefined) this.journal.truncate(start);
    } catch {
      // The lines stay: a commit that was never answered may be there after a restart, as after a crash.
    }
    this.#refusal = this.failed(error);
    return this.#refusal;
  }
}
