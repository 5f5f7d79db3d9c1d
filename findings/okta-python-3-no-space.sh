#!/usr/bin/env bash
# Behaviour: okta 3.4.6, Okta's own client for Python, sends `Authorization: SSWS00abc`: scheme and token without a space
#   between. Its version 2 sends the space, and so do all of Okta's other clients.
# Wrong guess: that a client in wide use sends `scheme SP credentials`, as RFC 9110 has it and Okta documents it, so that
#   a proxy, a mock or a log filter may split the header at its space.
# What it means: whatever stands before Okta and reads the header (gateways that check the scheme, redaction that looks
#   for "SSWS <token>", fakes in tests) refuses or leaks the tokens of this client. Read `^SSWS *`.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check okta==3.4.6

cat >"$folder/look.py" <<'PY'
import asyncio, http.server, importlib.metadata, os, sys, threading

seen = []


class Server(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        seen.append(self.headers["Authorization"])
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
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

asyncio.run(Client().list_users())
print(f"okta {importlib.metadata.version('okta')}: Authorization: {seen[0]}")
sys.exit(0 if seen == ["SSWS00abc"] else "this is no longer so")
PY
"$folder/venv/bin/python" "$folder/look.py"
