#!/usr/bin/env bash
# Behaviour: jsep 1.6.0 reads the text "Z\u00fcrich" of an expression as Zu00fcrich, and "\x41" as x41: of escapes which it
#   does not know it drops the backslash. "\0" is the figure 0. It knows \n, \r, \t, \b, \f and \v.
# Wrong guess: that a parser of JavaScript expressions reads JavaScript's strings, or throws as it does at a regular
#   expression; that a literal which JSON.stringify or a code generator wrote is read as what it was.
# What it means: a rule that was kept as JSON twice over, or made by a tool that writes ASCII alone (Python's json.dumps, Java's
#   property files), compares with another text, and is false for exactly those cities and names. Take a literal's `raw`,
#   and read that with JSON.parse where it has double quotes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund jsep@1.6.0 acorn@8.15.0 >/dev/null

cat >write.py <<'PY'
import json

# As a tool in Python would write conditions on a person's city.
print(json.dumps([f"user.city == {json.dumps(city)}" for city in ("Bergen", "Z\u00fcrich", "\u0141\u00f3d\u017a", "a\tb")]))
PY
python3 write.py >conditions.json
cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { parseExpressionAt } from 'acorn';
import jsep from 'jsep';

const json = (file) => JSON.parse(readFileSync(file, 'utf8'));
const conditions = [...json('conditions.json'), String.raw`user.city == "\x41"`, String.raw`user.city == "nul: \0"`];
const expected = ['Bergen', 'Zu00fcrich', 'u0141u00f3du017a', 'a\tb', 'x41', 'nul: 0'];
console.log(`jsep ${json('node_modules/jsep/package.json').version}, acorn ${json('node_modules/acorn/package.json').version}`);
let changed = false;
conditions.forEach((condition, at) => {
  const seen = jsep(condition).right.value;
  const right = parseExpressionAt(condition, 0, { ecmaVersion: 'latest' }).right.value;
  console.log(`  ${condition.padEnd(38)} jsep: ${JSON.stringify(seen)}, acorn: ${JSON.stringify(right)}`);
  changed ||= seen !== expected[at];
});
if (changed) {
  console.error('this is no longer so');
  process.exit(1);
}
JS
node look.mjs
