import asyncio

from okta.client import Client


async def main():
    client = Client()  # or {"orgUrl": ..., "token": ...}
    at = "start@example.com"
    body = {
        "profile": {"firstName": "Kim", "lastName": "Low", "email": at, "login": at},
        "credentials": {"password": {"value": "Tr1cky-Kettle-9"}},
    }
    user, _, error = await client.create_user(body)
    if error:
        raise SystemExit(error)
    await client.suspend_user(user.id)


asyncio.run(main())
