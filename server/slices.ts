import type { Work } from '../store/memory/ahead.js';

/** Work that waits for its turn. */
interface Waiting {
  readonly work: Work;
  resolve(): void;
  reject(error: unknown): void;
}

/** Milliseconds of one slice: what comes in meanwhile waits no longer, however much work there is. */
const SLICE_MS = 5;

/**
 * Does long work beside everything else: one slice in each turn of the event loop, whoever asked for it, in turn. Slices
 * are measured by time, since nothing depends on where they end.
 */
export class Slices {
  #waiting: Waiting[] = [];
  #isRunning = false;

  /** Settles when the work is done; rejects with what it throws. */
  run(work: Work): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ work, resolve, reject });
      if (this.#isRunning) return;
      this.#isRunning = true;
      setImmediate(() => this.#turn());
    });
  }

  #turn(): void {
    const first = this.#waiting.shift();
    if (first && !this.#slice(first)) this.#waiting.push(first);
    this.#isRunning = this.#waiting.length > 0;
    if (this.#isRunning) setImmediate(() => this.#turn());
  }

  /** @returns whether the work is over */
  #slice({ work, resolve, reject }: Waiting): boolean {
    const from = performance.now();
    try {
      while (!work.step()) if (performance.now() - from >= SLICE_MS) return false;
      resolve();
    } catch (error) {
      reject(error);
    }
    return true;
  }
}
