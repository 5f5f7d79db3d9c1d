#!/usr/bin/env bash
# Behaviour: okta-sdk-golang 5.0.2 does not try again at 429 unless it is told how often and how long to wait at most, and
#   hides the answer: the call ends with the error "too many requests", which has neither status nor body. Told how
#   often but not how long, it tries again at once, whatever X-Rate-Limit-Reset says. Version 2 of the same client waits
#   for the reset, twice, by default.
# Wrong guess: that a new major of a client keeps waiting as the one before; that a limit of nothing means no limit.
# What it means: programs that were moved from version 2 fail at the first 429, and a higher count of retries alone burns
#   them within milliseconds. Give WithRateLimitMaxRetries and WithRateLimitMaxBackOff (seconds), both.
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
	"time"

	"github.com/okta/okta-sdk-golang/v5/okta"
)

func main() {
	calls := 0
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		calls++
		w.Header().Set("X-Rate-Limit-Reset", fmt.Sprint(time.Now().Unix()+2))
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(429)
		fmt.Fprint(w, `{"errorCode":"E0000047"}`)
	}))
	defer server.Close()
	cases := []struct {
		name   string
		how    []okta.ConfigSetter
		calls  int
		waited bool
	}{
		{"by default", nil, 1, false},
		{"two retries", []okta.ConfigSetter{okta.WithRateLimitMaxRetries(2)}, 3, false},
		{"one retry, 30 s at most", []okta.ConfigSetter{okta.WithRateLimitMaxRetries(1), okta.WithRateLimitMaxBackOff(30)}, 2, true},
	}
	changed := false
	fmt.Println("okta-sdk-golang", os.Args[1], "at 429, two seconds before the reset")
	for _, one := range cases {
		calls = 0
		config, err := okta.NewConfiguration(append(one.how, okta.WithOrgUrl(server.URL), okta.WithToken("x"),
			okta.WithCache(false), okta.WithTestingDisableHttpsCheck(true))...)
		if err != nil {
			panic(err)
		}
		config.Host = server.Listener.Addr().String()
		begun := time.Now()
		_, response, err := okta.NewAPIClient(config).UserAPI.ListUsers(context.Background()).Execute()
		waited := time.Since(begun) > time.Second
		var refused *okta.GenericOpenAPIError
		status := 0
		if response != nil && response.Response != nil {
			status = response.StatusCode
		}
		fmt.Printf("  %-24s %d calls, waited: %v, error %q (an API error: %v), status %d\n", one.name, calls, waited, err,
			errors.As(err, &refused), status)
		changed = changed || calls != one.calls || waited != one.waited || err == nil || err.Error() != "too many requests"
	}
	if changed {
		fmt.Fprintln(os.Stderr, "this is no longer so")
		os.Exit(1)
	}
}
GO
go mod init look >/dev/null 2>&1
go get github.com/okta/okta-sdk-golang/v5/okta@v5.0.2 >/dev/null 2>&1
go run . "$(go list -m -f '{{.Version}}' github.com/okta/okta-sdk-golang/v5)"
