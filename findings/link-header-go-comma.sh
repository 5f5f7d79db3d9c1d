#!/usr/bin/env bash
# Behaviour: github.com/peterhellberg/link v1.2.0 takes commas out of the URLs that it reads from a Link header: the next
#   page of `?fields=id,name` is asked for as `?fields=idname`. github.com/tomnomnom/linkheader (e5fe3b51442e) finds no
#   link at all in such a header. Neither reports anything.
# Wrong guess: that what stands between `<` and `>` is the URL, which may hold commas (RFC 3986, RFC 8288), and that a
#   reader which fails says so.
# What it means: with the one, the second page answers another question than the first; with the other, the walk ends
#   after the first page as if it were the last. Commas come from the caller, since servers repeat the query as it was
#   asked. Encode them as %2C when asking, or cut the header with a reader that knows `<...>`.
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

	"github.com/peterhellberg/link"
	"github.com/tomnomnom/linkheader"
)

const page = "https://org.example/api/v1/users?limit=2&"

func main() {
	build, _ := debug.ReadBuildInfo()
	for _, module := range build.Deps {
		fmt.Println(module.Path, module.Version)
	}
	cases := []struct{ query, hellberg, nomnom string }{
		{"fields=id%2Cname&after=2", page + "fields=id%2Cname&after=2", page + "fields=id%2Cname&after=2"},
		{"fields=id,name&after=2", page + "fields=idname&after=2", "none"},
	}
	changed := false
	for _, one := range cases {
		header := fmt.Sprintf(`<%s%s>; rel="next"`, page, one.query)
		hellberg, nomnom := "none", "none"
		if next := link.Parse(header)["next"]; next != nil {
			hellberg = next.URI
		}
		for _, next := range linkheader.Parse(header).FilterByRel("next") {
			nomnom = next.URL
		}
		fmt.Printf("%s\n  link:       %s\n  linkheader: %s\n", header, hellberg, nomnom)
		changed = changed || hellberg != one.hellberg || nomnom != one.nomnom
	}
	if changed {
		fmt.Fprintln(os.Stderr, "this is no longer so")
		os.Exit(1)
	}
}
GO
go mod init look >/dev/null 2>&1
go get github.com/peterhellberg/link@v1.2.0 \
  github.com/tomnomnom/linkheader@v0.0.0-20250811210735-e5fe3b51442e >/dev/null 2>&1
go run .
