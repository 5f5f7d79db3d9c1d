// Loaded before the server by --import: notes each gap of its event loop, without the time for which the processor was
// given to somebody else, which a busy machine would add. A line: when it ended, its length, both in milliseconds.
import { appendFileSync, openSync, readSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const file = process.env.BENCH_GAPS;
const WORTH_NOTING_MS = 5;
const NANOSECONDS = 1e6;

/** Milliseconds for which the main thread could have run and did not; 0 where the system does not tell. */
function waiter() {
  const buffer = Buffer.alloc(128);
  let fd;
  try {
    fd = openSync('/proc/self/schedstat', 'r');
  } catch {
    return () => 0;
  }
  return () => {
    const length = readSync(fd, buffer, 0, buffer.length, 0);
    return Number(buffer.toString('latin1', 0, length).split(' ')[1]) / NANOSECONDS;
  };
}

if (isMainThread && file) {
  const waited = waiter();
  let last = performance.now();
  let before = waited();
  setInterval(() => {
    const now = performance.now();
    const after = waited();
    const gap = now - last - (after - before);
    if (gap > WORTH_NOTING_MS) appendFileSync(file, `${performance.timeOrigin + now} ${gap}\n`);
    last = performance.now();
    before = waited();
  }, 1).unref();
}
