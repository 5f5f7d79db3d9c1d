// Loaded before the server by --import: notes each gap of its event loop, with the time at which the gap ended.
import { appendFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const file = process.env.BENCH_GAPS;
const WORTH_NOTING_MS = 5;

if (isMainThread && file) {
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    if (now - last > WORTH_NOTING_MS) appendFileSync(file, `${performance.timeOrigin + now} ${now - last}\n`);
    last = performance.now();
  }, 1).unref();
}
