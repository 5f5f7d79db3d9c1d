import { workerData } from 'node:worker_threads';
import { stepBack } from '../step-back.js';
import { type CompactorData, compact, type Rest } from './compaction.js';

/** Milliseconds of work between two rests. */
const STRETCH = 4;
/** A rest is so many times as long as the work before it. */
const REST = 9;

/** A priority does not keep two threads off the same core's caches: the compactor works a tenth of the time. */
function pacer(hurry: Int32Array): Rest {
  let from = performance.now();
  return () => {
    const worked = performance.now() - from;
    if (worked < STRETCH) return;
    Atomics.wait(hurry, 0, 0, worked * REST);
    from = performance.now();
  };
}

const { task, hurry } = workerData as CompactorData;
stepBack();
await compact(task, pacer(hurry));
