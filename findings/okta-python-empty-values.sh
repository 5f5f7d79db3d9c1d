#!/usr/bin/env bash
# Behaviour: okta 2.9.13 and okta 3.4.6, Okta's own client for Python, take out of each body what is None, "", [] or {},
#   at every depth, of plain dictionaries and of models alike, and what becomes empty by that. A partial update that sets
#   one member of a profile to None leaves without a body.
# Wrong guess: that a dictionary leaves as it was given, and that a model's None, which version 3 shows in `to_dict()`,
#   leaves as null; or that at least "" and [] do, which are values and not the lack of one.
# What it means: nothing can be emptied. The org answers 200 and keeps nickname, description, lists of excluded users or
#   proxies as they were. To clear a member of a profile, replace the whole profile without it; what has no such
#   operation is emptied past this client.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

cat >"$folder/look.py" <<'PY'
import asyncio, http.server, importlib.metadata, json, os, sys, threading

sent = []


class Server(http.server.BaseHTTPRequestHandler):
    def do_PUT(self):
        sent.append(self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode())
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(b'{"type":"IP","name":"Rooms"}' if "/zones/" in self.path else b'{"profile":{}}')

    do_POST = do_PUT

    def log_message(self, *_):
        pass


server = http.server.HTTPServer(("127.0.0.1", 0), Server)
threading.Thread(target=server.serve_forever, daemon=True).start()
os.environ["OKTA_TESTING_TESTINGDISABLEHTTPSCHECK"] = "true"
os.environ["OKTA_CLIENT_ORGURL"] = f"http://127.0.0.1:{server.server_port}"
os.environ["OKTA_CLIENT_TOKEN"] = "00abc"

from okta import models
from okta.client import Client

client = Client()
version = importlib.metadata.version("okta")
one = {"profile": {"nickName": None}}
some = {"profile": {"nickName": "", "title": None, "city": "Bergen"}}
zone = {"type": "IP", "name": "Rooms", "gateways": [{"type": "CIDR", "value": "192.0.2.0/24"}], "proxies": []}


def calls():
    """A call, and what a reader of it expects to leave."""
    if version.startswith("2."):
        yield lambda: client.partial_update_user("1", one), one
        yield lambda: client.partial_update_user("1", some), some
        yield lambda: client.update_network_zone("1", zone), zone
    else:
        yield lambda: client.update_user("1", models.UpdateUserRequest.from_dict(one)), one
        yield lambda: client.update_user("1", models.UpdateUserRequest.from_dict(some)), some
        yield lambda: client.replace_network_zone("1", models.IPNetworkZone.from_dict(zone)), zone


async def look():
    left = [{}, {"profile": {"city": "Bergen"}}, {name: value for name, value in zone.items() if value != []}]
    changed = False
    print(f"okta {version}")
    for (call, given), expected in zip(calls(), left):
        sent.clear()
        await call()
        print(f"  {json.dumps(given)}\n    leaves as {sent}")
        changed |= len(sent) != 1 or json.loads(sent[0] or "{}") != expected
    return changed


sys.exit("this is no longer so" if asyncio.run(look()) else 0)
PY
for version in 2.9.13 3.4.6; do
  python3 -m venv "$folder/$version"
  "$folder/$version/bin/pip" install --quiet --disable-pip-version-check "okta==$version"
  "$folder/$version/bin/python" "$folder/look.py"
done
