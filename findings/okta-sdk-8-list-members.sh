#!/usr/bin/env bash
# Behaviour: @okta/okta-sdk-nodejs 8.1.0 sends the lists of a dynamic network zone (`locations`, `asns`, and those below
#   `include` and `exclude` of DYNAMIC_V2) as objects: `[{"country":"US"}]` leaves as `{"0":{"country":"US"}}`, and comes
#   back so. Its models for them are empty classes, and it copies member by member what is handed to such a model. A server
#   that wants a list there refuses the body, which reads like a fault of the server.
# Wrong guess: that a list goes out as a list, as everywhere else in this client, and that a Set may do (it leaves as {}).
# What it means: a server that took `{"0":...}` would teach what the real org refuses. A caller gets a list through by
#   handing in an object whose toJSON() gives it, or takes another client for dynamic zones.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund @okta/okta-sdk-nodejs@8.1.0 >/dev/null

cat >look.cjs <<'JS'
const http = require('node:http');
const { Client } = require('@okta/okta-sdk-nodejs');

const list = [{ country: 'US' }];
const cases = [
  ['a list', list, '{"0":{"country":"US"}}'],
  ['a Set', new Set(list), '{}'],
  ['toJSON()', { toJSON: () => list }, '[{"country":"US"}]'],
];
let sent;
const server = http.createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => (body += chunk));
  request.on('end', () => {
    sent = JSON.stringify(JSON.parse(body).locations);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ type: 'DYNAMIC', locations: list }));
  });
});
server.listen(0, '127.0.0.1', async () => {
  const client = new Client({ orgUrl: `http://127.0.0.1:${server.address().port}`, token: 'x' });
  let changed = false;
  for (const [what, locations, expected] of cases) {
    const zone = { type: 'DYNAMIC', name: 'zone', locations };
    const answer = await client.networkZoneApi.createNetworkZone({ zone });
    console.log(`  ${what.padEnd(10)} leaves as ${sent}, and is read as ${JSON.stringify(answer.locations)}`);
    changed ||= sent !== expected || Array.isArray(answer.locations);
  }
  server.close();
  if (changed) {
    console.error('this is no longer so');
    process.exitCode = 1;
  }
});
JS
echo "node $(node --version), @okta/okta-sdk-nodejs $(node -p "require('@okta/okta-sdk-nodejs/package.json').version")"
echo "the locations of a dynamic zone"
node look.cjs
