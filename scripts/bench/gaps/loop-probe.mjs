// Loaded before the server by --import: notes each gap of its event loop, as long as the main thread was really running
// in it: a busy machine would add the time for which it was not. A line: when the gap ended, and its length, both in
// milliseconds.
import { appendFileSync, openSync, readSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const file = process.env.BENCH_GAPS;
const WORTH_NOTING_MS = 5;
const NANOSECONDS = 1e6;

/** Milliseconds for which the main thread has run; those of the clock where the system does not tell. */
function meter() {
  const buffer = Buffer.alloc(128);
  let fd;
  try {
    fd = openSync('/proc/self/schedstat', 'r');
  } catch {
    return () => performance.now();
  }
  return () => {
    const length = readSync(fd, buffer, 0, buffer.length, 0);
    return Number(buffer.toString('latin1', 0, length).split(' ')[0]) / NANOSECONDS;
  };
}

if (isMainThread && file) {
  const ran = meter();
  let before = ran();
  setInterval(() => {
    const gap = ran() - before;
    if (gap > WORTH_NOTING_MS) appendFileSync(file, `${performance.timeOrigin + performance.now()} ${gap}\n`);
    before = ran();
  }, 1).unref();
}
