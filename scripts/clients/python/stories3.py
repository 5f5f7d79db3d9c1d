"""The stories of a user of the Python SDK, version 3."""

import asyncio
import json

from okta import models
from okta.client import Client
from okta.pagination import PaginationHelper

from story import ask, expect, one_time_code, person, sandbox_now, spend_limit, tell

client = Client()


async def of(call):
    """What a call gives; its error is raised. Every call answers with a result, the response and an error."""
    *results, error = await call
    if error:
        raise RuntimeError(f"refused: {error}")
    return results[0] if len(results) > 1 else None


async def refusal(call):
    """Status and code that a call is refused with."""
    error = (await call)[-1]
    return (error.status, error.error_code) if error else None


async def new_person(name):
    return await of(client.create_user(models.CreateUserRequest.from_dict(person(name))))


async def people():
    user = await new_person("kim")
    expect(user.status, "ACTIVE")
    found = await of(client.get_user("kim@example.com"))
    expect(found.id, user.id)
    change = models.UpdateUserRequest.from_dict({"profile": {"nickName": "Kimmy"}})
    expect((await of(client.update_user(user.id, change))).profile.nick_name, "Kimmy")
    await of(client.suspend_user(user.id))
    expect((await of(client.get_user(user.id))).status, "SUSPENDED")
    await of(client.unsuspend_user(user.id))
    _, response, _ = await client.expire_password_with_temp_password(user.id)
    # The client makes a user without an id of the answer; the password is in what came over the wire.
    expect(list(json.loads(response.raw_data)), ["tempPassword"])
    await of(client.deactivate_user(user.id))
    await of(client.delete_user(user.id))
    expect(await refusal(client.get_user(user.id)), (404, "E0000007"))


async def groups():
    user = await new_person("gil")
    group = await of(client.add_group(models.AddGroupRequest.from_dict({"profile": {"name": "Crew"}})))
    await of(client.assign_user_to_group(group.id, user.id))
    expect([one.id for one in await of(client.list_group_users(group.id))], [user.id])
    rule = models.CreateGroupRuleRequest.from_dict(
        {
            "type": "group_rule",
            "name": "Low",
            "conditions": {"expression": {"type": "urn:okta:expression:1.0", "value": 'user.lastName == "Low"'}},
            "actions": {"assignUserToGroups": {"groupIds": [group.id]}},
        }
    )
    made = await of(client.create_group_rule(rule))
    await of(client.activate_group_rule(made.id))
    other = await new_person("gus")
    expect(other.id in [one.id for one in await of(client.list_group_users(group.id))], True)
    await of(client.deactivate_group_rule(made.id))
    await of(client.delete_group_rule(made.id))
    await of(client.unassign_user_from_group(group.id, user.id))
    await of(client.delete_group(group.id))


async def schemas():
    badge = {"title": "Badge", "type": "string", "permissions": [{"principal": "SELF", "action": "READ_ONLY"}]}
    change = {"definitions": {"custom": {"id": "#custom", "type": "object", "properties": {"badge": badge}}}}
    schema = await of(client.update_user_profile("default", models.UserSchema.from_dict(change)))
    expect("badge" in schema.definitions.custom.properties, True)
    given = person("sam")
    given["profile"]["badge"] = "B-1"
    user = await of(client.create_user(models.CreateUserRequest.from_dict(given)))
    found = await of(client.get_user(user.id))
    expect(found.profile.additional_properties.get("badge"), "B-1")


async def applications():
    app = models.BookmarkApplication.from_dict(
        {
            "name": "bookmark",
            "label": "Notes",
            "signOnMode": "BOOKMARK",
            "settings": {"app": {"url": "https://app.example", "requestIntegration": False}},
        }
    )
    made = await of(client.create_application(app))
    expect((made.label, made.status), ("Notes", "ACTIVE"))
    user = await new_person("ann")
    assigned = await of(client.assign_user_to_application(made.id, models.AppUserAssignRequest.from_dict({"id": user.id})))
    expect((assigned.id, assigned.scope), (user.id, "USER"))
    expect([one.id for one in await of(client.list_application_users(made.id))], [user.id])
    oidc = models.OpenIdConnectApplication.from_dict(
        {
            "name": "oidc_client",
            "label": "Web",
            "signOnMode": "OPENID_CONNECT",
            "credentials": {"oauthClient": {"token_endpoint_auth_method": "client_secret_basic"}},
            "settings": {
                "oauthClient": {
                    "redirect_uris": ["https://app.example/in"],
                    "response_types": ["code"],
                    "grant_types": ["authorization_code"],
                    "application_type": "web",
                }
            },
        }
    )
    web = await of(client.create_application(oidc))
    expect(len(web.credentials.oauth_client.client_id) > 0, True)
    await of(client.unassign_user_from_application(made.id, user.id))
    await of(client.deactivate_application(made.id))
    await of(client.delete_application(made.id))
    expect(await refusal(client.get_application(made.id)), (404, "E0000007"))


async def factors():
    user = await new_person("tom")
    body = models.UserFactor.from_dict({"factorType": "token:software:totp", "provider": "GOOGLE"})
    factor = await of(client.enroll_factor(user.id, body))
    secret = factor.embedded["activation"]["sharedSecret"]
    code = {"passCode": one_time_code(secret, sandbox_now())}
    right = models.UserFactorActivateRequest.from_dict(code)
    # The model has no member for the code, which never leaves: the smallest request is this one.
    lost = await refusal(client.activate_factor(user.id, factor.id, right))
    expect(lost, (400, "E0000001"))
    ask("POST", f"/api/v1/users/{user.id}/factors/{factor.id}/lifecycle/activate", code)
    expect([one.id for one in await of(client.list_factors(user.id))], [factor.id])
    await of(client.unenroll_factor(user.id, factor.id))
    return "py3-pass-code"


async def policies():
    group = await of(client.add_group(models.AddGroupRequest.from_dict({"profile": {"name": "Guarded"}})))
    policy = models.PasswordPolicy.from_dict(
        {
            "type": "PASSWORD",
            "name": "Long passwords",
            "conditions": {"people": {"groups": {"include": [group.id]}}},
            "settings": {"password": {"complexity": {"minLength": 14}}},
        }
    )
    made = await of(client.create_policy(policy))
    expect(made.settings.password.complexity.min_length, 14)
    rule = models.PasswordPolicyRule.from_dict(
        {
            "type": "PASSWORD",
            "name": "Everybody",
            "actions": {"passwordChange": {"access": "ALLOW"}},
            "conditions": {"network": {"connection": "ANYWHERE"}},
        }
    )
    kept = await of(client.create_policy_rule(made.id, rule))
    expect([one.id for one in await of(client.list_policy_rules(made.id))], [kept.id])
    await of(client.deactivate_policy(made.id))
    await of(client.delete_policy(made.id))


async def authorization_servers():
    server = models.AuthorizationServer.from_dict({"name": "Shop", "audiences": ["api://shop"], "description": "-"})
    made = await of(client.create_authorization_server(server))
    scope = models.OAuth2Scope.from_dict({"name": "shop.read", "consent": "IMPLICIT"})
    await of(client.create_o_auth2_scope(made.id, scope))
    claim = models.OAuth2Claim.from_dict(
        {"name": "shop", "status": "ACTIVE", "claimType": "RESOURCE", "valueType": "EXPRESSION", "value": "user.login"}
    )
    await of(client.create_o_auth2_claim(made.id, claim))
    expect("shop.read" in [one.name for one in await of(client.list_o_auth2_scopes(made.id))], True)
    await of(client.deactivate_authorization_server(made.id))
    await of(client.delete_authorization_server(made.id))


async def hooks():
    event = models.EventHook.from_dict(
        {
            "name": "Watch",
            "events": {"type": "EVENT_TYPE", "items": ["user.lifecycle.create"]},
            "channel": {"type": "HTTP", "version": "1.0.0", "config": {"uri": "https://hooks.example/in"}},
        }
    )
    made = await of(client.create_event_hook(event))
    expect((made.status, made.verification_status), ("ACTIVE", "UNVERIFIED"))
    inline = models.InlineHookCreate.from_dict(
        {
            "name": "Tokens",
            "type": "com.okta.oauth2.tokens.transform",
            "version": "1.0.0",
            "channel": {
                "type": "HTTP",
                "version": "1.0.0",
                "config": {"uri": "https://hooks.example/tokens", "method": "POST"},
            },
        }
    )
    kept = await of(client.create_inline_hook(inline))
    expect(kept.status, "ACTIVE")
    await of(client.deactivate_event_hook(made.id))
    await of(client.delete_event_hook(made.id))
    await of(client.deactivate_inline_hook(kept.id))
    await of(client.delete_inline_hook(kept.id))


async def logs():
    await new_person("log")
    events = await of(client.list_log_events(filter='eventType eq "user.lifecycle.create"', sort_order="DESCENDING", limit=5))
    expect(events[0].target[0].alternate_id, "log@example.com")
    expect(events[0].outcome.result, "SUCCESS")


async def paging():
    for n in range(5):
        await new_person(f"page{n}")
    seen = []
    after = None
    while True:
        users, response, error = await client.list_users(limit=2, after=after, search='profile.login sw "page"')
        if error:
            raise RuntimeError(str(error))
        seen += [user.profile.login for user in users]
        after = PaginationHelper.extract_next_cursor(response.headers)
        if after is None:
            break
    expect(sorted(seen), [f"page{n}@example.com" for n in range(5)])


async def refusals():
    await new_person("twin")
    twin = models.CreateUserRequest.from_dict(person("twin"))
    expect(await refusal(client.create_user(twin)), (400, "E0000001"))
    expect(await refusal(client.get_group("none")), (404, "E0000007"))
    stranger = Client({"token": "00nobody"})
    expect(await refusal(stranger.list_users()), (401, "E0000011"))


async def limits():
    spend_limit("/api/v1/zones", 100)
    zones = await of(client.list_network_zones())
    expect(len(zones) > 0, True)


asyncio.run(
    tell(
        {
            "people": people,
            "groups and rules": groups,
            "schemas": schemas,
            "applications": applications,
            "factors": factors,
            "policies": policies,
            "authorization servers": authorization_servers,
            "hooks": hooks,
            "logs": logs,
            "paging": paging,
            "refusals": refusals,
            "limits": limits,
        }
    )
)
