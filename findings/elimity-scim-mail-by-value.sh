#!/usr/bin/env bash
# Behaviour: the filter validator of github.com/elimity-com/scim (2641426a1539, of 2026-07-28) lets nobody pass
#   `emails.value eq "ann@example.com"`, nor any other path below a list; `not (emails.value eq ...)` everybody. The reason,
#   "the target is not a complex attribute", is what PassesFilter returns, and looks to its caller as "does not match" does.
#   `emails[value eq "ann@example.com"]` and `name.familyName eq` are right. scim2-parse-filter 0.2.10 (Node) knows all three.
# Wrong guess: that what NewValidator and Validate take is evaluated: RFC 7644 (3.4.2.2) has `emails.type` and `emails.value`
#   among its examples, and matches if any value does.
# What it means: a client looks for its person by mail, as provisioning services do, finds none, with 200, and makes him again;
#   "all but these" is all. Write such a path with brackets before it is handed in, and tell the error texts apart.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund scim2-parse-filter@0.2.10 >/dev/null

cat >person.json <<'JSON'
{
  "userName": "ann",
  "name": { "familyName": "Lee" },
  "emails": [{ "value": "ann@example.com", "type": "work" }, { "value": "ann@home.example", "type": "home" }]
}
JSON
cat >main.go <<'GO'
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"runtime/debug"

	"github.com/elimity-com/scim/filter"
	"github.com/elimity-com/scim/schema"
)

func main() {
	build, _ := debug.ReadBuildInfo()
	for _, module := range build.Deps {
		if module.Path == "github.com/elimity-com/scim" {
			fmt.Fprintln(os.Stderr, module.Path, module.Version)
		}
	}
	text, err := os.ReadFile("person.json")
	if err != nil {
		panic(err)
	}
	var person map[string]any
	if err := json.Unmarshal(text, &person); err != nil {
		panic(err)
	}
	for _, query := range os.Args[1:] {
		validator, err := filter.NewValidator(query, schema.CoreUserSchema())
		if err == nil {
			err = validator.Validate()
		}
		if err != nil {
			panic(err)
		}
		said := "passes"
		if err := validator.PassesFilter(person); err != nil {
			said = "does not pass: " + err.Error()
		}
		fmt.Printf("Go, %s: %s\n", query, said)
	}
}
GO
cat >look.cjs <<'JS'
const { filter, parse } = require('scim2-parse-filter');

for (const query of process.argv.slice(2)) {
  const said = filter(parse(query))(require('./person.json')) ? 'passes' : 'does not pass';
  console.log(`Node, ${query}: ${said}`);
}
JS
go mod init look >/dev/null 2>&1
go get github.com/elimity-com/scim@v0.0.0-20260728105928-2641426a1539 >/dev/null 2>&1
go mod tidy >/dev/null 2>&1
queries=('name.familyName eq "Lee"' 'emails[value eq "ann@example.com"]' 'emails.value eq "ann@example.com"'
  'emails.type eq "home"' 'emails.value pr' 'not (emails.value eq "ann@example.com")' 'not (emails[value eq "ann@example.com"])')
{
  go run . "${queries[@]}"
  node look.cjs "${queries[@]}"
} | tee seen
lost="does not pass: the target is not a complex attribute"
cat >expected <<TEXT
Go, ${queries[0]}: passes
Go, ${queries[1]}: passes
Go, ${queries[2]}: $lost
Go, ${queries[3]}: $lost
Go, ${queries[4]}: $lost
Go, ${queries[5]}: passes
Go, ${queries[6]}: does not pass: the resource does not pass the filter
Node, ${queries[0]}: passes
Node, ${queries[1]}: passes
Node, ${queries[2]}: passes
Node, ${queries[3]}: passes
Node, ${queries[4]}: passes
Node, ${queries[5]}: does not pass
Node, ${queries[6]}: does not pass
TEXT
diff expected seen || {
  echo "this is no longer so" >&2
  exit 1
}
