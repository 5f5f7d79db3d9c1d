#!/usr/bin/env bash
# Behaviour: the models of okta 3.4.6, Okta's own client for Python, fill in members that nobody gave and send them: the
#   defaults that stand in the API's document, as if they had been asked for. A web app that is made without a word about
#   PKCE leaves with `"pkce_required": true`, a password policy that sets the length alone with a symbol and a figure, and
#   every policy with `"id": "Assigned"`.
# Wrong guess: that what `from_dict` was given is what leaves, as a dictionary does from version 2, so that the org fills in
#   the rest. An org decides by more than the document tells: it takes PKCE to be optional where an app has a secret.
# What it means: a script that handed dictionaries to version 2 makes other things with version 3. The app refuses the
#   sign-ins of a library that sends no code challenge; the policy refuses passwords that were good. Give the members
#   that matter, false and 0 among them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check okta==3.4.6

cat >"$folder/look.py" <<'PY'
import asyncio, http.server, importlib.metadata, json, os, sys, threading

sent = []


class Server(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        sent.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(sent[-1]).encode())

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
app = {
    "name": "oidc_client",
    "label": "Web",
    "signOnMode": "OPENID_CONNECT",
    "credentials": {"oauthClient": {"token_endpoint_auth_method": "client_secret_basic"}},
    "settings": {"oauthClient": {"application_type": "web", "grant_types": ["authorization_code"]}},
}
policy = {"type": "PASSWORD", "name": "Long", "settings": {"password": {"complexity": {"minLength": 14}}}}
cases = [
    (client.create_application, models.OpenIdConnectApplication, app),
    (client.create_policy, models.PasswordPolicy, policy),
]
looked_for = {
    "credentials.oauthClient.pkce_required": True,
    "settings.password.complexity.minSymbol": 1,
    "settings.password.complexity.minNumber": 1,
    "id": "Assigned",
}


def added(given, left, path=""):
    """The members that left and were not given, by their paths."""
    for name, value in left.items():
        if isinstance(value, dict) and name in given:
            yield from added(given[name], value, f"{path}{name}.")
        elif name not in given:
            yield path + name, value


async def look():
    seen = {}
    print(f"okta {importlib.metadata.version('okta')}")
    for call, model, given in cases:
        await call(model.from_dict(given))
        more = dict(added(given, sent[-1]))
        print(f"  {json.dumps(given)}\n    leaves with {json.dumps(more)}")
        seen |= more
    return any(seen.get(path) != value for path, value in looked_for.items())


sys.exit("this is no longer so" if asyncio.run(look()) else 0)
PY
"$folder/venv/bin/python" "$folder/look.py"
