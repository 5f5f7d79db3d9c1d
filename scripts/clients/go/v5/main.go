// The stories of a user of the Go SDK, version 5.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"os"
	"sort"

	"github.com/okta/okta-sdk-golang/v5/okta"

	. "mockta.example/stories/story"
)

var (
	ctx    = context.Background()
	client = connect()
)

// connect goes around a fault of the client, which forgets the port of OKTA_CLIENT_ORGURL.
func connect(how ...okta.ConfigSetter) *okta.APIClient {
	config, err := okta.NewConfiguration(append(how, okta.WithCache(false))...)
	Must(err)
	org, err := url.Parse(os.Getenv("OKTA_CLIENT_ORGURL"))
	Must(err)
	config.Host = org.Host
	return okta.NewAPIClient(config)
}

// refusal is status and code that a call was refused with.
func refusal(response *okta.APIResponse, err error) string {
	var refused *okta.GenericOpenAPIError
	if !errors.As(err, &refused) {
		panic(fmt.Sprintf("not refused, but %v", err))
	}
	code := From[struct{ ErrorCode string }](string(refused.Body())).ErrorCode
	return fmt.Sprint(response.StatusCode, " ", code)
}

func newPerson(name string) *okta.User {
	user, _, err := client.UserAPI.CreateUser(ctx).Body(From[okta.CreateUserRequest](Person(name))).Execute()
	Must(err)
	return user
}

func newGroup(name string) *okta.Group {
	body := From[okta.Group](fmt.Sprintf(`{"profile": {"name": %q}}`, name))
	group, _, err := client.GroupAPI.CreateGroup(ctx).Group(body).Execute()
	Must(err)
	return group
}

func people() string {
	api := client.UserAPI
	user := newPerson("kim")
	Expect(user.GetStatus(), "ACTIVE")
	found, _, err := api.GetUser(ctx, "kim@example.com").Execute()
	Must(err)
	Expect(found.GetId(), user.GetId())
	change := From[okta.UpdateUserRequest](`{"profile": {"nickName": "Kimmy"}}`)
	changed, _, err := api.UpdateUser(ctx, user.GetId()).User(change).Execute()
	Must(err)
	Expect(changed.Profile.GetNickName(), "Kimmy")
	_, err = api.SuspendUser(ctx, user.GetId()).Execute()
	Must(err)
	_, err = api.UnsuspendUser(ctx, user.GetId()).Execute()
	Must(err)
	temporary, _, err := api.ExpirePasswordAndGetTemporaryPassword(ctx, user.GetId()).Execute()
	Must(err)
	Expect(temporary.GetTempPassword() != "", true)
	_, err = api.DeactivateUser(ctx, user.GetId()).Execute()
	Must(err)
	_, err = api.DeleteUser(ctx, user.GetId()).Execute()
	Must(err)
	_, response, err := api.GetUser(ctx, user.GetId()).Execute()
	Expect(refusal(response, err), "404 E0000007")
	return ""
}

func members(group string) []string {
	users, _, err := client.GroupAPI.ListGroupUsers(ctx, group).Execute()
	Must(err)
	ids := []string{}
	for _, user := range users {
		ids = append(ids, user.GetId())
	}
	return ids
}

func groups() string {
	api := client.GroupAPI
	user, group := newPerson("gil").GetId(), newGroup("Crew").GetId()
	_, err := api.AssignUserToGroup(ctx, group, user).Execute()
	Must(err)
	Expect(members(group), []string{user})
	rule, _, err := api.CreateGroupRule(ctx).GroupRule(From[okta.GroupRule](fmt.Sprintf(`{
		"type": "group_rule", "name": "Low",
		"conditions": {"expression": {"type": "urn:okta:expression:1.0", "value": "user.lastName == \"Low\""}},
		"actions": {"assignUserToGroups": {"groupIds": [%q]}}
	}`, group))).Execute()
	Must(err)
	_, err = api.ActivateGroupRule(ctx, rule.GetId()).Execute()
	Must(err)
	newPerson("gus")
	Expect(len(members(group)) > 1, true)
	_, err = api.DeactivateGroupRule(ctx, rule.GetId()).Execute()
	Must(err)
	_, err = api.DeleteGroupRule(ctx, rule.GetId()).Execute()
	Must(err)
	_, err = api.UnassignUserFromGroup(ctx, group, user).Execute()
	Must(err)
	_, err = api.DeleteGroup(ctx, group).Execute()
	Must(err)
	return ""
}

func schemas() string {
	change := From[okta.UserSchema](`{
		"definitions": {"custom": {"id": "#custom", "type": "object", "properties": {"badge": {
			"title": "Badge", "type": "string", "permissions": [{"principal": "SELF", "action": "READ_ONLY"}]
		}}}}
	}`)
	schema, _, err := client.SchemaAPI.UpdateUserProfile(ctx, "default").UserSchema(change).Execute()
	Must(err)
	badge := (*schema.Definitions.Custom.Properties)["badge"]
	Expect(badge.GetTitle(), "Badge")
	user := newPerson("sam")
	worn := From[okta.UpdateUserRequest](`{"profile": {"badge": "B-1"}}`)
	changed, _, err := client.UserAPI.UpdateUser(ctx, user.GetId()).User(worn).Execute()
	Must(err)
	Expect(changed.Profile.AdditionalProperties["badge"], "B-1")
	return ""
}

func applications() string {
	api := client.ApplicationAPI
	bookmark := From[okta.BookmarkApplication](`{
		"name": "bookmark", "label": "Notes", "signOnMode": "BOOKMARK",
		"settings": {"app": {"url": "https://app.example", "requestIntegration": false}}
	}`)
	wanted := okta.ListApplications200ResponseInner{BookmarkApplication: &bookmark}
	made, _, err := api.CreateApplication(ctx).Application(wanted).Execute()
	Must(err)
	id := made.BookmarkApplication.GetId()
	user := newPerson("ann").GetId()
	give := okta.AppUserAssignRequest{Id: user}
	assigned, _, err := client.ApplicationUsersAPI.AssignUserToApplication(ctx, id).AppUser(give).Execute()
	Must(err)
	Expect(assigned.GetScope(), "USER")
	users, _, err := client.ApplicationUsersAPI.ListApplicationUsers(ctx, id).Execute()
	Must(err)
	Expect(len(users), 1)
	web := From[okta.OpenIdConnectApplication](`{
		"name": "oidc_client", "label": "Web", "signOnMode": "OPENID_CONNECT",
		"credentials": {"oauthClient": {"token_endpoint_auth_method": "client_secret_basic"}},
		"settings": {"oauthClient": {
			"redirect_uris": ["https://app.example/in"], "response_types": ["code"],
			"grant_types": ["authorization_code"], "application_type": "web"
		}}
	}`)
	wanted = okta.ListApplications200ResponseInner{OpenIdConnectApplication: &web}
	oidc, _, err := api.CreateApplication(ctx).Application(wanted).Execute()
	Must(err)
	Expect(oidc.OpenIdConnectApplication.Credentials.OauthClient.GetClientId() != "", true)
	_, err = client.ApplicationUsersAPI.UnassignUserFromApplication(ctx, id, user).Execute()
	Must(err)
	_, err = api.DeactivateApplication(ctx, id).Execute()
	Must(err)
	_, err = api.DeleteApplication(ctx, id).Execute()
	Must(err)
	_, response, err := api.GetApplication(ctx, id).Execute()
	Expect(refusal(response, err), "404 E0000007")
	return ""
}

func factors() string {
	api, user := client.UserFactorAPI, newPerson("tom").GetId()
	wanted := From[okta.UserFactorTOTP](`{"factorType": "token:software:totp", "provider": "GOOGLE"}`)
	body := okta.ListFactors200ResponseInner{UserFactorTOTP: &wanted}
	enrolled, _, err := api.EnrollFactor(ctx, user).Body(body).Execute()
	Must(err)
	factor := enrolled.UserFactorTOTP
	embedded, err := json.Marshal(factor.Embedded)
	Must(err)
	secret := From[struct{ Activation struct{ SharedSecret string } }](string(embedded)).Activation.SharedSecret
	activate := func(code string) (*okta.APIResponse, error) {
		body := map[string]any{"passCode": code}
		_, response, err := api.ActivateFactor(ctx, user, factor.GetId()).Body(body).Execute()
		return response, err
	}
	Expect(refusal(activate("12")), "403 E0000068")
	_, err = activate(OneTimeCode(secret))
	Must(err)
	listed, _, err := api.ListFactors(ctx, user).Execute()
	Must(err)
	Expect(len(listed), 1)
	_, err = api.UnenrollFactor(ctx, user, factor.GetId()).Execute()
	Must(err)
	return ""
}

func policies() string {
	api, group := client.PolicyAPI, newGroup("Guarded").GetId()
	policy := From[okta.PasswordPolicy](fmt.Sprintf(`{
		"type": "PASSWORD", "name": "Long passwords", "conditions": {"people": {"groups": {"include": [%q]}}},
		"settings": {"password": {"complexity": {"minLength": 14}}}
	}`, group))
	wanted := okta.ListPolicies200ResponseInner{PasswordPolicy: &policy}
	created, _, err := api.CreatePolicy(ctx).Policy(wanted).Execute()
	Must(err)
	made := created.PasswordPolicy
	Expect(made.Settings.Password.Complexity.GetMinLength(), 14)
	rule := From[okta.PasswordPolicyRule](`{
		"type": "PASSWORD", "name": "Everybody", "actions": {"passwordChange": {"access": "ALLOW"}},
		"conditions": {"network": {"connection": "ANYWHERE"}}
	}`)
	asked := okta.ListPolicyRules200ResponseInner{PasswordPolicyRule: &rule}
	kept, _, err := api.CreatePolicyRule(ctx, made.GetId()).PolicyRule(asked).Execute()
	Must(err)
	listed, _, err := api.ListPolicyRules(ctx, made.GetId()).Execute()
	Must(err)
	Expect(listed[0].PasswordPolicyRule.GetId(), kept.PasswordPolicyRule.GetId())
	_, err = api.DeactivatePolicy(ctx, made.GetId()).Execute()
	Must(err)
	_, err = api.DeletePolicy(ctx, made.GetId()).Execute()
	Must(err)
	return ""
}

func authorizationServers() string {
	api := client.AuthorizationServerAPI
	server := From[okta.AuthorizationServer](`{"name": "Shop", "audiences": ["api://shop"], "description": "-"}`)
	made, _, err := api.CreateAuthorizationServer(ctx).AuthorizationServer(server).Execute()
	Must(err)
	id := made.GetId()
	scope := From[okta.OAuth2Scope](`{"name": "shop.read", "consent": "IMPLICIT"}`)
	_, _, err = client.AuthorizationServerScopesAPI.CreateOAuth2Scope(ctx, id).OAuth2Scope(scope).Execute()
	Must(err)
	claim := From[okta.OAuth2Claim](`{
		"name": "shop", "status": "ACTIVE", "claimType": "RESOURCE", "valueType": "EXPRESSION", "value": "user.login"
	}`)
	_, _, err = client.AuthorizationServerClaimsAPI.CreateOAuth2Claim(ctx, id).OAuth2Claim(claim).Execute()
	Must(err)
	scopes, _, err := client.AuthorizationServerScopesAPI.ListOAuth2Scopes(ctx, id).Execute()
	Must(err)
	names := map[string]bool{}
	for _, scope := range scopes {
		names[scope.GetName()] = true
	}
	Expect(names["shop.read"], true)
	_, err = api.DeactivateAuthorizationServer(ctx, id).Execute()
	Must(err)
	_, err = api.DeleteAuthorizationServer(ctx, id).Execute()
	Must(err)
	return ""
}

func hooks() string {
	event, _, err := client.EventHookAPI.CreateEventHook(ctx).EventHook(From[okta.EventHook](`{
		"name": "Watch", "events": {"type": "EVENT_TYPE", "items": ["user.lifecycle.create"]},
		"channel": {"type": "HTTP", "version": "1.0.0", "config": {"uri": "https://hooks.example/in"}}
	}`)).Execute()
	Must(err)
	Expect(event.GetVerificationStatus(), "UNVERIFIED")
	inline, _, err := client.InlineHookAPI.CreateInlineHook(ctx).InlineHook(From[okta.InlineHook](`{
		"name": "Tokens", "type": "com.okta.oauth2.tokens.transform", "version": "1.0.0",
		"channel": {"type": "HTTP", "version": "1.0.0", "config": {"uri": "https://hooks.example/tokens", "method": "POST"}}
	}`)).Execute()
	Must(err)
	Expect(inline.GetStatus(), "ACTIVE")
	_, _, err = client.EventHookAPI.DeactivateEventHook(ctx, event.GetId()).Execute()
	Must(err)
	_, err = client.EventHookAPI.DeleteEventHook(ctx, event.GetId()).Execute()
	Must(err)
	_, _, err = client.InlineHookAPI.DeactivateInlineHook(ctx, inline.GetId()).Execute()
	Must(err)
	_, err = client.InlineHookAPI.DeleteInlineHook(ctx, inline.GetId()).Execute()
	Must(err)
	return ""
}

func logs() string {
	newPerson("log")
	call := client.SystemLogAPI.ListLogEvents(ctx).Filter(`eventType eq "user.lifecycle.create"`)
	events, _, err := call.SortOrder("DESCENDING").Limit(5).Execute()
	Must(err)
	Expect(events[0].Target[0].GetAlternateId(), "log@example.com")
	return ""
}

func paging() string {
	for n := range 5 {
		newPerson(fmt.Sprint("page", n))
	}
	users, response, err := client.UserAPI.ListUsers(ctx).Limit(2).Search(`profile.login sw "page"`).Execute()
	Must(err)
	for response.HasNextPage() {
		var next []okta.User
		response, err = response.Next(&next)
		Must(err)
		users = append(users, next...)
	}
	logins := []string{}
	for _, user := range users {
		logins = append(logins, user.Profile.GetLogin())
	}
	sort.Strings(logins)
	Expect(logins, "[page0@example.com page1@example.com page2@example.com page3@example.com page4@example.com]")
	return ""
}

func refusals() string {
	newPerson("twin")
	_, response, err := client.UserAPI.CreateUser(ctx).Body(From[okta.CreateUserRequest](Person("twin"))).Execute()
	Expect(refusal(response, err), "400 E0000001")
	_, response, err = client.GroupAPI.GetGroup(ctx, "none").Execute()
	Expect(refusal(response, err), "404 E0000007")
	_, response, err = connect(okta.WithToken("00nobody")).UserAPI.ListUsers(ctx).Execute()
	Expect(refusal(response, err), "401 E0000011")
	return ""
}

func limits() string {
	SpendLimit("/api/v1/zones", 100)
	// It retries as often as it is told, which is never by default, and waits no longer than it is told.
	_, _, err := client.NetworkZoneAPI.ListNetworkZones(ctx).Execute()
	Expect(err, "too many requests")
	patient := connect(okta.WithRateLimitMaxRetries(2), okta.WithRateLimitMaxBackOff(30))
	zones, _, err := patient.NetworkZoneAPI.ListNetworkZones(ctx).Execute()
	Must(err)
	Expect(len(zones) > 0, true)
	return "go5-no-retries"
}

func main() {
	Tell([]One{
		{"people", people}, {"groups and rules", groups}, {"schemas", schemas}, {"applications", applications},
		{"factors", factors}, {"policies", policies}, {"authorization servers", authorizationServers}, {"hooks", hooks},
		{"logs", logs}, {"paging", paging}, {"refusals", refusals}, {"limits", limits},
	})
}
