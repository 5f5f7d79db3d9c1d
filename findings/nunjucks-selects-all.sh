#!/usr/bin/env bash
# Behaviour: nunjucks 3.2.4 takes `users | selectattr("status", "equalto", "ACTIVE")` as Jinja2 3.1.6 does, and leaves all but
#   the first argument out: it selects whoever has a status, the deactivated, too, and `rejectattr` nobody; with
#   `"equalto", false` the result is the opposite. `select` and `reject` do look at their tests. An empty list is
#   true in its conditions, an empty text is not, and a `set` in a loop is seen behind the loop.
# Wrong guess: that a filter of a port which does not know an argument says so, as it does of filters that it does not know
#   (`map`, `unique`), and that its two pairs of such filters work alike; a list of one kind gives the right answer.
# What it means: a mail or a page that is to list some lists all, with names that were not to be in it; `{% if groups %}` prints
#   its heading over nothing. Add a filter of one's own for this, and ask for `groups.length`. (The heading of selectattr in
#   its documentation says "only the single-argument form".)
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund nunjucks@3.2.4 >/dev/null
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check jinja2==3.1.6

# Templates, and what nunjucks and Jinja2 make of them.
cat >cases.json <<'JSON'
[
  ["{% for u in users | selectattr('status', 'equalto', 'ACTIVE') %}{{ u.name }} {% endfor %}", "ann bob cid ", "ann cid "],
  ["{% for u in users | rejectattr('status', 'equalto', 'ACTIVE') %}{{ u.name }} {% endfor %}", "", "bob "],
  ["{% for u in users | selectattr('admin', 'equalto', false) %}{{ u.name }} {% endfor %}", "ann ", "bob cid "],
  ["{% for u in users | selectattr('admin') %}{{ u.name }} {% endfor %}", "ann ", "ann "],
  ["{% for n in [1, 2, 3] | select('odd') %}{{ n }} {% endfor %}", "1 3 ", "1 3 "],
  ["{% if groups %}some{% else %}none{% endif %}", "some", "none"],
  ["{% if '' %}some{% else %}none{% endif %}", "none", "none"],
  ["{% set last = 'none' %}{% for u in users %}{% set last = u.name %}{% endfor %}{{ last }}", "cid", "none"]
]
JSON
cat >data.json <<'JSON'
{
  "groups": [],
  "users": [
    { "name": "ann", "status": "ACTIVE", "admin": true },
    { "name": "bob", "status": "DEPROVISIONED", "admin": false },
    { "name": "cid", "status": "ACTIVE", "admin": false }
  ]
}
JSON
cat >look.cjs <<'JS'
const { Environment } = require('nunjucks');

const engine = new Environment(null, { autoescape: false });
const made = require('./cases.json').map(([template]) => engine.renderString(template, require('./data.json')));
console.log(JSON.stringify(made));
JS
cat >look.py <<'PY'
import json
import subprocess
import sys

import jinja2

cases, data = json.load(open("cases.json")), json.load(open("data.json"))
by_node = json.loads(subprocess.check_output(["node", "look.cjs"]))
version = json.load(open("node_modules/nunjucks/package.json"))["version"]
print(f"nunjucks {version}, Jinja2 {jinja2.__version__}")
changed = False
for (template, *expected), nunjucks in zip(cases, by_node):
    seen = [nunjucks, jinja2.Environment().from_string(template).render(data)]
    print(f"  {template}\n    nunjucks: {seen[0]!r}, Jinja2: {seen[1]!r}")
    changed |= seen != expected
sys.exit("this is no longer so" if changed else 0)
PY
venv/bin/python look.py
