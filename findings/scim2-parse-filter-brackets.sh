#!/usr/bin/env bash
# Behaviour: scim2-parse-filter 0.2.10 tries the brackets of a SCIM filter on all members of an attribute together, not on
#   one at a time: `emails[type eq "work" and value co "@home.example"]` finds a person whose work mail is elsewhere, and
#   `emails[not (type eq "work")]` does not find one who has another mail beside it. `[type ne "work"]` finds them.
# Wrong guess: that brackets do what they are for. RFC 7644 (3.4.2.2) has them so that both conditions meet in the same
#   value; without them, `emails.type eq ... and emails.value co ...` is the filter that may mix values.
# What it means: a provisioning server on it answers a search with people whom nobody asked for, and a client that takes
#   the only hit for its person changes somebody else. Take the parser, and write the test of one value by yourself;
#   scimmy 1.3.5 gets it right.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund scim2-parse-filter@0.2.10 scimmy@1.3.5 >/dev/null

cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import parseFilter from 'scim2-parse-filter';
import scimmy from 'scimmy';

const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
const ann = {
  emails: [
    { type: 'work', value: 'ann@work.example' },
    { type: 'home', value: 'ann@home.example' },
  ],
};
// A filter, what the standard says of Ann, and what scim2-parse-filter says of her.
const cases = [
  ['emails[type eq "work" and value co "@work.example"]', true, true],
  ['emails[type eq "work" and value co "@home.example"]', false, true],
  ['emails[type eq "home" and not (value co "@work.example")]', true, false],
  ['emails[not (type eq "work")]', true, false],
  ['emails[type ne "work"]', true, true],
];
let changed = false;
console.log(`scim2-parse-filter ${version('scim2-parse-filter')}, scimmy ${version('scimmy')}; does the filter find Ann?`);
for (const [filter, right, expected] of cases) {
  const seen = parseFilter.filter(parseFilter.parse(filter))(ann);
  const other = new scimmy.Types.Filter(filter).match([ann]).length > 0;
  console.log(`  ${filter.padEnd(58)} scim2-parse-filter: ${seen}, scimmy: ${other}`);
  changed ||= seen !== expected || other !== right;
}
if (changed) {
  console.error('this is no longer so');
  process.exit(1);
}
JS
node look.mjs
