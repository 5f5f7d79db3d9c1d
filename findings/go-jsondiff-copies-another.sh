#!/usr/bin/env bash
# Behaviour: with Factorize(), github.com/wI2L/jsondiff v0.7.1 takes values for equal that are not: "", [] and {}; "x" and ["x"];
#   null and [null]; "xy" and ["x","y"]. To add `"title": ""` beside `"roles": []` it says: copy /roles to /title, and the title
#   is a list. With Equivalent(), `["ann","bob"]` to `[["ann"],"bob"]` is no change at all, and the patch is empty. Plainly made,
#   or with Rationalize() or LCS(), patches are right.
# Wrong guess: that what makes a patch shorter changes how it goes and not where it leads; that a value is found again by
#   comparing it. It is found by a sum over its leaves in which brackets, names' ends and the length do not count.
# What it means: an object with an empty member, as most have, gets a member of another kind, the patch applies without an error,
#   and what reads it next fails far from there; a change is not seen, and not sent. Leave both options out, or apply each
#   patch to the old document, compare with the new one, and send the document whole where they differ.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >main.go <<'GO'
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"runtime/debug"

	patching "github.com/evanphx/json-patch/v5"
	"github.com/wI2L/jsondiff"
)

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

// made makes a patch of two documents, and applies it to the first.
func made(from, to string, options ...jsondiff.Option) (string, string) {
	operations := must(jsondiff.CompareJSON([]byte(from), []byte(to), options...))
	patch := []byte("[]")
	if len(operations) > 0 {
		patch = must(json.Marshal(operations))
	}
	return string(patch), string(must(must(patching.DecodePatch(patch)).Apply([]byte(from))))
}

func main() {
	build, _ := debug.ReadBuildInfo()
	for _, module := range build.Deps {
		if module.Path == "github.com/wI2L/jsondiff" {
			fmt.Println(module.Path, module.Version)
		}
	}
	shorter, looser := jsondiff.Factorize(), jsondiff.Equivalent()
	changed := false
	for _, one := range []struct {
		name, from, to, expected string
		option                   jsondiff.Option
	}{
		{"Factorize", `{"roles":[]}`, `{"roles":[],"title":""}`, `{"roles":[],"title":[]}`, shorter},
		{"Factorize", `{"roles":[]}`, `{"roles":[],"profile":{}}`, `{"roles":[],"profile":[]}`, shorter},
		{"Factorize", `{"roles":["clerk"]}`, `{"roles":["clerk"],"title":"clerk"}`, `{"roles":["clerk"],"title":["clerk"]}`, shorter},
		{"Factorize", `{"until":null}`, `{"until":null,"dates":[null]}`, `{"until":null,"dates":null}`, shorter},
		{"Equivalent", `{"roles":["ann","bob"]}`, `{"roles":[["ann"],"bob"]}`, `{"roles":["ann","bob"]}`, looser},
		{"Rationalize", `{"roles":[]}`, `{"roles":[],"title":""}`, `{"roles":[],"title":""}`, jsondiff.Rationalize()},
	} {
		patch, seen := made(one.from, one.to, one.option)
		fmt.Printf("  %s: from %s to %s\n    %s\n    leads to %s\n", one.name, one.from, one.to, patch, seen)
		changed = changed || seen != one.expected
	}
	if changed {
		fmt.Fprintln(os.Stderr, "this is no longer so")
		os.Exit(1)
	}
}
GO
go mod init look >/dev/null 2>&1
go get github.com/wI2L/jsondiff@v0.7.1 github.com/evanphx/json-patch/v5@v5.9.11 >/dev/null 2>&1
go mod tidy >/dev/null 2>&1
go run .
