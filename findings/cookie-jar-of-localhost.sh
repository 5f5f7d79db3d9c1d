#!/usr/bin/env bash
# Behaviour: a cookie that is put into a session of requests 2.34.2 or a client of httpx 0.28.1 for the domain `localhost` never
#   leaves: their jar (Python's http.cookiejar) takes a host without a dot for `localhost.local`, and compares. For
#   `127.0.0.1`, `org.example` or `localhost.local` it is sent; so is one that a server on localhost sets, which the jar then
#   shows under `localhost.local`: asked for by `domain="localhost"` it is not there.
# Wrong guess: that the domain of a cookie is the host that one asks, since `set(name, value, domain=...)` and `get(name,
#   domain=...)` take it without a word, and it works for each host with a dot.
# What it means: tests and scripts that bring a session to a server on localhost are "not signed in", while the same code is
#   right against the real host; a logout that looks for its cookie by domain finds none, and the person stays signed in.
#   Use 127.0.0.1, give the domain as `localhost.local`, or leave the domain out.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check requests==2.34.2 httpx==0.28.1

cat >"$folder/look.py" <<'PY'
import http.server
import sys
import threading

import httpx
import requests


class Site(http.server.BaseHTTPRequestHandler):
    """Says which cookies came, and sets one at /login."""

    def do_GET(self):
        self.send_response(200)
        if self.path == "/login":
            self.send_header("Set-Cookie", "sid=server; Path=/")
        self.end_headers()
        self.wfile.write((self.headers.get("Cookie") or "none").encode())

    def log_message(self, *_):
        pass


server = http.server.HTTPServer(("127.0.0.1", 0), Site)
threading.Thread(target=server.serve_forever, daemon=True).start()


def url(host, path="/"):
    return f"http://{host}:{server.server_port}{path}"


def new(library):
    return httpx.Client(trust_env=False) if library is httpx else requests.Session()


def given(library, host, domain):
    client = new(library)
    client.cookies.set("sid", "mine", domain=domain)
    return client.get(url(host)).text


def by_server(library):
    client = new(library)
    client.get(url("localhost", "/login"))
    sent = client.get(url("localhost")).text
    return f"{sent}, found by domain: {client.cookies.get('sid', domain='localhost')}"


cases = [
    ("for localhost, sent to localhost", lambda library: given(library, "localhost", "localhost"), "none"),
    ("for localhost.local, sent to localhost", lambda library: given(library, "localhost", "localhost.local"), "sid=mine"),
    ("for 127.0.0.1, sent to 127.0.0.1", lambda library: given(library, "127.0.0.1", "127.0.0.1"), "sid=mine"),
    ("for no domain, sent to localhost", lambda library: given(library, "localhost", ""), "sid=mine"),
    ("set by the server on localhost", by_server, "sid=server, found by domain: None"),
]
print("requests", requests.__version__, "httpx", httpx.__version__)
changed = False
for name, ask, expected in cases:
    seen = [ask(requests), ask(httpx)]
    print(f"  {name:40} requests: {seen[0]}; httpx: {seen[1]}")
    changed |= seen != [expected, expected]
sys.exit("this is no longer so" if changed else 0)
PY
"$folder/venv/bin/python" "$folder/look.py"
