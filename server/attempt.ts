import { Ahead, Unfinished } from '../store/memory/ahead.js';
import type { Exchange } from './exchange.js';
import type { Org } from './org.js';
import { resume } from './respond.js';

/** What a run found, or that it is to be run again. */
type Found = { readonly value: unknown } | undefined;

/**
 * Does what somebody is to wait for, in slices. What was seen before may be in memory only: where the journal refuses
 * that, this rejects, too.
 */
async function doFirst({ store, slices }: Pick<Org, 'store' | 'slices'>, error: unknown): Promise<void> {
  if (!(error instanceof Unfinished)) throw error;
  await Promise.all([store.synced(), slices.run(error.work)]);
}

/**
 * Runs a transaction, and goes on with what it gives. Where it would hold everybody up (a walk over very many rows, the
 * making of an index), nothing of it stays; what takes long is done in slices, and it is run again.
 */
export function attempt<T>(exchange: Exchange, act: () => T, go: (result: T) => void): void {
  const { org } = exchange;
  const ahead = new Ahead();
  const run = (): void => {
    let result: T;
    try {
      result = org.store.transaction(act, ahead);
    } catch (error) {
      if (!(error instanceof Unfinished)) throw error;
      return resume(exchange, doFirst(org, error), run);
    }
    go(result);
  };
  run();
}

/**
 * Has something prepared that may wait, and goes on with it. Up to where it waits for the first time it is held to what a
 * transaction is: what takes long is done in slices, and it is begun again.
 */
export function attemptPreparing(exchange: Exchange, prepare: () => unknown, go: (prepared: unknown) => void): void {
  const { org } = exchange;
  const ahead = new Ahead();
  const again = (error: unknown): Promise<undefined> => doFirst(org, error).then(() => undefined);
  const step = (found: Found): void => (found ? go(found.value) : run());
  const run = (): void => {
    let prepared: unknown;
    try {
      prepared = org.store.reading(prepare, ahead);
    } catch (error) {
      if (!(error instanceof Unfinished)) throw error;
      return resume(exchange, again(error), step);
    }
    if (!(prepared instanceof Promise)) return go(prepared);
    resume(
      exchange,
      prepared.then((value: unknown): Found => ({ value }), again),
      step,
    );
  };
  run();
}

/** Runs a transaction of the org itself, as `attempt` does one of a request. Rejects with what it throws. */
export async function attemptOwn<T>(org: Pick<Org, 'store' | 'slices'>, act: () => T): Promise<T> {
  const ahead = new Ahead();
  for (;;) {
    try {
      return org.store.transaction(act, ahead);
    } catch (error) {
      await doFirst(org, error);
    }
  }
}
