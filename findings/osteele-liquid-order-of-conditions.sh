#!/usr/bin/env bash
# Behaviour: github.com/osteele/liquid 1.6.0 (Go) reads `and` and `or` of a condition from left to right; Liquid reads them from
#   right to left, as liquidjs 10.30.1 does. `{% if admin or staff and active %}` hides from an administrator what Liquid
#   shows, and `{% if active and staff or admin %}` shows what Liquid hides. `== empty` and `== blank` are false
#   for an empty list and an empty text.
# Wrong guess: that a port of Liquid has Liquid's order, which its documentation spells out since there are no brackets; or,
#   failing that, the order of every other language, in which `and` binds tighter: the first of the two is then right, too.
# What it means: a mail shows in production another part than in the preview that a service in Node makes of the same template, and
#   lists "you have no groups" to nobody. Write one word a condition, and nest the `if`s; compare sizes (`groups.size == 0`).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund liquidjs@10.30.1 >/dev/null
cat >templates.json <<'JSON'
[
  "{% if admin or staff and active %}shown{% else %}hidden{% endif %}",
  "{% if active and staff or admin %}shown{% else %}hidden{% endif %}",
  "{% if admin or staff %}shown{% else %}hidden{% endif %}",
  "{% if groups == empty %}none{% else %}some{% endif %}",
  "{% if note == blank %}none{% else %}some{% endif %}",
  "{% if groups.size == 0 %}none{% else %}some{% endif %}"
]
JSON
cat >data.json <<'JSON'
{ "admin": true, "staff": false, "active": false, "groups": [], "note": "" }
JSON
cat >look.cjs <<'JS'
const { Liquid } = require('liquidjs');
const data = require('./data.json');
for (const template of require('./templates.json')) {
  console.log(new Liquid().parseAndRenderSync(template, data));
}
JS
node look.cjs >of-node.txt
cat >main.go <<'GO'
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"runtime/debug"
	"strings"

	"github.com/osteele/liquid"
)

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func main() {
	build, _ := debug.ReadBuildInfo()
	for _, module := range build.Deps {
		if module.Path == "github.com/osteele/liquid" {
			fmt.Println(module.Path, module.Version+", liquidjs 10.30.1")
		}
	}
	var templates []string
	var data map[string]any
	must(0, json.Unmarshal(must(os.ReadFile("templates.json")), &templates))
	must(0, json.Unmarshal(must(os.ReadFile("data.json")), &data))
	ofNode := strings.Fields(string(must(os.ReadFile("of-node.txt"))))
	// What Go says of each template, and Node.
	expected := [][2]string{{"hidden", "shown"}, {"shown", "hidden"}, {"shown", "shown"}, {"some", "none"}, {"some", "none"}, {"none", "none"}}
	changed := false
	for at, template := range templates {
		seen := must(liquid.NewEngine().ParseAndRenderString(template, data))
		fmt.Printf("  %s\n    osteele/liquid: %s, liquidjs: %s\n", template, seen, ofNode[at])
		changed = changed || [2]string{seen, ofNode[at]} != expected[at]
	}
	if changed {
		fmt.Fprintln(os.Stderr, "this is no longer so")
		os.Exit(1)
	}
}
GO
go mod init look >/dev/null 2>&1
go get github.com/osteele/liquid@v1.6.0 >/dev/null 2>&1
go mod tidy >/dev/null 2>&1
go run .
