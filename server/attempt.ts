import { Ahead, Unfinished } from '../store/memory/ahead.js';
import type { Exchange } from './exchange.js';
import { resume } from './respond.js';

/**
 * Runs a transaction, and goes on with what it gives. Where it would hold everybody up (a walk over very many rows, the
 * making of an index), nothing of it stays; what takes long is done in slices, and it is run again.
 */
export function attempt<T>(exchange: Exchange, act: () => T, go: (result: T) => void): void {
  const { store, slices } = exchange.org;
  const ahead = new Ahead();
  const run = (): void => {
    let result: T;
    try {
      result = store.transaction(act, ahead);
    } catch (error) {
      if (!(error instanceof Unfinished)) throw error;
      // What it saw may be in memory only: where the journal refuses that, the request is refused, too.
      return resume(exchange, Promise.all([store.synced(), slices.run(error.work)]), run);
    }
    go(result);
  };
  run();
}
