#!/usr/bin/env bash
# Behaviour: uritemplate 4.2.0 (Python) fills `{?offset}` with 0 as `?offset=`, and `{?active}` with False as `?active=`: in a query
#   and behind `&` what Python takes for false is an empty text. Elsewhere (`{offset}`, `{/offset}`) 0 is 0. True and False are
#   written as Python prints them, and None inside a list or a map as the word None; None by itself is left out.
# Wrong guess: that a value is written, and that one which is not there is left out at each depth: RFC 6570 (2.3, 3.2.1) ignores
#   members of a list that are undefined. url-template 3.1.1 (Node) has `?offset=0`, `?active=false`, and no null.
# What it means: the first page, the first of a list that counts from 0, "those who are not active" are asked for with an empty
#   value: servers refuse it, or take it for no filter at all and give everybody. From 1 on, and with True, it works or seems
#   to. Hand in texts: `str(offset)`, "false", and lists without None.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund url-template@3.1.1 >/dev/null
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check uritemplate==4.2.0
cat >cases.json <<'JSON'
[
  ["/users{?offset,limit}", { "offset": 0, "limit": 20 }, "/users?offset=&limit=20"],
  ["/users{?offset,limit}", { "offset": 20, "limit": 20 }, "/users?offset=20&limit=20"],
  ["/users?all{&offset}", { "offset": 0 }, "/users?all&offset="],
  ["/pages{/offset}", { "offset": 0 }, "/pages/0"],
  ["/users{?active}", { "active": false }, "/users?active="],
  ["/users{?active}", { "active": true }, "/users?active=True"],
  ["/users{?id*}", { "id": ["a", null, "b"] }, "/users?id=a&id=None&id=b"],
  ["/users{?filter*}", { "filter": { "role": "clerk", "until": null } }, "/users?role=clerk&until=None"],
  ["/users{?until}", { "until": null }, "/users"]
]
JSON
cat >look.mjs <<'JS'
import { readFileSync, writeFileSync } from 'node:fs';
import { parseTemplate } from 'url-template';

const cases = JSON.parse(readFileSync('cases.json', 'utf8'));
writeFileSync('node.json', JSON.stringify(cases.map(([template, values]) => parseTemplate(template).expand(values))));
JS
node look.mjs
cat >look.py <<'PY'
import json, sys
from importlib.metadata import version
import uritemplate

cases, node = json.load(open("cases.json")), json.load(open("node.json"))
print("uritemplate", version("uritemplate"), "and url-template 3.1.1")
changed = False
for (template, values, expected), other in zip(cases, node):
    seen = uritemplate.expand(template, values)
    print(f"  {template} with {values}\n    uritemplate:  {seen}\n    url-template: {other}")
    changed |= seen != expected
changed |= node[0] != "/users?offset=0&limit=20" or node[4] != "/users?active=false" or node[6] != "/users?id=a&id=b"
if changed:
    print("this is no longer so", file=sys.stderr)
    sys.exit(1)
PY
venv/bin/python look.py
