#!/usr/bin/env bash
# Behaviour: golang.org/x/oauth2 v0.38.0, told nothing of AuthStyle, sends every token request that fails a second time at
#   once, with the secret in the body in place of Basic, whatever the failure was. The error that it returns is that of
#   the second try. So a used code (invalid_grant) at a server that takes Basic alone is reported as invalid_client, and
#   a 503 sends the code twice; if the second try succeeds, all later ones go with the secret in the body.
# Wrong guess: that "auto-detect" tries the other way when the client is refused (401, invalid_client), and that an error is
#   the server's answer to the request one made.
# What it means: people change secrets that were right, while the code had been used or the clock was off; a server that
#   takes a code's second use for theft (RFC 6749, 4.1.2) revokes the tokens of the first; and one bad second moves the
#   secret from the header into bodies, which logs keep, until the process ends. Set AuthStyleInHeader.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >main.go <<'GO'
package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"runtime/debug"
	"strings"

	"golang.org/x/oauth2"
)

// A server of tokens: what it answers to a good client is up to the case.
func serve(basicOnly bool, answer func(asked int) (int, string), said *[]string) *httptest.Server {
	return httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _, basic := r.BasicAuth()
		way := "Basic"
		if !basic {
			way = "body"
		}
		*said = append(*said, r.FormValue("code")+" by "+way)
		status, body := answer(len(*said))
		if basicOnly && !basic {
			status, body = 401, `{"error":"invalid_client"}`
		}
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(status)
		_, _ = w.Write([]byte(body))
	}))
}

func exchange(config *oauth2.Config, code string) string {
	_, err := config.Exchange(context.Background(), code)
	var refused *oauth2.RetrieveError
	if errors.As(err, &refused) {
		return refused.ErrorCode
	}
	return fmt.Sprint(err)
}

func main() {
	build, _ := debug.ReadBuildInfo()
	for _, module := range build.Deps {
		fmt.Println(module.Path, module.Version)
	}
	used := func(int) (int, string) { return 400, `{"error":"invalid_grant"}` }
	first503 := func(asked int) (int, string) {
		if asked == 1 {
			return 503, "{}"
		}
		return 200, `{"access_token":"a","token_type":"Bearer"}`
	}
	cases := []struct {
		what      string
		basicOnly bool
		answer    func(int) (int, string)
		style     oauth2.AuthStyle
		expected  string
	}{
		{"a used code, Basic alone", true, used, oauth2.AuthStyleAutoDetect,
			"one by Basic, one by body: invalid_client; two by Basic, two by body: invalid_client"},
		{"the same, AuthStyleInHeader", true, used, oauth2.AuthStyleInHeader,
			"one by Basic: invalid_grant; two by Basic: invalid_grant"},
		{"503 once, either way", false, first503, oauth2.AuthStyleAutoDetect,
			"one by Basic, one by body: <nil>; two by body: <nil>"},
	}
	changed := false
	for _, one := range cases {
		var said []string
		server := serve(one.basicOnly, one.answer, &said)
		endpoint := oauth2.Endpoint{TokenURL: server.URL, AuthStyle: one.style}
		config := &oauth2.Config{ClientID: "app", ClientSecret: "secret", Endpoint: endpoint}
		var seen []string
		for _, code := range []string{"one", "two"} {
			before := len(said)
			outcome := exchange(config, code)
			seen = append(seen, strings.Join(said[before:], ", ")+": "+outcome)
		}
		server.Close()
		line := strings.Join(seen, "; ")
		fmt.Printf("  %-28s %s\n", one.what, line)
		changed = changed || line != one.expected
	}
	if changed {
		fmt.Fprintln(os.Stderr, "this is no longer so")
		os.Exit(1)
	}
}
GO
go mod init look >/dev/null 2>&1
go get golang.org/x/oauth2@v0.38.0 >/dev/null 2>&1
go run .
