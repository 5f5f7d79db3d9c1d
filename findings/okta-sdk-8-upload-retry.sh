#!/usr/bin/env bash
# Behaviour: @okta/okta-sdk-nodejs 8.1.0 waits at 429 and asks again, as it should, but of an upload it repeats no byte: the
#   second request has the head of the first (`multipart/form-data; boundary=...`) and a body of 17 letters,
#   `[object FormData]`. A body of JSON is repeated as it was.
# Wrong guess: that a client which repeats a request by itself repeats that request, files among it, or says that it can't.
# What it means: an upload that meets the rate limit ends with whatever the server says to a broken form (a 400 about a
#   missing file, or a parser's 500), seconds later, and nothing shows that there were two requests. A server that is
#   lenient about forms answers well and keeps no file. Upload by a client of its own, whose `requestExecutor` is a
#   DefaultRequestExecutor({ maxRetries: 0 }), and try again with a new call.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund @okta/okta-sdk-nodejs@8.1.0 >/dev/null

cat >look.cjs <<'JS'
const http = require('node:http');
const { Client } = require('@okta/okta-sdk-nodejs');

/** Refuses the first request of each path, as Okta does at its limit, and takes the next. */
const asked = [];
const server = http.createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const refused = !asked.some(({ url }) => url === request.url);
    asked.push({ url: request.url, type: request.headers['content-type'], body: Buffer.concat(chunks).toString('latin1') });
    response.setHeader('Content-Type', 'application/json');
    response.setHeader('X-Rate-Limit-Reset', String(Math.floor(Date.now() / 1000)));
    response.setHeader('X-Okta-Request-Id', 'one');
    response.writeHead(refused ? 429 : 200).end('{}');
  });
});
server.listen(0, '127.0.0.1', async () => {
  const client = new Client({ orgUrl: `http://127.0.0.1:${server.address().port}`, token: 'x' });
  const file = { data: Buffer.from('89504e470d0a1a0a', 'hex'), name: 'logo.png' };
  await client.groupApi.createGroup({ group: { profile: { name: 'Staff' } } });
  await client.customizationApi.uploadBrandThemeLogo({ brandId: 'b', themeId: 't', file });
  server.close();
  server.closeAllConnections();
  console.log(`@okta/okta-sdk-nodejs ${require('@okta/okta-sdk-nodejs/package.json').version}, each first request answered with 429`);
  for (const { url, type, body } of asked) {
    const shown = body.length < 60 ? body : `${body.length} bytes, with the file: ${body.includes('PNG')}`;
    console.log(`  ${url}\n    ${type.split('-----')[0]}  ${shown}`);
  }
  const [json, jsonAgain, upload, uploadAgain] = asked.map(({ body }) => body);
  if (json !== jsonAgain || !upload.includes('PNG') || uploadAgain !== '[object FormData]') {
    console.error('this is no longer so');
    process.exitCode = 1;
  }
});
JS
node look.cjs
