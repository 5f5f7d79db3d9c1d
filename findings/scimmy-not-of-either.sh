#!/usr/bin/env bash
# Behaviour: scimmy 1.3.5 reads `not (a or b)` of a SCIM filter as `not a or not b`, and `not (a and b)` as `not a and not b`: it
#   puts the `not` on each part and leaves the word between them. `not (userName eq "ann" or userName eq "bob")` finds both.
#   scim2-parse-filter 0.2.10 reads both rightly.
# Wrong guess: that a parser which takes brackets after `not`, which RFC 7644 (3.4.2.2) demands there, negates what is in them;
#   that a filter which keeps its text (`expression` is as it came) does what the text says.
# What it means: "all but these" is all, and "not both" is neither. A job that takes rights from all but the few it names takes
#   them from those, too. Before parsing, write `not (a or b)` as `not (a) and not (b)`, which is read rightly.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund scimmy@1.3.5 scim2-parse-filter@0.2.10 >/dev/null

cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { filter, parse } from 'scim2-parse-filter';
import SCIMMY from 'scimmy';

const people = [
  { userName: 'ann', title: 'Clerk' },
  { userName: 'bob', title: 'Boss' },
  { userName: 'eve', title: 'Clerk' },
];
// A filter, whom scimmy finds, and whom the other finds.
const cases = [
  ['not (userName eq "ann")', 'bob eve', 'bob eve'],
  ['not (userName eq "ann" or userName eq "bob")', 'ann bob eve', 'eve'],
  ['not (userName eq "ann") and not (userName eq "bob")', 'eve', 'eve'],
  ['not (userName eq "ann" and title eq "Clerk")', 'bob', 'bob eve'],
];
for (const name of ['scimmy', 'scim2-parse-filter']) {
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);
}
let changed = false;
for (const [text, expected, right] of cases) {
  const read = new SCIMMY.Types.Filter(text);
  const names = (found) => found.map(({ userName }) => userName).join(' ');
  const scimmy = names(read.match(people));
  const other = names(people.filter(filter(parse(text))));
  console.log(`  ${text}\n    scimmy: ${scimmy} ${JSON.stringify(read)}\n    scim2-parse-filter: ${other}`);
  changed ||= scimmy !== expected || other !== right;
}
if (changed) {
  console.error('this is no longer so');
  process.exit(1);
}
JS
node look.mjs
