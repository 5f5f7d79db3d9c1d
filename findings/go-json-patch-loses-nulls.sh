#!/usr/bin/env bash
# Behaviour: github.com/evanphx/json-patch/v5 5.9.11 takes the nulls out of the objects in a list that a merge patch brings:
#   `{"roles":[{"name":"clerk","until":null}]}` stores a role without `until`; a null that stands in the list itself stays.
#   CreateMergePatch makes such a patch from two documents, so that what it made does not lead from the one to the other.
#   A `test` of a JSON patch compares numbers letter by letter: 10 is not 10.0, nor 1e1.
# Wrong guess: that null means "take away" where there is something to take it from: RFC 7396 (2) puts anything but an object
#   in the place of what was, a list as it is. And that a test for equal numbers is numerical, as RFC 6902 (4.6) says.
# What it means: "until: null" (for ever) and no `until` (not known) are two things to many an API, and the audit shows a patch
#   that was applied; the second costs retries: a client in Python or JavaScript writes 10.0 and 10 for the same number, and
#   its optimistic lock never opens. Send lists of objects by JSON patch, and test against texts or whole numbers alone.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >main.go <<'GO'
package main

import (
	"fmt"
	"os"
	"runtime/debug"

	jsonpatch "github.com/evanphx/json-patch/v5"
)

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func merged(document, patch string) string {
	return string(must(jsonpatch.MergePatch([]byte(document), []byte(patch))))
}

// thereAndBack makes a merge patch from two documents, and applies it to the first.
func thereAndBack(from, to string) string {
	return merged(from, string(must(jsonpatch.CreateMergePatch([]byte(from), []byte(to)))))
}

func tested(document, value string) string {
	patch := must(jsonpatch.DecodePatch([]byte(`[{"op":"test","path":"/limit","value":` + value + `}]`)))
	if _, err := patch.Apply([]byte(document)); err != nil {
		return err.Error()
	}
	return "equal"
}

func main() {
	build, _ := debug.ReadBuildInfo()
	for _, module := range build.Deps {
		if module.Path == "github.com/evanphx/json-patch/v5" {
			fmt.Println(module.Path, module.Version)
		}
	}
	failed := "testing value /limit failed: test failed"
	changed := false
	for _, one := range []struct{ what, seen, expected string }{
		{"merge, an object in a list", merged(`{}`, `{"roles":[{"name":"clerk","until":null}]}`), `{"roles":[{"name":"clerk"}]}`},
		{"merge, a null in a list", merged(`{}`, `{"roles":[null]}`), `{"roles":[null]}`},
		{"made and applied", thereAndBack(`{"roles":[]}`, `{"roles":[{"until":null}]}`), `{"roles":[{}]}`},
		{"test, 10 and 10", tested(`{"limit":10}`, "10"), "equal"},
		{"test, 10 and 10.0", tested(`{"limit":10}`, "10.0"), failed},
		{"test, 10 and 1e1", tested(`{"limit":10}`, "1e1"), failed},
	} {
		fmt.Printf("  %-28s %s\n", one.what, one.seen)
		changed = changed || one.seen != one.expected
	}
	if changed {
		fmt.Fprintln(os.Stderr, "this is no longer so")
		os.Exit(1)
	}
}
GO
go mod init look >/dev/null 2>&1
go get github.com/evanphx/json-patch/v5@v5.9.11 >/dev/null 2>&1
go mod tidy >/dev/null 2>&1
go run .
