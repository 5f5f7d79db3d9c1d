#!/usr/bin/env bash
# Behaviour: resty 2.17.2 (Go), told to try again, sends a body that is an io.Reader the first time alone: the second request
#   is an empty POST, and of a file that was given by SetFileReader the part is there, with its name and no byte. The call
#   ends with the second answer, 200. SetRetryResetReaders(true) helps the file, not the body. go-retryablehttp 0.7.8
#   sends both again. Told how often alone (SetRetryCount), resty does not try again at 429 or 503 at all.
# Wrong guess: that a client which repeats a request repeats it, or says that it can't, as net/http does for redirects
#   (GetBody); a strings.Reader, bytes.Reader and an open file can all be rewound.
# What it means: a logo, a certificate, an import of people by CSV that meets the rate limit once is stored empty, or answered
#   with an error about its form, and logs show one upload that was good. Give bodies as []byte or string, files by SetFile,
#   or SetRetryResetReaders(true) for what SetFileReader is given. Known upstream (go-resty/resty, issues 334 and 770).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >main.go <<'GO'
package main

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"runtime/debug"
	"strings"
	"time"

	"github.com/go-resty/resty/v2"
	"github.com/hashicorp/go-retryablehttp"
)

// came has what each request had: its body, or the content of its file.
var came []string

// upload answers the first request with 429, and those after it with 200.
func upload(w http.ResponseWriter, r *http.Request) {
	if file, header, err := r.FormFile("file"); err == nil {
		content, _ := io.ReadAll(file)
		came = append(came, fmt.Sprintf("%s %q", header.Filename, content))
	} else {
		content, _ := io.ReadAll(r.Body)
		came = append(came, fmt.Sprintf("%q", content))
	}
	if len(came) == 1 {
		w.Header().Set("Retry-After", "0")
		w.WriteHeader(http.StatusTooManyRequests)
	}
}

func main() {
	build, _ := debug.ReadBuildInfo()
	for _, module := range build.Deps {
		if strings.Contains(module.Path, "resty") || strings.Contains(module.Path, "retryablehttp") {
			fmt.Println(module.Path, module.Version)
		}
	}
	server := httptest.NewServer(http.HandlerFunc(upload))
	defer server.Close()
	busy := func(response *resty.Response, _ error) bool { return response.StatusCode() == http.StatusTooManyRequests }
	client := func() *resty.Client { return resty.New().SetRetryCount(2).SetRetryWaitTime(time.Millisecond) }
	post := func(request *resty.Request) int {
		response, err := request.Post(server.URL)
		if err != nil {
			panic(err)
		}
		return response.StatusCode()
	}
	text := func() io.Reader { return strings.NewReader("ann,bob") }
	cases := []struct {
		name     string
		post     func() int
		expected string
	}{
		{"a string", func() int { return post(client().AddRetryCondition(busy).R().SetBody("ann,bob")) },
			`200 ["ann,bob" "ann,bob"]`},
		{"a reader", func() int { return post(client().AddRetryCondition(busy).R().SetBody(text())) }, `200 ["ann,bob" ""]`},
		{"a reader, readers reset", func() int {
			return post(client().AddRetryCondition(busy).SetRetryResetReaders(true).R().SetBody(text()))
		}, `200 ["ann,bob" ""]`},
		{"a file", func() int { return post(client().AddRetryCondition(busy).R().SetFileReader("file", "a.csv", text())) },
			`200 [a.csv "ann,bob" a.csv ""]`},
		{"a file, readers reset", func() int {
			return post(client().AddRetryCondition(busy).SetRetryResetReaders(true).R().SetFileReader("file", "a.csv", text()))
		}, `200 [a.csv "ann,bob" a.csv "ann,bob"]`},
		{"a string, no condition", func() int { return post(client().R().SetBody("ann,bob")) }, `429 ["ann,bob"]`},
		{"a reader, retryablehttp", func() int {
			other := retryablehttp.NewClient()
			other.Logger = nil
			response, err := other.Post(server.URL, "text/csv", text())
			if err != nil {
				panic(err)
			}
			return response.StatusCode
		}, `200 ["ann,bob" "ann,bob"]`},
	}
	changed := false
	for _, one := range cases {
		came = nil
		seen := fmt.Sprint(one.post(), " ", came)
		fmt.Printf("  %-24s %s\n", one.name, seen)
		changed = changed || seen != one.expected
	}
	if changed {
		fmt.Fprintln(os.Stderr, "this is no longer so")
		os.Exit(1)
	}
}
GO
go mod init look >/dev/null 2>&1
go get github.com/go-resty/resty/v2@v2.17.2 github.com/hashicorp/go-retryablehttp@v0.7.8 >/dev/null 2>&1
go mod tidy >/dev/null 2>&1
go run .
