"""The stories of a user of the Python SDK, version 2."""

import asyncio

from okta.client import Client

import bodies
from bodies import person
from story import expect, of, one_time_code, refusal, sandbox_now, spend_limit, tell

client = Client()


async def people():
    user = await of(client.create_user(person("kim")))
    expect(user.status, "ACTIVE")
    found = await of(client.get_user("kim@example.com"))
    expect(found.id, user.id)
    changed = await of(client.partial_update_user(user.id, bodies.NICKNAME))
    expect(changed.profile.nick_name, "Kimmy")
    await of(client.suspend_user(user.id))
    expect((await of(client.get_user(user.id))).status, "SUSPENDED")
    await of(client.unsuspend_user(user.id))
    temporary = await of(client.expire_password_and_get_temporary_password(user.id))
    expect(len(temporary.temp_password) > 0, True)
    await of(client.deactivate_user(user.id))
    await of(client.deactivate_or_delete_user(user.id))
    expect(await refusal(client.get_user(user.id)), (404, "E0000007"))


async def groups_and_rules():
    user = await of(client.create_user(person("gil")))
    group = await of(client.create_group(bodies.CREW))
    await of(client.add_user_to_group(group.id, user.id))
    expect([one.id for one in await of(client.list_group_users(group.id))], [user.id])
    rule = await of(client.create_group_rule(bodies.group_rule(group.id)))
    await of(client.activate_group_rule(rule.id))
    other = await of(client.create_user(person("gus")))
    expect(other.id in [one.id for one in await of(client.list_group_users(group.id))], True)
    await of(client.deactivate_group_rule(rule.id))
    await of(client.delete_group_rule(rule.id))
    await of(client.remove_user_from_group(group.id, user.id))
    await of(client.delete_group(group.id))


async def schemas():
    schema = await of(client.update_user_profile("default", bodies.BADGE))
    expect("badge" in schema.definitions.custom.properties, True)
    user = await of(client.create_user(person("sam", badge="B-1")))
    expect((await of(client.get_user(user.id))).profile.badge, "B-1")


async def applications():
    made = await of(client.create_application(bodies.BOOKMARK))
    expect((made.label, made.status), ("Notes", "ACTIVE"))
    user = await of(client.create_user(person("ann")))
    assigned = await of(client.assign_user_to_application(made.id, {"id": user.id}))
    expect((assigned.id, assigned.scope), (user.id, "USER"))
    expect([one.id for one in await of(client.list_application_users(made.id))], [user.id])
    web = await of(client.create_application(bodies.WEB))
    expect(len(web.credentials.oauth_client.client_id) > 0, True)
    await of(client.delete_application_user(made.id, user.id))
    await of(client.deactivate_application(made.id))
    await of(client.delete_application(made.id))
    expect(await refusal(client.get_application(made.id)), (404, "E0000007"))


async def factors():
    user = await of(client.create_user(person("tom")))
    factor = await of(client.enroll_factor(user.id, bodies.TOTP))
    secret = factor.embedded["activation"]["sharedSecret"]
    expect(await refusal(client.activate_factor(user.id, factor.id, {"passCode": "12"})), (403, "E0000068"))
    code = one_time_code(secret, sandbox_now())
    activated = await of(client.activate_factor(user.id, factor.id, {"passCode": code}))
    expect(activated.status, "ACTIVE")
    expect([one.id for one in await of(client.list_factors(user.id))], [factor.id])
    await of(client.delete_factor(user.id, factor.id))


async def policies():
    group = await of(client.create_group(bodies.GUARDED))
    policy = await of(client.create_policy(bodies.password_policy(group.id)))
    expect(policy.settings.password.complexity.min_length, 14)
    rule = await of(client.create_policy_rule(policy.id, bodies.POLICY_RULE))
    expect([one.id for one in await of(client.list_policy_rules(policy.id))], [rule.id])
    await of(client.deactivate_policy(policy.id))
    await of(client.delete_policy(policy.id))


async def authorization_servers():
    server = await of(client.create_authorization_server(bodies.SERVER))
    await of(client.create_o_auth_2_scope(server.id, bodies.SCOPE))
    await of(client.create_o_auth_2_claim(server.id, bodies.CLAIM))
    expect("shop.read" in [one.name for one in await of(client.list_o_auth_2_scopes(server.id))], True)
    await of(client.deactivate_authorization_server(server.id))
    await of(client.delete_authorization_server(server.id))


async def hooks():
    event = await of(client.create_event_hook(bodies.EVENT_HOOK))
    expect((event.status, event.verification_status), ("ACTIVE", "UNVERIFIED"))
    inline = await of(client.create_inline_hook(bodies.INLINE_HOOK))
    expect(inline.status, "ACTIVE")
    await of(client.deactivate_event_hook(event.id))
    await of(client.delete_event_hook(event.id))
    await of(client.deactivate_inline_hook(inline.id))
    await of(client.delete_inline_hook(inline.id))


async def logs():
    await of(client.create_user(person("log")))
    events = await of(client.get_logs({"filter": bodies.CREATIONS, "sortOrder": "DESCENDING", "limit": 5}))
    expect(events[0].target[0].alternate_id, "log@example.com")
    expect(events[0].outcome.result, "SUCCESS")


async def paging():
    for n in range(5):
        await of(client.create_user(person(f"page{n}")))
    users, response, error = await client.list_users({"limit": 2, "search": 'profile.login sw "page"'})
    if error:
        raise RuntimeError(str(error))
    seen = list(users)
    while response.has_next():
        users, error = await response.next()
        if error:
            raise RuntimeError(str(error))
        seen += users
    expect(sorted(user.profile.login for user in seen), [f"page{n}@example.com" for n in range(5)])


async def refusals():
    await of(client.create_user(person("twin")))
    expect(await refusal(client.create_user(person("twin"))), (400, "E0000001"))
    expect(await refusal(client.get_group("none")), (404, "E0000007"))
    stranger = Client({"token": "00nobody"})
    expect(await refusal(stranger.list_users()), (401, "E0000011"))


async def limits():
    spend_limit("/api/v1/zones", 100)
    expect(len(await of(client.list_network_zones())) > 0, True)


beginning = (people, groups_and_rules, schemas, applications, factors, policies)
asyncio.run(tell(*beginning, authorization_servers, hooks, logs, paging, refusals, limits))
