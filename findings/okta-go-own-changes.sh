#!/usr/bin/env bash
# Behaviour: okta-sdk-golang 2.20.0 keeps every answer to a GET for five minutes, by default, and forgets it only when the very
#   same URL is written to. GetUser, DeactivateUser, GetUser gives a user who is ACTIVE; a group's list that was read before
#   AddUserToGroup lacks the user afterwards. The second question does not leave the process. 5.0.2 does the same where
#   WithCache(true) is given (its README says that this is the default, which it is not).
# Wrong guess: that a client knows of what went through itself. Operations of a lifecycle and of membership have URLs of their
#   own, below that of what they change.
# What it means: "deactivate, wait until DEPROVISIONED, delete" waits five minutes, a check after a change fails or, worse,
#   passes, and the org's log has no request to look at. Give WithCache(false); RefreshNext() asks anew once.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >main.go <<'GO'
package main

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"runtime/debug"
	"strings"

	two "github.com/okta/okta-sdk-golang/v2/okta"
	five "github.com/okta/okta-sdk-golang/v5/okta"
)

// org is a user and a group with two operations that change them, and counts what it was asked.
func org() (*httptest.Server, *[]string) {
	status, members, asked := "ACTIVE", "", []string{}
	user := func() string {
		return fmt.Sprintf(`{"id":"u1","status":%q,"profile":{"login":"ann@example.com"}}`, status)
	}
	return httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, r.Method)
		w.Header().Set("Content-Type", "application/json")
		switch r.Method + " " + r.URL.Path {
		case "GET /api/v1/users/u1":
			fmt.Fprint(w, user())
		case "POST /api/v1/users/u1/lifecycle/deactivate":
			status = "DEPROVISIONED"
			fmt.Fprint(w, "{}")
		case "GET /api/v1/groups/g1/users":
			fmt.Fprintf(w, "[%s]", members)
		case "PUT /api/v1/groups/g1/users/u1":
			members = user()
			w.WriteHeader(204)
		}
	})), &asked
}

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func versionTwo(url string, more ...two.ConfigSetter) (string, string, int, int) {
	how := append(more, two.WithOrgUrl(url), two.WithToken("x"), two.WithTestingDisableHttpsCheck(true))
	ctx, client, err := two.NewClient(context.Background(), how...)
	must(client, err)
	status := func() string {
		user, _, err := client.User.GetUser(ctx, "u1")
		return must(user, err).Status
	}
	count := func() int {
		users, _, err := client.Group.ListGroupUsers(ctx, "g1", nil)
		return len(must(users, err))
	}
	first, none := status(), count()
	must(client.User.DeactivateUser(ctx, "u1", nil))
	must(client.Group.AddUserToGroup(ctx, "g1", "u1"))
	return first, status(), none, count()
}

func versionFive(url string, more ...five.ConfigSetter) (string, string, int, int) {
	how := append(more, five.WithOrgUrl(url), five.WithToken("x"), five.WithTestingDisableHttpsCheck(true))
	config := must(five.NewConfiguration(how...))
	config.Host = strings.TrimPrefix(url, "http://") // it drops the port
	client, ctx := five.NewAPIClient(config), context.Background()
	status := func() string {
		user, _, err := client.UserAPI.GetUser(ctx, "u1").Execute()
		return must(user, err).GetStatus()
	}
	count := func() int {
		users, _, err := client.GroupAPI.ListGroupUsers(ctx, "g1").Execute()
		return len(must(users, err))
	}
	first, none := status(), count()
	must(client.UserAPI.DeactivateUser(ctx, "u1").Execute())
	must(client.GroupAPI.AssignUserToGroup(ctx, "g1", "u1").Execute())
	return first, status(), none, count()
}

func main() {
	build, _ := debug.ReadBuildInfo()
	for _, module := range build.Deps {
		if strings.HasPrefix(module.Path, "github.com/okta/") {
			fmt.Println(module.Path, module.Version)
		}
	}
	runs := []struct {
		name     string
		run      func(url string) (string, string, int, int)
		expected string
	}{
		{"v2, by default", func(url string) (string, string, int, int) { return versionTwo(url) },
			"ACTIVE, deactivated, ACTIVE; 0 members, one added, 0 members; requests: GET GET POST PUT"},
		{"v2, no cache", func(url string) (string, string, int, int) { return versionTwo(url, two.WithCache(false)) },
			"ACTIVE, deactivated, DEPROVISIONED; 0 members, one added, 1 members; requests: GET GET POST PUT GET GET"},
		{"v5, by default", func(url string) (string, string, int, int) { return versionFive(url) },
			"ACTIVE, deactivated, DEPROVISIONED; 0 members, one added, 1 members; requests: GET GET POST PUT GET GET"},
		{"v5, with cache", func(url string) (string, string, int, int) { return versionFive(url, five.WithCache(true)) },
			"ACTIVE, deactivated, ACTIVE; 0 members, one added, 0 members; requests: GET GET POST PUT"},
	}
	changed := false
	for _, one := range runs {
		server, asked := org()
		before, after, none, some := one.run(server.URL)
		seen := fmt.Sprintf("%s, deactivated, %s; %d members, one added, %d members; requests: %s", before, after, none, some,
			strings.Join(*asked, " "))
		fmt.Printf("  %-15s %s\n", one.name, seen)
		changed = changed || seen != one.expected
		server.Close()
	}
	if changed {
		fmt.Fprintln(os.Stderr, "this is no longer so")
		os.Exit(1)
	}
}
GO
go mod init look >/dev/null 2>&1
go get github.com/okta/okta-sdk-golang/v2/okta@v2.20.0 github.com/okta/okta-sdk-golang/v5/okta@v5.0.2 >/dev/null 2>&1
go run .
