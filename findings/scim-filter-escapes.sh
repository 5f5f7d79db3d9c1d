#!/usr/bin/env bash
# Behaviour: three readers of SCIM filters keep the escapes of a string as letters: scim2-parse-filter 0.2.10 and scimmy
#   1.3.5 (Node) and github.com/scim2/filter-parser v2.3.1 (Go). All read two backslashes in `"corp\\rene"`; both of Node
#   read `"Ren\u00e9"` as nine letters, which filter-parser refuses (as `\u00E9` it keeps them); at `\"`
#   scimmy throws, and filter-parser keeps the backslash.
# Wrong guess: that a string in a filter is one of JSON, as RFC 7644 (3.4.2.2) has it, so that a client may write it with
#   its JSON library. Python's json.dumps writes all letters beyond ASCII as \u....
# What it means: a client asks for René, hears that there is none, makes him, and hears that he exists; nothing is logged.
#   In a client write letters as they are (`ensure_ascii=False`); in a server hand the literal to a JSON parser.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund scim2-parse-filter@0.2.10 scimmy@1.3.5 >/dev/null
go mod init look >/dev/null 2>&1
go get github.com/scim2/filter-parser/v2@v2.3.1 >/dev/null 2>&1

# The filters, as a client in Python writes them; beside each the value that is meant.
cat >write.py <<'PY'
import json

values = ["Rene", "Ren\u00e9", 'the "boss"', "corp\\rene"]
cases = [[value, f"userName eq {json.dumps(value)}"] for value in values]
print(json.dumps([*cases, ["Ren\u00e9", 'userName eq "Ren\\u00E9"']]))
PY
python3 write.py >filters.json

cat >main.go <<'GO'
package main

import (
	"encoding/json"
	"os"

	filter "github.com/scim2/filter-parser/v2"
)

func main() {
	var cases [][2]string
	text, _ := os.ReadFile("filters.json")
	if err := json.Unmarshal(text, &cases); err != nil {
		panic(err)
	}
	var read []any
	for _, one := range cases {
		if expression, err := filter.ParseFilter([]byte(one[1])); err != nil {
			read = append(read, "throws")
		} else {
			read = append(read, expression.(*filter.AttributeExpression).CompareValue)
		}
	}
	_ = json.NewEncoder(os.Stdout).Encode(read)
}
GO
go run . >go.json

cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { parse } from 'scim2-parse-filter';
import scimmy from 'scimmy';

const json = (file) => JSON.parse(readFileSync(file, 'utf8'));
const inGo = json('go.json');
const version = (name) => json(`node_modules/${name}/package.json`).version;
/** The value that scimmy reads, or that it throws. */
const inScimmy = (filter) => {
  try {
    return new scimmy.Types.Filter(filter)[0].userName[1];
  } catch {
    return 'throws';
  }
};
// What scim2-parse-filter, scimmy and filter-parser read.
const expected = [
  ['Rene', 'Rene', 'Rene'],
  ['Ren\\u00e9', 'Ren\\u00e9', 'throws'],
  ['the "boss"', 'throws', 'the \\"boss\\"'],
  ['corp\\\\rene', 'corp\\\\rene', 'corp\\\\rene'],
  ['Ren\\u00E9', 'Ren\\u00E9', 'Ren\\u00E9'],
];
console.log(`scim2-parse-filter ${version('scim2-parse-filter')}, scimmy ${version('scimmy')}, filter-parser v2.3.1`);
let changed = false;
json('filters.json').forEach(([meant, filter], at) => {
  const read = [parse(filter).compValue, inScimmy(filter), inGo[at]];
  console.log(`${filter} means ${meant}, and is read as\n  ${read.join('   ')}`);
  changed ||= JSON.stringify(read) !== JSON.stringify(expected[at]);
});
if (changed) {
  console.error('this is no longer so');
  process.exit(1);
}
JS
node look.mjs
