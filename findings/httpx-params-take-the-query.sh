#!/usr/bin/env bash
# Behaviour: httpx 0.28.1 puts `params` in place of the URL's own query, those of the client as well: with
#   `httpx.Client(params={"limit": 2})` each `client.get(next_url)` is sent as `?limit=2`, without its `after`. An empty
#   `params={}` empties the query. requests 2.34.2 and httpx 0.27.2 add to the query; params of client and request are
#   merged by httpx, too.
# Wrong guess: that `params` of a client is what each request has besides, as its headers and cookies are; that a URL which a
#   server gave is asked for as it came; that what 0.27 did 0.28 does, whose list of changes does not name this.
# What it means: a walk over a `Link` header reads its first page for ever, and ends by the server's rate limit; a search that
#   stands in the URL becomes a list of everybody, with 200. Give nothing as the client's params that a URL may have, and
#   build the URL by `httpx.URL(url).copy_merge_params(...)`. Known upstream (encode/httpx, issue 3433), closed as meant so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
pip() { "$folder/venv/bin/pip" install --quiet --disable-pip-version-check "$@"; }

cat >"$folder/look.py" <<'PY'
import http.server
import json
import re
import sys
import threading
from urllib.parse import parse_qs, urlsplit

import httpx
import requests

NAMES = ["ann", "bob", "cid", "dan", "eve"]
asked = []


class Org(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        asked.append(urlsplit(self.path).query)
        query = parse_qs(asked[-1])
        start, limit = int(query.get("after", ["0"])[0]), int(query["limit"][0]) if "limit" in query else 200
        self.send_response(200)
        if start + limit < len(NAMES):
            self.send_header("Link", f'<{base}/users?after={start + limit}>; rel="next"')
        self.end_headers()
        self.wfile.write(json.dumps(NAMES[start : start + limit]).encode())

    def log_message(self, *_):
        pass


server = http.server.HTTPServer(("127.0.0.1", 0), Org)
threading.Thread(target=server.serve_forever, daemon=True).start()
base = f"http://127.0.0.1:{server.server_port}"


def walk(get):
    """The names of all pages, of six at most."""
    names, url = [], base + "/users"
    for _ in range(6):
        answer = get(url)
        names += answer.json()
        following = re.match("<([^>]*)>", answer.headers.get("link", ""))
        if not following:
            break
        url = following[1]
    return " ".join(names)


session = requests.Session()
session.params = {"limit": 2}
client = httpx.Client(params={"limit": 2}, trust_env=False)
plain = httpx.Client(trust_env=False)


def empty():
    asked.clear()
    plain.get(base + "/users?after=2", params={})
    return asked[-1]


seen = [walk(session.get), walk(client.get), empty()]
expected = {
    "0.27.2": [" ".join(NAMES), " ".join(NAMES), "after=2"],
    "0.28.1": [" ".join(NAMES), " ".join(["ann bob"] * 6), ""],
}[httpx.__version__]
print("requests", requests.__version__, "httpx", httpx.__version__)
for what, one in zip(["requests, six pages at most", "httpx, six pages at most", "?after=2 with params={}"], seen):
    print(f"  {what:28} {one!r}")
sys.exit("this is no longer so" if seen != expected else 0)
PY
for version in 0.27.2 0.28.1; do
  pip "httpx==$version" requests==2.34.2
  "$folder/venv/bin/python" "$folder/look.py"
done
