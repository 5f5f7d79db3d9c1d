#!/usr/bin/env bash
# Behaviour: given data that encoding/json has read, three template packages of Go print its numbers otherwise than they are:
#   github.com/flosch/pongo2/v6 6.0.0 prints 100 as 100.000000, and `{% if limit == 100 %}` is false; in
#   github.com/cbroglie/mustache 1.4.2 and github.com/osteele/liquid 1.6.0 the id 1234567 is 1.234567e+06, and 123456 is
#   123456. mustache prints null as `&lt;nil&gt;`. github.com/mailgun/raymond/v2 2.0.48 (Handlebars) prints all of them
#   as they stand in the JSON.
# Wrong guess: that a port of Django's, Mustache's or Liquid's templates prints 100 as 100, and that what is right in a test with
#   small numbers is right with large ones; that null prints nothing, as the specification of Mustache has it.
# What it means: ids of six digits are right, and on the day of the millionth customer links lead nowhere, for the new ones alone;
#   conditions on a count are false, without an error. Read the data with `decoder.UseNumber()` where the templates
#   only print, or into structs with whole numbers.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >main.go <<'GO'
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/cbroglie/mustache"
	"github.com/flosch/pongo2/v6"
	"github.com/mailgun/raymond/v2"
	"github.com/osteele/liquid"
)

var packages = []string{"github.com/flosch/pongo2/v6", "github.com/cbroglie/mustache", "github.com/osteele/liquid", "github.com/mailgun/raymond/v2"}

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func main() {
	build, _ := debug.ReadBuildInfo()
	for _, module := range build.Deps {
		if slices.Contains(packages, module.Path) {
			fmt.Println(module.Path, module.Version)
		}
	}
	const text = `{"limit":100,"id":123456,"next":1234567,"until":null}`
	var data, exact map[string]any
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.UseNumber()
	if err := errors.Join(json.Unmarshal([]byte(text), &data), decoder.Decode(&exact)); err != nil {
		panic(err)
	}
	const template = "{{limit}} {{id}} {{next}} [{{until}}]"
	const condition = "{% if limit == 100 %}a hundred{% else %}another{% endif %}"
	django := func(template string, data map[string]any) string {
		return must(must(pongo2.FromString(template)).Execute(pongo2.Context(data)))
	}
	fmt.Println(text, template)
	changed := false
	for _, one := range []struct{ name, seen, expected string }{
		{"pongo2", django(template, data), "100.000000 123456.000000 1234567.000000 []"},
		{"pongo2, a condition", django(condition, data), "another"},
		{"mustache", must(mustache.Render(template, data)), "100 123456 1.234567e+06 [&lt;nil&gt;]"},
		{"liquid", must(liquid.NewEngine().ParseAndRenderString(template, data)), "100 123456 1.234567e+06 []"},
		{"liquid, a condition", must(liquid.NewEngine().ParseAndRenderString(condition, data)), "a hundred"},
		{"pongo2, UseNumber", django(template, exact), "100 123456 1234567 []"},
		{"mustache, UseNumber", must(mustache.Render(template, exact)), "100 123456 1234567 [&lt;nil&gt;]"},
		{"liquid, UseNumber", must(liquid.NewEngine().ParseAndRenderString(template, exact)), "100 123456 1234567 []"},
		{"raymond", must(raymond.Render(template, data)), "100 123456 1234567 []"},
	} {
		fmt.Printf("  %-20s %s\n", one.name, one.seen)
		changed = changed || one.seen != one.expected
	}
	if changed {
		fmt.Fprintln(os.Stderr, "this is no longer so")
		os.Exit(1)
	}
}
GO
go mod init look >/dev/null 2>&1
go get github.com/flosch/pongo2/v6@v6.0.0 github.com/cbroglie/mustache@v1.4.2 github.com/osteele/liquid@v1.6.0 github.com/mailgun/raymond/v2@v2.0.48 >/dev/null 2>&1
go mod tidy >/dev/null 2>&1
go run .
