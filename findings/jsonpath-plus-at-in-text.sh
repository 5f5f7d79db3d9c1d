#!/usr/bin/env bash
# Behaviour: jsonpath-plus 10.4.0 finds nobody by `$.users[?(@.mail=="ann@property.example")]`, nor by any text in which `root`,
#   `path`, `parent` or `property` follows an `@` (ann@rootstock.example, bob@parents.example): it puts its own names for
#   `@root`, `@parent` and so on into the filter by their letters, inside quotes, too. `@` before a dot, a blank or `[` is
#   taken so as well. `ann@example.com` is found. jsonpath 1.3.0 finds all of them.
# Wrong guess: that what stands in quotes is a text, and that an `@` in it, as each mail address has one, is a letter; that a
#   query which finds Ann at one domain finds her at another.
# What it means: a lookup by mail is right for years, and finds nobody at the company that is called so: no error, an empty list,
#   and who is not found is made once more. Compare in code what `$.users[*]` gives, or write the text in
#   two, `"ann@" + "property.example"`.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund jsonpath-plus@10.4.0 jsonpath@1.3.0 >/dev/null

cat >look.cjs <<'JS'
const { JSONPath } = require('jsonpath-plus');
const jsonpath = require('jsonpath');
const { readFileSync } = require('node:fs');
const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;

// A mail address, as it is written in the filter, and whether jsonpath-plus finds who has it.
const cases = [
  ['"ann@example.com"', true],
  ['"ann@property.example"', false],
  ['"ann@rootstock.example"', false],
  ['"bob@parents.example"', false],
  ['"bob@pathways.example"', false],
];
console.log(`jsonpath-plus ${version('jsonpath-plus')}, jsonpath ${version('jsonpath')}`);
let changed = false;
for (const [written, expected] of cases) {
  const users = [{ login: 'found', mail: JSON.parse(written) }];
  const path = `$.users[?(@.mail==${written})].login`;
  const found = JSONPath({ path, json: { users } });
  const other = jsonpath.query({ users }, path);
  console.log(`  ${path}\n    jsonpath-plus: ${JSON.stringify(found)}, jsonpath: ${JSON.stringify(other)}`);
  changed ||= found.length !== Number(expected) || other.length !== 1;
}
const apart = JSONPath({ path: '$[?(@.mail=="ann@" + "property.example")].mail', json: [{ mail: 'ann@property.example' }] });
console.log(`  written in two: ${JSON.stringify(apart)}`);
if (changed || apart.length !== 1) {
  console.error('this is no longer so');
  process.exit(1);
}
JS
node look.cjs
