#!/usr/bin/env bash
# Behaviour: simple-oauth2 5.1.0 (Node) forgets the refresh token when an answer to `refresh()` has none: the new token has
#   `refresh_token: undefined`, and the next `refresh()` sends `refresh_token=`, empty. It has a line that is to keep the old
#   one, and reads it from the wrong object (`this.refresh_token`, not `this.token.refresh_token`). Authlib 1.9.10 (Python)
#   and @badgateway/oauth2-client 3.3.1 (Node) keep it.
# Wrong guess: that a client of RFC 6749 keeps a refresh token until it is given another one (section 6: the server MAY issue a
#   new one), since its source, at a glance, does so.
# What it means: with a server that does not rotate refresh tokens people are signed out after two lifetimes of an access
#   token, hours after the deployment, with invalid_grant or invalid_request, as if the server had revoked something; the
#   first refresh, which is what one tests, is good. Put it back: `client.createToken({ ...fresh.token, refresh_token: old })`.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund simple-oauth2@5.1.0 @badgateway/oauth2-client@3.3.1 >/dev/null
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check Authlib==1.9.10 requests==2.34.2

cat >twice.py <<'PY'
import os
import sys

os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"
from authlib.integrations.requests_client import OAuth2Session

session = OAuth2Session("app", "secret", token={"access_token": "a", "token_type": "Bearer", "refresh_token": "R"})
for _ in range(2):
    session.refresh_token(sys.argv[1])
PY
cat >look.mjs <<'JS'
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { promisify } from 'node:util';
import { OAuth2Client } from '@badgateway/oauth2-client';
import oauth from 'simple-oauth2';

/** Answers each refresh with an access token alone, and remembers the refresh tokens that came. */
let came = [];
const server = createServer(async (request, response) => {
  const body = new URLSearchParams(Buffer.concat(await request.toArray()).toString());
  came.push(body.get('refresh_token'));
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify({ access_token: `t${came.length}`, token_type: 'Bearer', expires_in: 3600 }));
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const base = `http://127.0.0.1:${server.address().port}`;

const clients = {
  async 'simple-oauth2'() {
    const client = new oauth.AuthorizationCode({ client: { id: 'app', secret: 'secret' }, auth: { tokenHost: base } });
    let token = client.createToken({ access_token: 'a', refresh_token: 'R', expires_in: 3600 });
    for (let times = 0; times < 2; times++) token = await token.refresh();
  },
  async '@badgateway/oauth2-client'() {
    const client = new OAuth2Client({ server: base, clientId: 'app', clientSecret: 'secret', tokenEndpoint: '/token' });
    let token = { accessToken: 'a', refreshToken: 'R', expiresAt: null };
    for (let times = 0; times < 2; times++) token = await client.refreshToken(token);
  },
  Authlib: () => promisify(execFile)('venv/bin/python', ['-W', 'ignore', 'twice.py', `${base}/token`]),
};
const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
console.log(`${['simple-oauth2', '@badgateway/oauth2-client'].map((name) => `${name} ${version(name)}`).join(', ')}, Authlib 1.9.10`);
let changed = false;
for (const [name, refreshTwice] of Object.entries(clients)) {
  came = [];
  await refreshTwice();
  console.log(`  ${name.padEnd(26)} the refresh tokens of its two requests: ${JSON.stringify(came)}`);
  changed ||= came.join() !== (name === 'simple-oauth2' ? 'R,' : 'R,R');
}
server.close();
server.closeAllConnections();
if (changed) {
  console.error('this is no longer so');
  process.exitCode = 1;
}
JS
node look.mjs
