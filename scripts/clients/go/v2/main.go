// The stories of a user of the Go SDK, version 2.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"sort"

	"github.com/okta/okta-sdk-golang/v2/okta"
	"github.com/okta/okta-sdk-golang/v2/okta/query"

	. "mockta.example/stories/story"
)

var ctx, client = connect()

func connect() (context.Context, *okta.Client) {
	ctx, client, err := okta.NewClient(context.Background(), okta.WithCache(false))
	Must(err)
	return ctx, client
}

// refusal is status and code that a call was refused with.
func refusal(response *okta.Response, err error) string {
	var refused *okta.Error
	if !errors.As(err, &refused) {
		panic(fmt.Sprintf("not refused, but %v", err))
	}
	return fmt.Sprint(response.StatusCode, " ", refused.ErrorCode)
}

func newPerson(name string) *okta.User {
	user, _, err := client.User.CreateUser(ctx, From[okta.CreateUserRequest](Person(name)), nil)
	Must(err)
	return user
}

func newGroup(name string) *okta.Group {
	group, _, err := client.Group.CreateGroup(ctx, From[okta.Group](fmt.Sprintf(`{"profile": {"name": %q}}`, name)))
	Must(err)
	return group
}

func people() string {
	user := newPerson("kim")
	Expect(user.Status, "ACTIVE")
	found, _, err := client.User.GetUser(ctx, "kim@example.com")
	Must(err)
	Expect(found.Id, user.Id)
	change := From[okta.User](`{"profile": {"nickName": "Kimmy"}}`)
	changed, _, err := client.User.PartialUpdateUser(ctx, user.Id, change, nil)
	Must(err)
	Expect((*changed.Profile)["nickName"], "Kimmy")
	_, err = client.User.SuspendUser(ctx, user.Id)
	Must(err)
	_, err = client.User.UnsuspendUser(ctx, user.Id)
	Must(err)
	temporary, _, err := client.User.ExpirePasswordAndGetTemporaryPassword(ctx, user.Id)
	Must(err)
	Expect(temporary.TempPassword != "", true)
	_, err = client.User.DeactivateUser(ctx, user.Id, nil)
	Must(err)
	_, err = client.User.DeactivateOrDeleteUser(ctx, user.Id, nil)
	Must(err)
	_, response, err := client.User.GetUser(ctx, user.Id)
	Expect(refusal(response, err), "404 E0000007")
	return ""
}

func members(group string) []string {
	users, _, err := client.Group.ListGroupUsers(ctx, group, nil)
	Must(err)
	ids := []string{}
	for _, user := range users {
		ids = append(ids, user.Id)
	}
	return ids
}

func groups() string {
	user, group := newPerson("gil"), newGroup("Crew")
	_, err := client.Group.AddUserToGroup(ctx, group.Id, user.Id)
	Must(err)
	Expect(members(group.Id), []string{user.Id})
	rule, _, err := client.Group.CreateGroupRule(ctx, From[okta.GroupRule](fmt.Sprintf(`{
		"type": "group_rule", "name": "Low",
		"conditions": {"expression": {"type": "urn:okta:expression:1.0", "value": "user.lastName == \"Low\""}},
		"actions": {"assignUserToGroups": {"groupIds": [%q]}}
	}`, group.Id)))
	Must(err)
	_, err = client.Group.ActivateGroupRule(ctx, rule.Id)
	Must(err)
	newPerson("gus")
	Expect(len(members(group.Id)) > 1, true)
	_, err = client.Group.DeactivateGroupRule(ctx, rule.Id)
	Must(err)
	_, err = client.Group.DeleteGroupRule(ctx, rule.Id, nil)
	Must(err)
	_, err = client.Group.RemoveUserFromGroup(ctx, group.Id, user.Id)
	Must(err)
	_, err = client.Group.DeleteGroup(ctx, group.Id)
	Must(err)
	return ""
}

func schemas() string {
	schema, _, err := client.UserSchema.UpdateUserProfile(ctx, "default", From[okta.UserSchema](`{
		"definitions": {"custom": {"id": "#custom", "type": "object", "properties": {"badge": {
			"title": "Badge", "type": "string", "permissions": [{"principal": "SELF", "action": "READ_ONLY"}]
		}}}}
	}`))
	Must(err)
	Expect(schema.Definitions.Custom.Properties["badge"].Title, "Badge")
	user := newPerson("sam")
	changed, _, err := client.User.PartialUpdateUser(ctx, user.Id, From[okta.User](`{"profile": {"badge": "B-1"}}`), nil)
	Must(err)
	Expect((*changed.Profile)["badge"], "B-1")
	return ""
}

func applications() string {
	bookmark := okta.NewBookmarkApplication()
	Must(json.Unmarshal([]byte(`{
		"label": "Notes", "settings": {"app": {"url": "https://app.example", "requestIntegration": false}}
	}`), bookmark))
	made, _, err := client.Application.CreateApplication(ctx, bookmark, nil)
	Must(err)
	id := made.(*okta.BookmarkApplication).Id
	user := newPerson("ann")
	assigned, _, err := client.Application.AssignUserToApplication(ctx, id, okta.AppUser{Id: user.Id})
	Must(err)
	Expect(assigned.Scope, "USER")
	users, _, err := client.Application.ListApplicationUsers(ctx, id, nil)
	Must(err)
	Expect(len(users), 1)
	web := okta.NewOpenIdConnectApplication()
	Must(json.Unmarshal([]byte(`{
		"label": "Web",
		"credentials": {"oauthClient": {"token_endpoint_auth_method": "client_secret_basic"}},
		"settings": {"oauthClient": {
			"redirect_uris": ["https://app.example/in"], "response_types": ["code"],
			"grant_types": ["authorization_code"], "application_type": "web"
		}}
	}`), web))
	oidc, _, err := client.Application.CreateApplication(ctx, web, nil)
	Must(err)
	Expect(oidc.(*okta.OpenIdConnectApplication).Credentials.OauthClient.ClientId != "", true)
	_, err = client.Application.DeleteApplicationUser(ctx, id, user.Id, nil)
	Must(err)
	_, err = client.Application.DeactivateApplication(ctx, id)
	Must(err)
	_, err = client.Application.DeleteApplication(ctx, id)
	Must(err)
	_, response, err := client.Application.GetApplication(ctx, id, okta.NewBookmarkApplication(), nil)
	Expect(refusal(response, err), "404 E0000007")
	return ""
}

func factors() string {
	user := newPerson("tom")
	wanted := okta.NewTotpUserFactor()
	wanted.Provider = "GOOGLE"
	enrolled, _, err := client.UserFactor.EnrollFactor(ctx, user.Id, wanted, nil)
	Must(err)
	factor := enrolled.(*okta.TotpUserFactor)
	embedded, err := json.Marshal(factor.Embedded)
	Must(err)
	activation := From[struct{ Activation struct{ SharedSecret string } }](string(embedded)).Activation
	activate := func(code string) (*okta.Response, error) {
		body := okta.ActivateFactorRequest{PassCode: code}
		_, response, err := client.UserFactor.ActivateFactor(ctx, user.Id, factor.Id, body, okta.NewTotpUserFactor())
		return response, err
	}
	Expect(refusal(activate("12")), "403 E0000068")
	_, err = activate(OneTimeCode(activation.SharedSecret))
	Must(err)
	listed, _, err := client.UserFactor.ListFactors(ctx, user.Id)
	Must(err)
	Expect(len(listed), 1)
	_, err = client.UserFactor.DeleteFactor(ctx, user.Id, factor.Id)
	Must(err)
	return ""
}

func policies() string {
	group := newGroup("Guarded")
	policy := okta.NewPasswordPolicy()
	Must(json.Unmarshal([]byte(fmt.Sprintf(`{
		"name": "Long passwords", "conditions": {"people": {"groups": {"include": [%q]}}},
		"settings": {"password": {"complexity": {"minLength": 14}}}
	}`, group.Id)), policy))
	created, _, err := client.Policy.CreatePolicy(ctx, policy, nil)
	Must(err)
	made := created.(*okta.PasswordPolicy)
	Expect(made.Settings.Password.Complexity.MinLength, 14)
	rule := From[okta.PolicyRule](`{"type": "PASSWORD", "name": "Everybody"}`)
	kept, _, err := client.Policy.CreatePolicyRule(ctx, made.Id, rule)
	Must(err)
	listed, _, err := client.Policy.ListPolicyRules(ctx, made.Id)
	Must(err)
	Expect(listed[0].Id, kept.Id)
	_, err = client.Policy.DeactivatePolicy(ctx, made.Id)
	Must(err)
	_, err = client.Policy.DeletePolicy(ctx, made.Id)
	Must(err)
	return ""
}

func authorizationServers() string {
	api := client.AuthorizationServer
	server := okta.AuthorizationServer{Name: "Shop", Audiences: []string{"api://shop"}, Description: "-"}
	made, _, err := api.CreateAuthorizationServer(ctx, server)
	Must(err)
	_, _, err = api.CreateOAuth2Scope(ctx, made.Id, okta.OAuth2Scope{Name: "shop.read", Consent: "IMPLICIT"})
	Must(err)
	_, _, err = api.CreateOAuth2Claim(ctx, made.Id, okta.OAuth2Claim{
		Name: "shop", Status: "ACTIVE", ClaimType: "RESOURCE", ValueType: "EXPRESSION", Value: "user.login",
	})
	Must(err)
	scopes, _, err := api.ListOAuth2Scopes(ctx, made.Id, nil)
	Must(err)
	names := map[string]bool{}
	for _, scope := range scopes {
		names[scope.Name] = true
	}
	Expect(names["shop.read"], true)
	_, err = api.DeactivateAuthorizationServer(ctx, made.Id)
	Must(err)
	_, err = api.DeleteAuthorizationServer(ctx, made.Id)
	Must(err)
	return ""
}

func hooks() string {
	event, _, err := client.EventHook.CreateEventHook(ctx, From[okta.EventHook](`{
		"name": "Watch", "events": {"type": "EVENT_TYPE", "items": ["user.lifecycle.create"]},
		"channel": {"type": "HTTP", "version": "1.0.0", "config": {"uri": "https://hooks.example/in"}}
	}`))
	Must(err)
	Expect(event.VerificationStatus, "UNVERIFIED")
	inline, _, err := client.InlineHook.CreateInlineHook(ctx, From[okta.InlineHook](`{
		"name": "Tokens", "type": "com.okta.oauth2.tokens.transform", "version": "1.0.0",
		"channel": {"type": "HTTP", "version": "1.0.0", "config": {"uri": "https://hooks.example/tokens", "method": "POST"}}
	}`))
	Must(err)
	Expect(inline.Status, "ACTIVE")
	_, _, err = client.EventHook.DeactivateEventHook(ctx, event.Id)
	Must(err)
	_, err = client.EventHook.DeleteEventHook(ctx, event.Id)
	Must(err)
	_, _, err = client.InlineHook.DeactivateInlineHook(ctx, inline.Id)
	Must(err)
	_, err = client.InlineHook.DeleteInlineHook(ctx, inline.Id)
	Must(err)
	return ""
}

func logs() string {
	newPerson("log")
	filter := query.NewQueryParams(query.WithFilter(`eventType eq "user.lifecycle.create"`),
		query.WithSortOrder("DESCENDING"), query.WithLimit(5))
	events, _, err := client.LogEvent.GetLogs(ctx, filter)
	Must(err)
	Expect(events[0].Target[0].AlternateId, "log@example.com")
	return ""
}

func paging() string {
	for n := range 5 {
		newPerson(fmt.Sprint("page", n))
	}
	first := query.NewQueryParams(query.WithLimit(2), query.WithSearch(`profile.login sw "page"`))
	users, response, err := client.User.ListUsers(ctx, first)
	Must(err)
	for response.HasNextPage() {
		var next []*okta.User
		response, err = response.Next(ctx, &next)
		Must(err)
		users = append(users, next...)
	}
	logins := []string{}
	for _, user := range users {
		logins = append(logins, (*user.Profile)["login"].(string))
	}
	sort.Strings(logins)
	Expect(logins, "[page0@example.com page1@example.com page2@example.com page3@example.com page4@example.com]")
	return ""
}

func refusals() string {
	newPerson("twin")
	_, response, err := client.User.CreateUser(ctx, From[okta.CreateUserRequest](Person("twin")), nil)
	Expect(refusal(response, err), "400 E0000001")
	_, response, err = client.Group.GetGroup(ctx, "none")
	Expect(refusal(response, err), "404 E0000007")
	_, stranger, err := okta.NewClient(context.Background(), okta.WithToken("00nobody"), okta.WithCache(false))
	Must(err)
	_, response, err = stranger.User.ListUsers(ctx, nil)
	Expect(refusal(response, err), "401 E0000011")
	return ""
}

func limits() string {
	SpendLimit("/api/v1/zones", 100)
	zones, _, err := client.NetworkZone.ListNetworkZones(ctx, nil)
	Must(err)
	Expect(len(zones) > 0, true)
	return ""
}

func main() {
	Tell([]One{
		{"people", people}, {"groups and rules", groups}, {"schemas", schemas}, {"applications", applications},
		{"factors", factors}, {"policies", policies}, {"authorization servers", authorizationServers}, {"hooks", hooks},
		{"logs", logs}, {"paging", paging}, {"refusals", refusals}, {"limits", limits},
	})
}
