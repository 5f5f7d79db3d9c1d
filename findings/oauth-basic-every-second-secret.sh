#!/usr/bin/env bash
# Behaviour: Authlib 1.9.10 and requests-oauthlib 2.0.0 (Python) put client id and secret into HTTP Basic as they are.
#   oidc-provider 9.13.3 (Node) decodes both as a form does, as RFC 6749 (2.3.1) wants it: a `+` in the secret becomes a
#   blank, and the client is refused with 401; a `%` gives 400. openid-client 6.9.0 encodes, and is let in.
# Wrong guess: that Basic is Basic, since RFC 7617 knows no such encoding, so that a secret that works with one client works with
#   all; or that such secrets are rare.
# What it means: of secrets made with `openssl rand -base64 32` every second one has a `+`, and fails with these clients and
#   such a server, or with openid-client and a server that does not decode. Make secrets of letters, figures, `-` and `_`,
#   which are the same in both readings here, or send them in the body (client_secret_post).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund oidc-provider@9.13.3 openid-client@6.9.0 >/dev/null 2>&1
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check Authlib==1.9.10 requests-oauthlib==2.0.0 requests==2.34.2

cat >ask.py <<'PY'
import os, sys

os.environ["OAUTHLIB_INSECURE_TRANSPORT"] = "1"
from authlib.integrations.requests_client import OAuth2Session as Authlib
from oauthlib.oauth2 import BackendApplicationClient
from requests_oauthlib import OAuth2Session as RequestsOAuthlib

library, url, secret = sys.argv[1:]
try:
    if library == "requests-oauthlib":
        client = RequestsOAuthlib(client=BackendApplicationClient(client_id="app"))
        client.fetch_token(url, client_id="app", client_secret=secret)
    else:
        Authlib("app", secret).fetch_token(url, grant_type="client_credentials")
    print("good")
except Exception as error:
    print(getattr(error, "error", None) or error)
PY
cat >look.mjs <<'JS'
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as openid from 'openid-client';
import Provider from 'oidc-provider';

const run = promisify(execFile);
console.warn = console.info = () => {};

async function byOpenidClient(url, secret) {
  const server = { issuer: new URL(url).origin, token_endpoint: url };
  const config = new openid.Configuration(server, 'app', secret, openid.ClientSecretBasic(secret));
  openid.allowInsecureRequests(config);
  return openid.clientCredentialsGrant(config).then(() => 'good', (error) => error.error ?? error.message);
}
const byPython = (library) => async (url, secret) =>
  (await run('venv/bin/python', ['-W', 'ignore', 'ask.py', library, url, secret])).stdout.trim();
const clients = {
  'openid-client': byOpenidClient,
  Authlib: byPython('authlib'),
  'requests-oauthlib': byPython('requests-oauthlib'),
};
// The secret, and what openid-client, Authlib and requests-oauthlib are answered.
const cases = [
  ['Zm9vYmFy_c2VjcmV0-1', ['good', 'good', 'good']],
  ['Zm9vYmFy/c2VjcmV0MQ=', ['good', 'good', 'good']],
  ['Zm9vYmFy+c2VjcmV0MQ=', ['good', 'invalid_client', 'invalid_client']],
  ['half 50% off', ['good', 'invalid_request', 'invalid_request']],
];
let changed = false;
console.log('oidc-provider 9.13.3 asked by openid-client 6.9.0, Authlib 1.9.10, requests-oauthlib 2.0.0');
for (const [client_secret, expected] of cases) {
  const grants = { grant_types: ['client_credentials'], redirect_uris: [], response_types: [] };
  const client = { client_id: 'app', client_secret, ...grants };
  const features = { clientCredentials: { enabled: true } };
  const provider = new Provider('http://localhost', { features, clients: [client] });
  const server = provider.listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const url = `http://127.0.0.1:${server.address().port}/token`;
  const said = [];
  for (const ask of Object.values(clients)) said.push(await ask(url, client_secret));
  console.log(`  ${client_secret.padEnd(22)} ${said.map((text, at) => `${Object.keys(clients)[at]}: ${text}`).join(', ')}`);
  changed ||= said.join() !== expected.join();
  server.close();
  server.closeAllConnections();
}
if (changed) {
  console.error('this is no longer so');
  process.exitCode = 1;
}
JS
node look.mjs 2> >(grep -v "Unsupported runtime" >&2)
