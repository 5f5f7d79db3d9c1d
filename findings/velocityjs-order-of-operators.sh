#!/usr/bin/env bash
# Behaviour: velocityjs 2.1.7 gives `||` and `&&` one order, from left to right, and `==` and `<` one order, too. So
#   `#if($admin || $staff && $active)` is read as `($admin || $staff) && $active`, without a word.
# Wrong guess: that a port of Velocity has Java's order of operators, in which `&&` binds tighter than `||`, as Apache
#   Velocity has (1.7 and 2.3 print "shown" for each of the templates below).
# What it means: a condition that mixes the two shows or hides another part of a mail than the real engine. Write the
#   brackets out, in the templates or before the text is handed to the parser.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund velocityjs@2.1.7 >/dev/null

cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { render } from 'velocityjs';

console.log(`velocityjs ${JSON.parse(readFileSync('node_modules/velocityjs/package.json', 'utf8')).version}`);
const person = { admin: true, staff: false, active: false, level: 1 };
const cases = [
  ['$admin || $staff && $active', 'hidden'],
  ['$admin || ($staff && $active)', 'shown'],
  ['false == $level > 2', 'hidden'],
  ['false == ($level > 2)', 'shown'],
];
let changed = false;
for (const [condition, expected] of cases) {
  const seen = render(`#if(${condition})shown#{else}hidden#end`, person);
  console.log(`#if(${condition}): ${seen}`);
  changed ||= seen !== expected;
}
process.exit(changed ? 1 : 0);
JS
node look.mjs
