#!/usr/bin/env bash
# Behaviour: in a session of requests 2.34.2 (by urllib3 2.8.0) with `HTTPAdapter(max_retries=2)`, an answer of 413, 429 or 503 with
#   a Retry-After makes it wait that long and ask again, DELETE and PUT, too: three DELETEs reach the server. `timeout`
#   does not bound the wait. POST, 500, and the same three without Retry-After are not repeated. The last answer is
#   returned as if it were the first.
# Wrong guess: what the documentation of the parameter says: that it is for failed look-ups of names, connections and timeouts of
#   those, and "never" for requests whose data has reached the server; that a call with `timeout=1` takes a second or so.
# What it means: a server in maintenance that says "in an hour" holds a worker for hours, silently; a limiter of one's own, which
#   looks at each 429, sees one of three; and of a DELETE that was carried out before the gateway said 503, one sees the 404 of
#   the second. For what the words promise, give `Retry(total=2, status=0, respect_retry_after_header=False)`.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check requests==2.34.2 urllib3==2.8.0

cat >"$folder/look.py" <<'PY'
import http.server, sys, threading, time

import requests, urllib3
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

asked = []


class Server(http.server.BaseHTTPRequestHandler):
    def answer(self):
        asked.append(self.command)
        self.send_response(int(self.path[1:4]))
        if "wait" in self.path:
            self.send_header("Retry-After", "1")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_POST = do_PUT = do_DELETE = answer

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server)
threading.Thread(target=server.serve_forever, daemon=True).start()
as_said = Retry(total=2, status=0, respect_retry_after_header=False)
# What is asked, with which retries, and how often the server hears it.
cases = [
    ("GET", "429?wait", 2, 3),
    ("DELETE", "503?wait", 2, 3),
    ("PUT", "413?wait", 2, 3),
    ("POST", "503?wait", 2, 1),
    ("DELETE", "503", 2, 1),
    ("DELETE", "500?wait", 2, 1),
    ("DELETE", "503?wait", as_said, 1),
]
print(f"requests {requests.__version__}, urllib3 {urllib3.__version__}")
changed = False
for method, path, retries, expected in cases:
    session = requests.Session()
    session.mount("http://", HTTPAdapter(max_retries=retries))
    asked.clear()
    began = time.monotonic()
    status = session.request(method, f"http://127.0.0.1:{server.server_port}/{path}", timeout=0.5).status_code
    took = time.monotonic() - began
    print(f"  {method} {path}, max_retries={retries}: {status}, asked {len(asked)} times, {took:.0f} s with timeout=0.5")
    changed |= len(asked) != expected or (expected == 3) != (took > 1.5)
sys.exit("this is no longer so" if changed else 0)
PY
"$folder/venv/bin/python" "$folder/look.py"
