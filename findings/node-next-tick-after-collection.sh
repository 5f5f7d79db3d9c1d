#!/usr/bin/env bash
# Behaviour: in Node 20, `process.nextTick` costs three to five times as much for the rest of the process once V8 has made full
#   collections at moments at which no tick was pending. Each call makes an object literal with two computed names; V8
#   remembers the shape that they lead to weakly, loses it with the last such object, and from then on takes the slow
#   way through its runtime. Who holds the resource of one tick (`async_hooks.executionAsyncResource()`) keeps it fast.
# Wrong guess: that a collection only costs what it takes, and that code that was optimized stays so.
# What it means: every stream and every http answer calls it some eight times. A server that was collected while nobody
#   asked is slower ever after, and a benchmark of two builds compares when each of them was collected.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat >ticks.mjs <<'JS'
import { executionAsyncResource } from 'node:async_hooks';

const COUNT = 300_000;
/** Microseconds of CPU for one call, the best of five rounds. */
async function cost() {
  let best = Infinity;
  for (let round = 0; round < 5; round++) {
    const before = process.cpuUsage();
    await new Promise((resolve) => {
      let left = COUNT;
      const tick = () => (--left > 0 ? process.nextTick(tick) : resolve());
      process.nextTick(tick);
    });
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / COUNT);
  }
  return best;
}

let held;
if (process.argv[2] === 'held') {
  await new Promise((resolve) => process.nextTick(() => resolve((held = executionAsyncResource()))));
}
const before = await cost();
for (let n = 0; n < 6; n++) {
  await new Promise((resolve) => setTimeout(resolve, 5));
  gc();
}
const after = await cost();
console.log(`${(after / before).toFixed(2)} ${before.toFixed(3)} ${after.toFixed(3)} ${typeof held}`);
JS

echo "node $(node --version)"
read -r plain plain_before plain_after _ < <(node --expose-gc ticks.mjs)
read -r held held_before held_after _ < <(node --expose-gc ticks.mjs held)
echo "  microseconds of CPU for one call   before   after full collections"
printf '  %-34s %-8s %s (x %s)\n' 'as it is' "$plain_before" "$plain_after" "$plain"
printf '  %-34s %-8s %s (x %s)\n' 'with one tick held' "$held_before" "$held_after" "$held"

node -e '
  const [plain, held] = process.argv.slice(1).map(Number);
  if (plain < 1.7 || held > 1.5) {
    console.log("this is another behaviour now");
    process.exit(1);
  }
' "$plain" "$held"
echo 'the behaviour is as told above'
