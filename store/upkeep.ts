import type { Clock } from './clock.js';
import type { Disk } from './disk.js';
import { isOverCap, keptFrom } from './memory/log-retention.js';
import type { Tables } from './tables.js';

/** The rules that an org is kept small by. */
interface UpkeepRules {
  readonly clock: Clock;
  /** Most events that are kept. */
  readonly logCap: number;
  /** Most bytes that they take, about. */
  readonly logBytes: number;
  warn(message: string): void;
}

/** Keeps an org's files and its log small while it runs: merges the journal into the state file, lets old events go. */
export class Upkeep {
  /** Absent where the org is kept in memory alone. */
  disk: Disk | undefined;
  #compacting: Promise<void> | undefined;

  /** @param isOver whether no compaction may begin any more */
  constructor(
    readonly tables: Tables,
    readonly rules: UpkeepRules,
    readonly isOver: () => boolean,
  ) {}

  /** Begins a compaction where it is time for one. */
  tidy(): void {
    const logs = this.tables.of('logs');
    const { logCap, logBytes } = this.rules;
    const overCap = isOverCap(logs.count(), logCap) || isOverCap(this.tables.logSize.bytes, logBytes);
    if (!this.disk) {
      if (overCap) this.dropOldEvents();
    } else if (!this.#compacting && !this.isOver() && this.disk.isDue(overCap)) {
      this.#begin(
        new Promise<void>((resolve) => {
          setImmediate(resolve);
        }),
      ).catch((error: unknown) => this.#warnOf(error));
    }
  }

  /** Uses a while without commits for a compaction, where that is worth it. */
  idle(): void {
    if (this.disk?.worthIdle) this.compact().catch((error: unknown) => this.#warnOf(error));
  }

  /** Merges the journal into the state file, beside the running org, and lets old events go. */
  compact(): Promise<void> {
    if (this.isOver()) return Promise.resolve();
    return this.#compacting ?? this.#begin();
  }

  /** Lets a compaction under way come to its end, without rests. */
  async finish(): Promise<void> {
    if (!this.#compacting) return;
    this.disk?.hurry();
    await this.#compacting.catch(() => undefined);
  }

  /** Lets old events go. */
  dropOldEvents(): void {
    this.#dropBefore(this.#logsFrom());
  }

  #dropBefore(seq: number): void {
    this.tables.of('logs').dropBefore(seq);
    this.tables.logSize.dropBefore(seq);
  }

  #begin(after?: Promise<void>): Promise<void> {
    // It has what was committed written first, and who is told of that must find it under way.
    this.#compacting = Promise.resolve();
    this.#compacting = (after ? after.then(() => this.#compact()) : this.#compact()).finally(() => {
      this.#compacting = undefined;
    });
    return this.#compacting;
  }

  async #compact(): Promise<void> {
    const { tables } = this;
    let from = 0;
    let { emptied } = tables;
    await this.disk?.compact(() => {
      ({ emptied } = tables);
      from = this.#logsFrom();
      return from;
    });
    // After a reset the events are others, counted from 1 again.
    if (emptied === tables.emptied) this.#dropBefore(from);
  }

  #warnOf(error: unknown): void {
    this.rules.warn(
      `the journal could not be merged into the state file (${(error as Error).message}); nothing is lost, it is tried again later`,
    );
  }

  /** The `seq` of the first event that is kept by now. */
  #logsFrom(): number {
    const { clock, logCap, logBytes } = this.rules;
    const from = keptFrom(this.tables.of('logs').line(), clock.now(), logCap);
    return Math.max(from, this.tables.logSize.keptFrom(logBytes));
  }
}
