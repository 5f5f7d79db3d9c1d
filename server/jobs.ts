import type { JobContext } from '../contract/context.js';
import type { Slice } from '../objects/job.js';
import { logRow, systemOrigin } from '../objects/logs/origin.js';
import { putMessage } from '../objects/outbox.js';
import type { Clock } from '../store/clock.js';
import { ReadOnlyError } from '../store/errors.js';
import type { IdSource } from '../store/ids.js';
import { Ahead, Unfinished } from '../store/memory/ahead.js';
import type { OrgStore } from '../store/org-store.js';
import type { JobRow } from '../store/rows/jobs.js';
import type { LogOrigin } from '../store/rows/logs.js';
import type { Slices } from './slices.js';

/** What the jobs of an org work with. */
export interface JobParts {
  readonly store: OrgStore;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly slices: Slices;
  warn(message: string): void;
}

interface Waiter {
  readonly requestId: string;
  resolve(): void;
  reject(error: Error): void;
}

/** The end of this turn of the event loop: what came in meanwhile goes first. */
const endOfTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Runs the jobs that requests began, oldest first: a slice, which is a transaction of its own, then the event loop's
 * other work, then the next slice. What is to be done stands in the org's rows alone, so that a restart, a reset and a
 * change that was taken back need no care here.
 */
export class Jobs {
  #running = false;
  #stopped = false;
  #waiting: Waiter[] = [];
  #origin: LogOrigin | undefined;

  constructor(readonly parts: JobParts) {}

  /** Whether some job is not done. */
  get pending(): boolean {
    return this.parts.store.collections.jobs.count() > 0;
  }

  /**
   * Settles when every job that this request began is done; undefined where it began none. Rejects where one of them was
   * dropped, and where nothing can be written any more: what is left is then done after a restart.
   */
  done(requestId: string): Promise<void> | undefined {
    if (!this.pending || this.#isDone(requestId)) return undefined;
    const done = new Promise<void>((resolve, reject) => {
      this.#waiting.push({ requestId, resolve, reject });
    });
    this.resume();
    return done;
  }

  /** Goes on with what is to be done, after this turn of the event loop. */
  resume(): void {
    if (this.#running) return;
    this.#running = true;
    this.#run().catch((error: unknown) => this.parts.warn(`jobs: ${String(error)}`));
  }

  /** Begins no slice any more. Jobs that are not done stay for the next start. */
  stop(): void {
    this.#stopped = true;
    this.#giveUp(new ReadOnlyError('the org is closed'));
  }

  #isDone(requestId: string): boolean {
    return this.parts.store.collections.jobs.count('request', requestId) === 0;
  }

  async #run(): Promise<void> {
    try {
      const { jobKinds, sliceBudget } = await import('../objects/jobs.js');
      const slice = (job: JobRow): number | undefined => {
        const act: Slice | undefined = jobKinds.get(job.kind);
        if (!act) throw new Error('this version knows no such job');
        return act(this.#context(job), job, sliceBudget());
      };
      for (;;) {
        await endOfTurn();
        await this.parts.store.moving?.catch(() => undefined);
        const [job] = this.parts.store.collections.jobs.page({ limit: 1 }).rows;
        if (this.#stopped || !job) break;
        await this.#step(job, slice);
        this.#tell();
      }
    } catch (error) {
      this.#giveUp(error as Error);
      if (!(error instanceof ReadOnlyError)) throw error;
    } finally {
      this.#running = false;
    }
    this.#tell();
  }

  /** One slice. Rejects with ReadOnlyError where nothing can be written any more. */
  async #step(job: JobRow, slice: (job: JobRow) => number | undefined): Promise<void> {
    const { store, warn } = this.parts;
    const { jobs } = store.collections;
    const { id, seq: _seq, ...facts } = job;
    try {
      await this.#attempt(id, () => {
        const cursor = slice(job);
        if (cursor === undefined) jobs.remove(id);
        else jobs.replace(id, { ...facts, cursor });
      });
    } catch (error) {
      if (error instanceof ReadOnlyError) throw error;
      warn(`the job ${job.kind} ${job.of ?? ''} is dropped: ${error instanceof Error ? error.stack : String(error)}`);
      store.transaction(() => jobs.remove(id));
      this.#settle(
        ({ requestId }) => requestId === job.requestId,
        (waiter) => waiter.reject(error as Error),
      );
    }
  }

  /** Runs a transaction; where it needs an index that is not made yet, that is made first, beside everything else. */
  async #attempt(id: string, act: () => void): Promise<void> {
    const ahead = new Ahead();
    for (;;) {
      try {
        return this.parts.store.transaction(act, ahead);
      } catch (error) {
        if (!(error instanceof Unfinished)) throw error;
        await this.parts.slices.run(error.work);
        await this.parts.store.moving?.catch(() => undefined);
        // A reset may have taken the job away meanwhile.
        if (this.#stopped || !this.parts.store.collections.jobs.get(id)) return;
      }
    }
  }

  #tell(): void {
    this.#settle(
      ({ requestId }) => this.#isDone(requestId),
      (waiter) => waiter.resolve(),
    );
  }

  #giveUp(error: Error): void {
    this.#settle(
      () => true,
      (waiter) => waiter.reject(error),
    );
  }

  #settle(those: (waiter: Waiter) => boolean, how: (waiter: Waiter) => void): void {
    const settled = this.#waiting.filter(those);
    if (settled.length === 0) return;
    this.#waiting = this.#waiting.filter((waiter) => !settled.includes(waiter));
    settled.forEach(how);
  }

  #context({ requestId }: JobRow): JobContext {
    const { store, clock, ids } = this.parts;
    const rows = store.collections;
    // One origin object for all events of the request's jobs.
    if (this.#origin?.requestId !== requestId) this.#origin = systemOrigin(requestId);
    const origin = this.#origin;
    return {
      store: rows,
      requestId,
      clock,
      ids,
      now: () => clock.timestamp(),
      log: (type, targets, details = {}) => {
        rows.logs.insert(logRow(type, targets, details, origin, clock.now()));
      },
      send: (message) => {
        putMessage(rows, { requestId, created: clock.timestamp(), ...message });
      },
    };
  }
}
