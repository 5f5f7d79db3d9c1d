#!/usr/bin/env bash
# Behaviour: okta-sdk-golang 5.0.2 drops the port of the org's URL: with `https://localhost:4010` it asks localhost:443.
#   It keeps the host's name alone (`purl.Hostname()`). Version 2 of the same client keeps the port.
# Wrong guess: that a URL which is given as the base of all requests is that base. What fails names no port
#   ("dial tcp 127.0.0.1:443: connection refused"), and reads as if the server were down.
# What it means: no proxy, tunnel or local server on a port of its own is reached by configuration. Set `config.Host` to
#   host and port after NewConfiguration, or listen on 443.
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
	"os"

	"github.com/okta/okta-sdk-golang/v5/okta"
)

type look struct{ asked []string }

func (l *look) RoundTrip(request *http.Request) (*http.Response, error) {
	l.asked = append(l.asked, request.URL.Host)
	return nil, errors.New("seen")
}

func main() {
	seen := &look{}
	config, err := okta.NewConfiguration(okta.WithOrgUrl("https://localhost:4010"), okta.WithToken("x"),
		okta.WithCache(false), okta.WithHttpClientPtr(&http.Client{Transport: seen}))
	if err != nil {
		panic(err)
	}
	for _, host := range []string{"", "localhost:4010"} {
		if host != "" {
			config.Host = host
		}
		_, _, _ = okta.NewAPIClient(config).UserAPI.ListUsers(context.Background()).Execute()
	}
	fmt.Println("okta-sdk-golang", os.Args[1], "given https://localhost:4010 asks", seen.asked[0]+", with config.Host set", seen.asked[1])
	if fmt.Sprint(seen.asked) != "[localhost localhost:4010]" {
		fmt.Fprintln(os.Stderr, "this is no longer so")
		os.Exit(1)
	}
}
GO
go mod init look >/dev/null 2>&1
go get github.com/okta/okta-sdk-golang/v5/okta@v5.0.2 >/dev/null 2>&1
go run . "$(go list -m -f '{{.Version}}' github.com/okta/okta-sdk-golang/v5)"
