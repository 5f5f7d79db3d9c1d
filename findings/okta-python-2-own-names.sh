#!/usr/bin/env bash
# Behaviour: okta 2.9.13, Okta's own client for Python, turns the names in answers into camel case, and its models read
#   those: `redirect_uris` as `redirectUris`. A model that is made of the API's own body drops such members without a word,
#   and the `profile` of an application, whose names are the user's, goes back under other ones: `cost_center` as
#   `costCenter`, beside which the org has no `cost_center` any more.
# Wrong guess: that a model takes what the reference shows as the body, as it does for members without an underscore; that
#   an application which is read, given another label and put back is the same one with another label.
# What it means: hand this client dictionaries, not models, and build the body of a change from `response.get_body()`, which
#   keeps the API's names.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check okta==2.9.13

cat >"$folder/look.py" <<'PY'
import asyncio, http.server, importlib.metadata, json, os, sys, threading

app = {
    "name": "oidc_client",
    "label": "Web",
    "signOnMode": "OPENID_CONNECT",
    "credentials": {"oauthClient": {"token_endpoint_auth_method": "client_secret_post"}},
    "settings": {"oauthClient": {"application_type": "web", "redirect_uris": ["https://app.example/in"]}},
    "profile": {"cost_center": 7},
}
sent = []


class Server(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        length = int(self.headers.get("Content-Length") or 0)
        if length > 0:
            sent.append(json.loads(self.rfile.read(length)))
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(app).encode())

    do_POST = do_PUT = do_GET

    def log_message(self, *_):
        pass


server = http.server.HTTPServer(("127.0.0.1", 0), Server)
threading.Thread(target=server.serve_forever, daemon=True).start()
os.environ["OKTA_TESTING_TESTINGDISABLEHTTPSCHECK"] = "true"
os.environ["OKTA_CLIENT_ORGURL"] = f"http://127.0.0.1:{server.server_port}"
os.environ["OKTA_CLIENT_TOKEN"] = "00abc"

from okta import models
from okta.client import Client


async def look():
    client = Client()
    await client.create_application(app)
    await client.create_application(models.OpenIdConnectApplication(app))
    read, _, _ = await client.get_application("0oa1")
    read.label = "Web 2"
    await client.update_application("0oa1", read)
    print(f"okta {importlib.metadata.version('okta')}, an application of {json.dumps(app)}")
    for how, body in zip(("a dictionary", "a model made of it", "read and put back"), sent):
        parts = {name: body.get(name) for name in ("credentials", "settings", "profile")}
        print(f"  {how.ljust(18)} leaves with {json.dumps(parts)}")
    whole, made, back = sent
    return [
        whole == app,
        "redirect_uris" not in json.dumps(made) and "token_endpoint_auth_method" not in json.dumps(made),
        back["settings"] == app["settings"] and back["profile"] == {"costCenter": 7},
    ]


sys.exit(0 if all(asyncio.run(look())) else "this is no longer so")
PY
"$folder/venv/bin/python" "$folder/look.py"
