import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import { workerData } from 'node:worker_threads';
import { type CompactorData, compact, type Rest } from './compaction.js';

const BEHIND = 10;
/** Milliseconds of work between two rests. */
const STRETCH = 4;
/** A rest is so many times as long as the work before it. */
const REST = 9;

/** Lets answers go first where processors are scarce. On Linux a thread has a priority of its own. */
function stepBack(): void {
  try {
    const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
    if (thread !== process.pid) setPriority(thread, BEHIND);
  } catch {
    // Another system: the compactor runs beside the answers as an equal.
  }
}

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
