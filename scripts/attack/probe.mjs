// Loaded before the server by --import: notes each gap of its event loop and, ten times a second, what the process
// takes. The file is opened once, before the attack has used up all that may be open.
import { openSync, readSync, writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const WORTH_NOTING_MS = 5;
const SAMPLE_MS = 100;
const path = process.env.ATTACK_NOTES;

/** Tells the milliseconds that this thread has worked, where the system does; NaN where it does not. */
function workOf() {
  try {
    const file = openSync('/proc/thread-self/schedstat');
    const bytes = Buffer.alloc(64);
    return () => Number(bytes.toString('latin1', 0, readSync(file, bytes, 0, 64, 0)).split(' ')[0]) / 1e6;
  } catch {
    return () => Number.NaN;
  }
}

if (isMainThread && path) {
  const file = openSync(path, 'a');
  const wall = () => performance.timeOrigin + performance.now();
  const worked = workOf();
  let last = performance.now();
  let before = worked();
  setInterval(() => {
    const gap = performance.now() - last;
    const work = worked();
    if (gap > WORTH_NOTING_MS) writeSync(file, `gap ${wall()} ${gap} ${work - before}\n`);
    last = performance.now();
    before = work;
  }, 1).unref();
  setInterval(() => {
    const { user, system } = process.cpuUsage();
    let rss;
    try {
      rss = process.memoryUsage.rss();
    } catch {
      // It is read from a file, and there may be none left.
      return;
    }
    writeSync(file, `use ${wall()} ${rss} ${(user + system) / 1000}\n`);
  }, SAMPLE_MS).unref();
}
