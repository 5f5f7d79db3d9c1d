"""The stories of a user of the Python SDK, version 3."""

import asyncio
import json

from okta import models
from okta.client import Client
from okta.pagination import PaginationHelper

import bodies
from bodies import person
from story import ask, expect, of, one_time_code, refusal, sandbox_now, spend_limit, tell

client = Client()


async def new_person(name, **profile):
    return await of(client.create_user(models.CreateUserRequest.from_dict(person(name, **profile))))


async def people():
    user = await new_person("kim")
    expect(user.status, "ACTIVE")
    found = await of(client.get_user("kim@example.com"))
    expect(found.id, user.id)
    change = models.UpdateUserRequest.from_dict(bodies.NICKNAME)
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


async def groups_and_rules():
    user = await new_person("gil")
    group = await of(client.add_group(models.AddGroupRequest.from_dict(bodies.CREW)))
    await of(client.assign_user_to_group(group.id, user.id))
    expect([one.id for one in await of(client.list_group_users(group.id))], [user.id])
    body = models.CreateGroupRuleRequest.from_dict(bodies.group_rule(group.id))
    rule = await of(client.create_group_rule(body))
    await of(client.activate_group_rule(rule.id))
    other = await new_person("gus")
    expect(other.id in [one.id for one in await of(client.list_group_users(group.id))], True)
    await of(client.deactivate_group_rule(rule.id))
    await of(client.delete_group_rule(rule.id))
    await of(client.unassign_user_from_group(group.id, user.id))
    await of(client.delete_group(group.id))


async def schemas():
    schema = await of(client.update_user_profile("default", models.UserSchema.from_dict(bodies.BADGE)))
    expect("badge" in schema.definitions.custom.properties, True)
    user = await new_person("sam", badge="B-1")
    found = await of(client.get_user(user.id))
    expect(found.profile.additional_properties.get("badge"), "B-1")


async def applications():
    made = await of(client.create_application(models.BookmarkApplication.from_dict(bodies.BOOKMARK)))
    expect((made.label, made.status), ("Notes", "ACTIVE"))
    user = await new_person("ann")
    body = models.AppUserAssignRequest.from_dict({"id": user.id})
    assigned = await of(client.assign_user_to_application(made.id, body))
    expect((assigned.id, assigned.scope), (user.id, "USER"))
    expect([one.id for one in await of(client.list_application_users(made.id))], [user.id])
    web = await of(client.create_application(models.OpenIdConnectApplication.from_dict(bodies.WEB)))
    expect(len(web.credentials.oauth_client.client_id) > 0, True)
    await of(client.unassign_user_from_application(made.id, user.id))
    await of(client.deactivate_application(made.id))
    await of(client.delete_application(made.id))
    expect(await refusal(client.get_application(made.id)), (404, "E0000007"))


async def factors():
    user = await new_person("tom")
    factor = await of(client.enroll_factor(user.id, models.UserFactor.from_dict(bodies.TOTP)))
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
    group = await of(client.add_group(models.AddGroupRequest.from_dict(bodies.GUARDED)))
    body = models.PasswordPolicy.from_dict(bodies.password_policy(group.id))
    policy = await of(client.create_policy(body))
    expect(policy.settings.password.complexity.min_length, 14)
    rule = await of(client.create_policy_rule(policy.id, models.PasswordPolicyRule.from_dict(bodies.POLICY_RULE)))
    expect([one.id for one in await of(client.list_policy_rules(policy.id))], [rule.id])
    await of(client.deactivate_policy(policy.id))
    await of(client.delete_policy(policy.id))


async def authorization_servers():
    server = await of(client.create_authorization_server(models.AuthorizationServer.from_dict(bodies.SERVER)))
    await of(client.create_o_auth2_scope(server.id, models.OAuth2Scope.from_dict(bodies.SCOPE)))
    await of(client.create_o_auth2_claim(server.id, models.OAuth2Claim.from_dict(bodies.CLAIM)))
    expect("shop.read" in [one.name for one in await of(client.list_o_auth2_scopes(server.id))], True)
    await of(client.deactivate_authorization_server(server.id))
    await of(client.delete_authorization_server(server.id))


async def hooks():
    event = await of(client.create_event_hook(models.EventHook.from_dict(bodies.EVENT_HOOK)))
    expect((event.status, event.verification_status), ("ACTIVE", "UNVERIFIED"))
    inline = await of(client.create_inline_hook(models.InlineHookCreate.from_dict(bodies.INLINE_HOOK)))
    expect(inline.status, "ACTIVE")
    await of(client.deactivate_event_hook(event.id))
    await of(client.delete_event_hook(event.id))
    await of(client.deactivate_inline_hook(inline.id))
    await of(client.delete_inline_hook(inline.id))


async def logs():
    await new_person("log")
    events = await of(client.list_log_events(filter=bodies.CREATIONS, sort_order="DESCENDING", limit=5))
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
    expect(len(await of(client.list_network_zones())) > 0, True)


beginning = (people, groups_and_rules, schemas, applications, factors, policies)
asyncio.run(tell(*beginning, authorization_servers, hooks, logs, paging, refusals, limits))
