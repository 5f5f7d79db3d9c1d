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


async def tell(*stories):
    """Runs the stories, functions of their names, one after the other, and prints how each ended: `ok NAME`,
    `failed NAME: why`, or, where the client has a fault that the story goes around, `fault NAME: its name`."""
    for story in stories:
        name = story.__name__.replace("_", " ")
        try:
            fault = await story()
            print(f"fault {name}: {fault}" if fault else f"ok {name}", flush=True)
        except BaseException as error:  # an SDK may throw anything
            print(f"failed {name}: {type(error).__name__}: {str(error)[:600]}", flush=True)
            if os.environ.get("TRACE"):
                traceback.print_exc()
