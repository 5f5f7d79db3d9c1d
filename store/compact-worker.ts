import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import { workerData } from 'node:worker_threads';
import { type CompactionTask, compact } from './compaction.js';

const BEHIND = 10;

/** Lets answers go first where processors are scarce. On Linux a thread has a priority of its own. */
function stepBack(): void {
  try {
    const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
    if (thread !== process.pid) setPriority(thread, BEHIND);
  } catch {
    // Another system: the compactor runs beside the answers as an equal.
  }
}

stepBack();
await compact(workerData as CompactionTask);
