import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';

const BEHIND = 10;

/** Lets answers go before this thread where processors are scarce. On Linux a thread has a priority of its own. */
export function stepBack(): void {
  try {
    const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
    if (thread !== process.pid) setPriority(thread, BEHIND);
  } catch {
    // Another system: the thread runs beside the answers as an equal.
  }
}
