#!/usr/bin/env bash
# Behaviour: in Node 20 an immediate that was unref'd still runs if it is set in the callback of I/O or of a thread of
#   libuv's, since immediates follow in the same turn of the loop. If it begins the next piece of such work, the process
#   never ends. An unref'd timer in its place lets it end.
# Wrong guess: that `setImmediate(step).unref()` keeps background work from holding the process, as it does for a timer.
# What it means: work that is done ahead (here: keys) puts an unref'd timer between two pieces, of a millisecond even.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/chain.mjs" <<'JS'
import { pbkdf2 } from 'node:crypto';

const later = { immediate: (step) => setImmediate(step).unref(), timer: (step) => setTimeout(step, 1).unref() };
let pieces = 0;
const piece = () => {
  pieces += 1;
  if (pieces < 50) pbkdf2('a', 'b', 1000, 32, 'sha256', () => later[process.argv[2]](piece));
};
piece();
process.on('exit', () => console.log(pieces));
JS
immediate=$(node "$folder/chain.mjs" immediate)
timer=$(node "$folder/chain.mjs" timer)
echo "node $(node --version)"
echo "pieces of work out of 50 that were done before the process ended by itself"
echo "  with an unref'd immediate between them   $immediate"
echo "  with an unref'd timer between them       $timer"
if [ "$immediate" != 50 ] || [ "$timer" -gt 2 ]; then
  echo "this is no longer so" >&2
  exit 1
fi
