#!/usr/bin/env bash
# Behaviour: on Linux, in a process that has as many files open as it may, Node's process.memoryUsage() and
#   process.memoryUsage.rss() throw EMFILE, os.cpus() gives an empty list, and nothing is logged.
#   process.resourceUsage(), v8.getHeapStatistics() and os.availableParallelism() go on telling the truth.
# Wrong guess: that looking at one's own memory is a reading of counters, which cannot fail, and that a machine has a
#   processor.
# What it means: a monitor in a timer, or a health route, ends the process (or answers 500) just when many connections
#   are open; a pool of `os.cpus().length` workers has none. Watch the heap by v8.getHeapStatistics(), memory at its
#   most by process.resourceUsage().maxRSS, and size pools by os.availableParallelism().
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/facts.mjs" <<'JS'
import { openSync } from 'node:fs';
import os from 'node:os';
import v8 from 'node:v8';

const facts = {
  'process.memoryUsage()': () => process.memoryUsage().heapUsed > 0,
  'process.memoryUsage.rss()': () => process.memoryUsage.rss() > 0,
  'os.cpus()': () => os.cpus().length > 0,
  'process.resourceUsage()': () => process.resourceUsage().maxRSS > 0,
  'v8.getHeapStatistics()': () => v8.getHeapStatistics().used_heap_size > 0,
  'os.availableParallelism()': () => os.availableParallelism() > 0,
};
const told = (fact) => {
  try {
    return fact() ? 'true' : 'empty';
  } catch (error) {
    return `throws ${error.code}`;
  }
};
const all = () => Object.values(facts).map(told);
const before = all();
try {
  for (;;) openSync('/dev/null');
} catch (error) {
  if (error.code !== 'EMFILE') throw error;
}
const after = all();
Object.keys(facts).forEach((name, n) => console.log(`  ${name.padEnd(28)} ${before[n].padEnd(8)} ${after[n]}`));
const expected = ['throws EMFILE', 'throws EMFILE', 'empty', 'true', 'true', 'true'];
process.exitCode = before.every((word) => word === 'true') && after.join() === expected.join() ? 0 : 1;
JS
echo "node $(node --version)"
echo "  asked for                    usual    without a file to open"
ulimit -n 64
if ! node "$folder/facts.mjs"; then
  echo "this is no longer so" >&2
  exit 1
fi
