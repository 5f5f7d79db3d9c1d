#!/usr/bin/env bash
# Behaviour: okta 3.4.6, Okta's own client for Python, keeps of several `Link` headers the last alone: the response's
#   `headers` are a dict, made of the pairs one after the other. Its PaginationHelper reads the next page's cursor there.
# Wrong guess: that paging goes by `rel`, so that the order of the headers means nothing (RFC 8288), as in version 2 of the
#   same client, which asks the HTTP library for all of them.
# What it means: with `self` before `next`, as Okta sends them, paging works. Where a proxy, a cache or a fake sends `next`
#   first, the walk ends after one page, without an error: lists are cut short in silence. One header with both is read.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check okta==3.4.6

cat >"$folder/look.py" <<'PY'
import asyncio, http.server, importlib.metadata, os, sys, threading

SELF = '<https://org.example/api/v1/users?limit=1>; rel="self"'
NEXT = '<https://org.example/api/v1/users?after=abc&limit=1>; rel="next"'
cases = {
    "self, next": ([SELF, NEXT], "abc"),
    "next, self": ([NEXT, SELF], None),
    "one header, next first": ([f"{NEXT}, {SELF}"], "abc"),
}
links = []


class Server(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        for link in links:
            self.send_header("Link", link)
        self.end_headers()
        self.wfile.write(b"[]")

    def log_message(self, *_):
        pass


server = http.server.HTTPServer(("127.0.0.1", 0), Server)
threading.Thread(target=server.serve_forever, daemon=True).start()
os.environ["OKTA_TESTING_TESTINGDISABLEHTTPSCHECK"] = "true"
os.environ["OKTA_CLIENT_ORGURL"] = f"http://127.0.0.1:{server.server_port}"
os.environ["OKTA_CLIENT_TOKEN"] = "00abc"

from okta.client import Client
from okta.pagination import PaginationHelper


async def look():
    changed = False
    print(f"okta {importlib.metadata.version('okta')}")
    for name, (given, expected) in cases.items():
        links[:] = given
        _, response, _ = await Client().list_users(limit=1)
        cursor = PaginationHelper.extract_next_cursor(response.headers)
        print(f"  {name.ljust(24)} cursor of the next page: {cursor}")
        changed |= cursor != expected
    return changed


sys.exit("this is no longer so" if asyncio.run(look()) else 0)
PY
"$folder/venv/bin/python" "$folder/look.py"
