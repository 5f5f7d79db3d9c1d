#!/usr/bin/env bash
# Behaviour: @okta/okta-sdk-nodejs 8.1.0 drops members that are called like a reserved word, without a sound: `default` of
#   an OAuth 2.0 scope never leaves the process. It reads and writes the member as `_default`, and shows answers so. Its
#   models say the same of `default` and `enum` of a schema property (`_default`, `_enum`).
# Wrong guess: that members have the names of the API's reference, as all others and as in 6.6.0, and that an answer of 200
#   says that they were taken.
# What it means: a scope that is to be a default scope is none, and the server can't know. In JavaScript write `_default`;
#   a program that copies an answer's members by the API's names finds none.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund @okta/okta-sdk-nodejs@8.1.0 >/dev/null

cat >look.cjs <<'JS'
const http = require('node:http');
const { Client } = require('@okta/okta-sdk-nodejs');

const cases = [
  ['default', { name: 'cars', default: true }, '{"name":"cars"}'],
  ['_default', { name: 'cars', _default: true }, '{"default":true,"name":"cars"}'],
];
let sent;
const server = http.createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => (body += chunk));
  request.on('end', () => {
    sent = body;
    response.setHeader('content-type', 'application/json');
    response.end('{"name":"cars","default":true}');
  });
});
server.listen(0, '127.0.0.1', async () => {
  const client = new Client({ orgUrl: `http://127.0.0.1:${server.address().port}`, token: 'x' });
  let changed = false;
  for (const [what, oAuth2Scope, expected] of cases) {
    const answer = await client.authorizationServerApi.createOAuth2Scope({ authServerId: 'aus', oAuth2Scope });
    console.log(`  ${what.padEnd(10)} leaves as ${sent}, and the answer's is read as ${Object.keys(answer).sort()}`);
    changed ||= sent !== expected || 'default' in answer || answer._default !== true;
  }
  server.close();
  if (changed) {
    console.error('this is no longer so');
    process.exitCode = 1;
  }
});
JS
echo "node $(node --version), @okta/okta-sdk-nodejs $(node -p "require('@okta/okta-sdk-nodejs/package.json').version")"
echo "a scope that is to be a default scope"
node look.cjs
