#!/usr/bin/env bash
# Behaviour: `response.links` of requests 2.34.2 and of httpx 0.28.1 cuts each link at its semicolons, those inside the URL
#   and inside quotes among them, and gives up at the first part that has not exactly one `=`. A URL with a `;` ends there:
#   of `?q=a;b&after=1` the next page is `?q=a`, the first page again; of `?after=1&q=a;b` there is no next page, nor is
#   there beside a title with a `;` or a `=`. `rel="next last"` is found under "next last" alone.
# Wrong guess: that the two great clients read what RFC 8288 writes, since paging is what their documentation shows
#   `links` for. `;` may stand in a query (RFC 3986), titles are quoted for a reason, and a `rel` may have several values.
# What it means: a walk of `while 'next' in response.links` never ends, or ends after the first page as if it were the
#   last. Servers repeat the caller's search, so a semicolon in a name is enough. Read `<([^>]*)>` and what follows it
#   with a pattern of your own. Known upstream (psf/requests, pull request 5464, of 2020) and open.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check requests==2.34.2 httpx==0.28.1

cat >"$folder/look.py" <<'PY'
import http.server, sys, threading

import httpx, requests

PAGE = "https://org.example/users"
# The header, and the URL under "next".
cases = {
    f'<{PAGE}?q=a%3Bb&after=1>; rel="next"': f"{PAGE}?q=a%3Bb&after=1",
    f'<{PAGE}?q=a;b&after=1>; rel="next"': f"{PAGE}?q=a",
    f'<{PAGE}?after=1&q=a;b>; rel="next"': None,
    f'<{PAGE}?after=1>; title="people; groups"; rel="next"': None,
    f'<{PAGE}?after=1>; title="a=b"; rel="next"': None,
    f'<{PAGE}?after=1>; rel="next last"': None,
}
header = ""


class Server(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Link", header)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


server = http.server.HTTPServer(("127.0.0.1", 0), Server)
threading.Thread(target=server.serve_forever, daemon=True).start()
url = f"http://127.0.0.1:{server.server_port}/"
changed = False
print(f"requests {requests.__version__}, httpx {httpx.__version__}")
for header, expected in cases.items():
    print(header)
    for client in (requests, httpx):
        found = client.get(url).links.get("next", {}).get("url")
        print(f"  {client.__name__.ljust(8)} next: {found}")
        changed |= found != expected
sys.exit("this is no longer so" if changed else 0)
PY
"$folder/venv/bin/python" "$folder/look.py"
