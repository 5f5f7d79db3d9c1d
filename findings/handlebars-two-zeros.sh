#!/usr/bin/env bash
# Behaviour: Handlebars 4.7.10 shows `{{#count}}...{{/count}}` for 0 and for "", and hides `{{^count}}...{{/count}}`. Its own
#   `{{#if count}}` hides both, `{{#with}}` the empty text alone, and Mustache (mustache.js 4.2.0, and chevron 0.14.0 in
#   Python) hides both in the plain section.
# Wrong guess: that a section and `#if` agree on what is nothing, and that Handlebars, "largely compatible with Mustache
#   templates", gives the same mail for the same template.
# What it means: a template that was moved from Mustache says "You have 0 new messages" where it said nothing, greets with
#   an empty name in place of "there", and never shows its "none" part. Write `{{#if}}` and `{{else}}`; a test with null or
#   an empty list, for which all agree, does not show it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund handlebars@4.7.10 mustache@4.2.0 >/dev/null
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check chevron==0.14.0

cat >look.py <<'PY'
import json, sys

import chevron

template, values = json.loads(sys.argv[1])
print(json.dumps([chevron.render(template, {"count": value}) for value in values]))
PY
cat >look.cjs <<'JS'
const { execFileSync } = require('node:child_process');
const handlebars = require('handlebars');
const mustache = require('mustache');
const version = (name) => require(`${name}/package.json`).version;

const values = [3, 0, '', null, []];
const section = '{{#count}}some{{/count}}{{^count}}none{{/count}}';
const by = (template) => values.map((count) => handlebars.compile(template)({ count }));
const rows = {
  'mustache, section': values.map((count) => mustache.render(section, { count })),
  'chevron, section': JSON.parse(execFileSync('venv/bin/python', ['look.py', JSON.stringify([section, values])])),
  'handlebars, section': by(section),
  'handlebars, #if': by('{{#if count}}some{{else}}none{{/if}}'),
  'handlebars, #with': by('{{#with count}}some{{else}}none{{/with}}'),
};
const expected = {
  'mustache, section': 'some none none none none',
  'chevron, section': 'some none none none none',
  'handlebars, section': 'some some some none none',
  'handlebars, #if': 'some none none none none',
  'handlebars, #with': 'some some none none none',
};
console.log(`handlebars ${version('handlebars')}, mustache ${version('mustache')}, chevron 0.14.0`);
console.log(`  for ${values.map((value) => JSON.stringify(value)).join(' ')}`);
for (const [what, seen] of Object.entries(rows)) {
  console.log(`  ${what.padEnd(20)} ${seen.join(' ')}`);
  if (seen.join(' ') !== expected[what]) {
    console.error('this is no longer so');
    process.exitCode = 1;
  }
}
JS
node look.cjs
