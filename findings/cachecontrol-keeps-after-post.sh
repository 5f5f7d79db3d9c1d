#!/usr/bin/env bash
# Behaviour: CacheControl 0.14.4 (Python) forgets what it holds of a URL when PUT, PATCH or DELETE goes there, and keeps it when POST
#   does: GET, POST, GET gives what was before the POST, until its time is over. requests-cache 1.3.3, with cache_control=True,
#   too, keeps it after all four. The second question does not leave the process. hishel 2.0.0 with rfc=True asks again.
# Wrong guess: that a cache of HTTP which obeys Cache-Control drops what one's own writing made old. RFC 9111 (4.4) says that it MUST,
#   for each unsafe method that did not fail, POST among them; and that a cache which does so for PATCH does for POST.
# What it means: APIs that change an object by POST to its own URL, as Okta's and Stripe's do, show the one who changed it the old
#   object: a program compares, and writes again, or sends the old profile back with one member changed. Add "POST" to
#   invalidating_methods in a subclass of CacheControlAdapter; with requests-cache delete the URL by hand.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check CacheControl==0.14.4 requests-cache==1.3.3 hishel==2.0.0 requests==2.34.2
cat >look.py <<'PY'
import sys, threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import version
import cachecontrol, hishel.requests, requests, requests_cache

titles = {}

class Users(BaseHTTPRequestHandler):
    """Keeps a title under each path, for a minute to whoever asks."""
    def do_GET(self):
        body = titles.get(self.path, "clerk").encode()
        self.send_response(200)
        self.send_header("Cache-Control", "max-age=60")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
    def write(self):
        titles[self.path] = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()
    do_POST = do_PUT = do_PATCH = do_DELETE = write
    def log_message(self, *_):
        pass

server = ThreadingHTTPServer(("127.0.0.1", 0), Users)
threading.Thread(target=server.serve_forever, daemon=True).start()
url = f"http://127.0.0.1:{server.server_port}"

def with_adapter(adapter):
    session = requests.Session()
    session.mount("http://", adapter)
    return session

class AfterPost(cachecontrol.CacheControlAdapter):
    invalidating_methods = {"PUT", "PATCH", "DELETE", "POST"}

sessions = {
    f"CacheControl {version('CacheControl')}": cachecontrol.CacheControl(requests.Session()),
    "  with POST added": with_adapter(AfterPost()),
    f"requests-cache {version('requests-cache')}": requests_cache.CachedSession(backend="memory", cache_control=True),
    f"hishel {version('hishel')}": with_adapter(hishel.requests.CacheAdapter(rfc=True)),
}
expected = [["POST"], [], ["POST", "PUT", "PATCH", "DELETE"], []]
seen = []
for number, (name, session) in enumerate(sessions.items()):
    old = []
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        user = f"{url}/{number}/{method}"
        first, again = session.get(user).text, session.get(user).text
        session.request(method, user, data="chief")
        after = session.get(user).text
        if after == "clerk":
            old.append(method)
        assert first == again == "clerk"
    print(f"{name}: shows what was before after {', '.join(old) or 'none'}")
    seen.append(old)
if seen != expected:
    print("this is no longer so", file=sys.stderr)
    sys.exit(1)
PY
venv/bin/python look.py
