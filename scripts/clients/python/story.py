"""What the stories of both versions of the Python SDK share: telling how they ended, and a look past the client."""

import base64
import hmac
import json
import os
import struct
import traceback
import urllib.request

URL = os.environ["OKTA_CLIENT_ORGURL"]
TOKEN = os.environ["OKTA_CLIENT_TOKEN"]
PASSWORD = "Tr1cky-Kettle-9"


def ask(method, path, body=None):
    """Asks the sandbox without the SDK: for what is not the story, such as the clock."""
    data = None if body is None else json.dumps(body).encode()
    headers = {"Authorization": f"SSWS {TOKEN}", "Content-Type": "application/json"}
    request = urllib.request.Request(URL + path, data, headers, method=method)
    with urllib.request.urlopen(request) as answer:
        text = answer.read()
        return json.loads(text) if text else None


def spend_limit(path, calls):
    """Uses up the limit of a path, and moves the clock to shortly before its minute is over."""
    for _ in range(calls):
        ask("GET", path)
    ask("POST", "/_sandbox/clock", {"advance": 57_000})


def one_time_code(secret, now):
    """The code of RFC 6238 for this secret in base32. now: seconds since 1970"""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", int(now) // 30), "sha1").digest()
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at:at + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


def sandbox_now():
    """The time of the sandbox, in seconds."""
    return ask("GET", "/_sandbox/clock")["now"] / 1000


def expect(seen, wanted):
    """Fails the story where the two differ."""
    if seen != wanted:
        raise AssertionError(f"{seen!r} instead of {wanted!r}")


def person(name):
    """Somebody with a password."""
    at = f"{name}@example.com"
    return {
        "profile": {"firstName": name, "lastName": "Low", "email": at, "login": at},
        "credentials": {"password": {"value": PASSWORD}},
    }


async def tell(stories):
    """Runs the stories one after the other, and prints how each ended: `ok NAME`, `failed NAME: why`, or, where the
    client has a fault that the story goes around, `fault NAME: its name`."""
    for name, story in stories.items():
        try:
            fault = await story()
            print(f"fault {name}: {fault}" if fault else f"ok {name}", flush=True)
        except BaseException as error:  # an SDK may throw anything
            print(f"failed {name}: {type(error).__name__}: {str(error)[:600]}", flush=True)
            if os.environ.get("TRACE"):
                traceback.print_exc()
