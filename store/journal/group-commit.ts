import type { Commit } from './commit-line.js';
import type { JournalPort } from './journal.js';
import { LineBuffer } from './line-buffer.js';

/** Takes a commit back in memory. */
type Undo = () => void;

/** The end of the turn that commits wait for together. */
interface Turn {
  readonly done: Promise<void>;
  resolve(value?: Promise<void>): void;
  reject(error: Error): void;
}

/** Lines that the journal holds and the disk may not. */
interface Unsynced {
  /** Where they begin in the journal. */
  readonly start: number;
  readonly commits: readonly Undo[];
}

interface Sync {
  readonly done: Promise<void>;
  /** How many of the unsynced appends it covers. */
  readonly covers: number;
}

/** What the journal did not manage. */
export type JournalFault = 'written' | 'made durable';

/** Who keeps the commits in memory. */
export interface Committer {
  /** A journal or disk refused commits; they were undone. @returns what those who waited for them are told */
  refused(error: Error, what: JournalFault): Error;
  /** The journal has grown. */
  written(): void;
}

const ignore = (): void => {};

function newTurn(): Turn {
  let resolve: Turn['resolve'] = ignore;
  let reject: Turn['reject'] = ignore;
  const done = new Promise<void>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  done.catch(ignore);
  return { done, resolve, reject };
}

const takeBack = (commits: readonly Undo[]): void => {
  for (let i = commits.length - 1; i >= 0; i--) commits[i]?.();
};

/**
 * Brings commits to the journal, all of one turn of the event loop with one append; in durability `disk` to the disk
 * too, many turns with one sync: while one is under way, what comes waits together for the next. What the journal or
 * the disk refuses is undone, so that nobody is told of it.
 */
export class GroupCommit {
  /** Commits that are in memory only, and their lines. */
  #pending: Undo[] = [];
  readonly #lines = new LineBuffer();
  #turn: Turn | undefined;
  #unsynced: Unsynced[] = [];
  #running: Sync | undefined;
  #next: Promise<void> | undefined;
  /** No sync begins before this settles. */
  #gate: Promise<void> | undefined;
  #refusal: Error | undefined;

  /** @param durable sync the journal too */
  constructor(
    readonly journal: JournalPort,
    readonly durable: boolean,
    readonly committer: Committer,
  ) {}

  /**
   * Takes a commit, to be written at the end of the turn.
   * @param undo takes it back in memory
   * @param before what its line begins with: a newline that the journal's last line lacks
   */
  add(commit: Commit, undo: Undo, before = ''): void {
    this.#lines.add(commit, before);
    this.#pending.push(undo);
    if (this.#turn) return;
    this.#turn = newTurn();
    setImmediate(() => this.#endTurn());
  }

  /** Settles when every commit so far is as durable as promised; undefined where all are. Rejects when one was undone. */
  wait(): Promise<void> | undefined {
    return this.#turn?.done ?? this.#waitForDisk();
  }

  /** Appends what was committed since the last append. Throws, with all of it undone, where the journal refuses. */
  flush(): void {
    const turn = this.#turn;
    if (!turn) return;
    const commits = this.#pending;
    this.#turn = undefined;
    this.#pending = [];
    const start = this.journal.size;
    try {
      this.journal.append(this.#lines.take());
    } catch (error) {
      takeBack(commits);
      const refusal = this.committer.refused(error as Error, 'written');
      turn.reject(refusal);
      throw refusal;
    }
    if (this.durable) this.#unsynced.push({ start, commits });
    turn.resolve(this.#waitForDisk());
    this.committer.written();
  }

  /**
   * Runs `act` at a moment at which everything is as durable as promised and no sync is under way.
   * Rejects where that cannot be reached.
   */
  async settled(act: () => void): Promise<void> {
    let open = ignore;
    this.#gate = new Promise((resolve) => {
      open = resolve;
    });
    try {
      if (this.#running) await this.#running.done;
      this.flush();
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

  #endTurn(): void {
    try {
      this.flush();
    } catch {
      // Those who wait for the turn are told.
    }
  }

  #waitForDisk(): Promise<void> | undefined {
    if (this.#unsynced.length === 0) return undefined;
    if (this.#running?.covers === this.#unsynced.length) return this.#running.done;
    if (!this.#running && !this.#gate) return this.#start();
    if (!this.#next) {
      this.#next = this.#afterThis();
      this.#next.catch(ignore);
    }
    return this.#next;
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

  /** Undoes everything that the disk does not hold, the last commit first. */
  #giveUp(error: Error): Error {
    takeBack(this.#pending);
    this.#lines.take();
    for (const { commits } of this.#unsynced.reverse()) takeBack(commits);
    const start = this.#unsynced.at(-1)?.start;
    this.#pending = [];
    this.#unsynced = [];
    try {
      if (start !== undefined) this.journal.truncate(start);
    } catch {
      // The lines stay: a commit that was never answered may be there after a restart, as after a crash.
    }
    this.#refusal = this.committer.refused(error, 'made durable');
    this.#turn?.reject(this.#refusal);
    this.#turn = undefined;
    return this.#refusal;
  }
}
